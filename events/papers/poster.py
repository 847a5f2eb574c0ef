"""The poster for the notice board of the village: what, when, where, for whom; with a code that leads to the event."""

from django.utils import translation
from django.utils.translation import gettext as _

from core.addresses import absolute
from core.dates import month_name
from core.papers.about import organization_name
from core.papers.codes import qr
from core.papers.typeset import breakable, one_line, typeset
from core.written import written
from events.addresses import event_address
from events.models import Event
from events.papers.about import about
from events.papers.kept import kept
from events.papers.parts import parts
from events.when import first_day, hours, in_full, last_day, weekday
from events.where import hall_and_place, street_and_settlement

SUMMARY, HINTS, WHOM, ACCESS, CO_HOSTS, PARTS = 220, 140, 140, 4, 6, 5
"""Signs and items that a paper takes which people read standing; the rest is behind its code."""


def poster(event: Event, code: str) -> bytes:
    return kept("poster", event, code, _set)


def _set(event: Event, code: str) -> bytes:
    with translation.override(code):
        data = about(event, code)
        url = absolute(event_address(event.slug, code))
        address = url.partition("://")[2].rstrip("/")
        first, (day, times) = first_day(event), in_full(event)
        data["words"] |= {
            "where": _("Where"),
            "for-whom": _("For whom"),
            "together": _("together with"),
            "more": _("More about it, and registration"),
            "cancelled": str(event.get_state_display()) if event.is_cancelled else "",
        }
        data |= {
            "event": breakable(data["event"]),
            "kind": event.get_kind_display().capitalize(),
            "number": str(first.day),
            "month": month_name(first),
            "weekday": weekday(first),
            "day": day,
            "hours": hours(event) if last_day(event) == first else times,
            "parts": _first([f"{time} {breakable(name)}" for time, name in parts(event, code)], PARTS),
            "place": breakable(one_line(hall_and_place(event, code))),
            "street": breakable(one_line(street_and_settlement(event, code)))
            or (_("online") if event.is_online else ""),
            "hints": _cut(_in(event, "hints", code), HINTS),
            "whom": _cut(_in(event, "for_whom", code), WHOM),
            "summary": _cut(_in(event, "summary", code), SUMMARY),
            "co-hosts": _first([breakable(organization_name(one, code)) for one in event.co_hosts.all()], CO_HOSTS),
            "services": _first([str(label) for value, label in _services(event)], ACCESS),
            "address": address,
            "breakable": address.replace("/", "/\u200b").replace("-", "-\u200b"),
            "qr": qr(url),
        }
    return typeset("poster", data)


def _services(event: Event):
    choices = dict(event._meta.get_field("services").choices)
    return [(value, choices[value]) for value in event.services]


def _cut(text: str, length: int) -> str:
    text = one_line(text)
    if len(text) <= length:
        return breakable(text)
    return breakable((text[: length + 1].rpartition(" ")[0] or text[:length]).rstrip(" ,;:–-.") + "…")


def _first(names: list[str], how_many: int) -> list[str]:
    return names if len(names) <= how_many else [*names[:how_many], "…"]


def _in(event: Event, name: str, code: str) -> str:
    return written(getattr(event, f"{name}_bg"), getattr(event, f"{name}_en"), code).text
