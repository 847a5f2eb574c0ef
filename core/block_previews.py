"""What blocks show in the block picker of the editor: pictures, files and roles of the portal, where there are."""

from django.utils.translation import gettext as _

from core.published import some_published


def picture() -> dict:
    return {"image": _pictures(1)[0], "caption": _("What the picture shows, and where.")}


def gallery() -> dict:
    return {"pictures": [{"image": image, "caption": ""} for image in _pictures(5)]}


def table() -> dict:
    rows = [(_("Meeting of partners"), "800 €"), (_("Travel and nights"), "450 €")]
    return {
        "caption": _("What the support covers"),
        "table": {
            "columns": [{"type": "text", "heading": _("Activity")}, {"type": "number", "heading": _("Up to")}],
            "rows": [{"values": list(row)} for row in rows],
        },
    }


def document() -> dict:
    from core.models import PortalDocument

    return {"document": (some_published(PortalDocument, 1) or [None])[0], "title": ""}


def contact() -> dict:
    from core.models import ContactRole

    return {"role": ContactRole.objects.first()}


def funding() -> dict:
    from core.models import FundingRecord

    return {"record": FundingRecord.objects.first()}


def _pictures(how_many: int) -> list:
    from core.models import PortalImage

    return some_published(PortalImage, how_many) or [None]
