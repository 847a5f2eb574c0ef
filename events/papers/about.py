"""What every paper says: whose it is, of which event, who paid."""

import logging

from django.utils.translation import gettext as _

from core.dates import day, period
from core.renditions import renditions
from core.stitch import stitch
from core.written import written
from events.models import Event
from events.papers.typeset import one_line

log = logging.getLogger(__name__)


def about(event: Event, code: str) -> dict:
    """In the language `code`, which has to be the active one."""
    return {
        "language": code,
        "event": one_line(event.title_in(code).text),
        "host": _host(event.organization, code),
        "funding": _funding(event.funding, code) if event.funding_id else None,
        "words": {"network-above": _("Bulgarian National"), "network": _("LEADER Network")},
    }


def when(event: Event) -> str:
    return days(event) if event.all_day else period(event.starts_at, event.ends_at)


def days(event: Event) -> str:
    from core.dates import days as first_to_last

    return first_to_last(event.starts_at, event.ends_at) if event.ends_at else day(event.starts_at)


def place(event: Event, code: str) -> str:
    parts = [
        written(getattr(event, f"{name}_bg"), getattr(event, f"{name}_en"), code).text for name in ("place", "hall")
    ]
    settlement = event.settlement.written(code) if event.settlement_id else ""
    return ", ".join(one_line(part) for part in [*parts, settlement] if part)


def organization_name(organization, code: str) -> str:
    return one_line(written(organization.name_bg, organization.name_en, code, in_latin=True).text)


def _host(organization, code: str) -> dict:
    path, ground = stitch(str(organization.pk))
    host = {"name": organization_name(organization, code), "stitch": path, "ground": ground}
    logo = _picture(organization.logo, "logo") if organization.logo_id else None
    return host | ({"logo": logo} if logo else {})


def _funding(record, code: str) -> dict:
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
