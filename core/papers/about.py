"""What papers say of whom they come from and who paid for it."""

import logging

from django.utils.translation import gettext as _

from core.papers.typeset import one_line
from core.renditions import renditions
from core.stitch import stitch
from core.written import written

log = logging.getLogger(__name__)


def organization_name(organization, code: str) -> str:
    return one_line(written(organization.name_bg, organization.name_en, code, in_latin=True).text)


def host(organization, code: str) -> dict:
    path, ground = stitch(str(organization.pk))
    shown = {"name": organization_name(organization, code), "stitch": path, "ground": ground}
    logo = _picture(organization.logo, "logo") if organization.logo_id else None
    return shown | ({"logo": logo} if logo else {})


def funding(record, code: str) -> dict:
    said = {
        name: one_line(written(getattr(record, f"{name}_bg"), getattr(record, f"{name}_en"), code).text)
        for name in ("programme", "sentence", "disclaimer")
    }
    number = one_line(record.contract_number)
    emblems = [(block.value, _picture(block.value, "emblem")) for block in record.emblems]
    return said | {
        "contract": _("Contract %(number)s") % {"number": number} if number else "",
        "emblems": [{"data": data, "alt": one_line(image.alt or image.title)} for image, data in emblems if data],
    }


def _picture(image, place: str) -> list[int] | None:
    """The bytes of a picture as JSON carries them; None when its file is gone."""
    made = renditions(image, place) if image else []
    if not made:
        return None
    storage = type(image.renditions.model()).file.field.storage
    try:
        with storage.open(str(made[-1].file)) as file:
            return list(file.read())
    except OSError as error:
        log.warning("Picture %s is not on the paper: %s", image.pk, error)
        return None
