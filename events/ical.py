"""Events as calendars read them (iCalendar, RFC 5545 and 7986).

The same event keeps its UID wherever it is read; SEQUENCE grows when what people come by has changed (see
`events.publishing`). The online link stands only where it is handed over.
"""

from collections.abc import Iterable, Iterator

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.addresses import absolute
from core.written import written
from events.addresses import event_address
from events.ical_lines import address, folded, moment, text, utc, whole_day
from events.models import Event
from events.when import DAY, first_day, last_day
from events.where import coordinates, whole_place

CONTENT_TYPE = "text/calendar; charset=utf-8"
HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Bulgarian National LEADER Network//Events//BG",
    "CALSCALE:GREGORIAN",
)
SOFIA = (
    *("BEGIN:VTIMEZONE", "TZID:Europe/Sofia", "X-LIC-LOCATION:Europe/Sofia"),
    *("BEGIN:DAYLIGHT", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0300", "TZNAME:EEST"),
    *("DTSTART:19970330T030000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT"),
    *("BEGIN:STANDARD", "TZOFFSETFROM:+0300", "TZOFFSETTO:+0200", "TZNAME:EET"),
    *("DTSTART:19971026T040000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD"),
    "END:VTIMEZONE",
)


def calendar_of(
    events: Iterable[Event], name: str, code: str, url: str = "", online_links: dict[int, str] | None = None
) -> bytes:
    """A calendar to follow; with links for those events (by key) where the reader may take part online."""
    links = online_links or {}
    with translation.override(code):
        about = [f"NAME:{text(name)}", f"X-WR-CALNAME:{text(name)}", "X-WR-TIMEZONE:Europe/Sofia"]
        about += ["REFRESH-INTERVAL;VALUE=DURATION:PT4H", "X-PUBLISHED-TTL:PT4H"]
        if url:
            about.append(f"URL:{address(url)}")
        entries = [line for event in events for line in _entry(event, code, links.get(event.pk, ""))]
    return _file(["METHOD:PUBLISH", *about], entries)


def invitation(event: Event, code: str, online_link: str = "") -> bytes:
    """One event; the link only for those who are registered."""
    with translation.override(code):
        entries = list(_entry(event, code, online_link))
    return _file(["METHOD:PUBLISH"], entries)


def _file(about: list[str], entries: list[str]) -> bytes:
    lines = [*HEAD, *about, *SOFIA, *entries, "END:VCALENDAR", ""]
    return "\r\n".join(map(folded, lines)).encode()


def _entry(event: Event, code: str, online_link: str) -> Iterator[str]:
    title, url = event.title_in(code), absolute(event_address(event.slug, code))
    changed = event.last_published_at or timezone.now()
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"DTSTAMP:{utc(changed)}"
    yield f"LAST-MODIFIED:{utc(changed)}"
    if event.all_day:
        yield whole_day("DTSTART", first_day(event))
        yield whole_day("DTEND", last_day(event) + DAY)
    else:
        yield moment("DTSTART", event.starts_at)
        yield moment("DTEND", event.ends_at)
    # Few calendars show STATUS, so that the title says it too.
    shown = _("Cancelled: %(title)s") % {"title": title.text} if event.is_cancelled else title.text
    yield f"SUMMARY;LANGUAGE={title.lang or code}:{text(shown)}"
    yield f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}"
    yield f"CATEGORIES:{text(str(event.get_kind_display()))}"
    if place := whole_place(event, code):
        yield f"LOCATION:{text(place)}"
    if point := coordinates(event):
        yield f"GEO:{point[0]:.6f};{point[1]:.6f}"
    yield f"URL:{address(url)}"
    if online_link:
        yield f"CONFERENCE;VALUE=URI;FEATURE=VIDEO:{address(online_link)}"
    yield f"DESCRIPTION:{text(_described(event, code, url, online_link))}"
    yield "END:VEVENT"


def _described(event: Event, code: str, url: str, online_link: str) -> str:
    host = written(event.organization.name_bg, event.organization.name_en, code, in_latin=True).text
    lines = [
        written(event.state_note_bg, event.state_note_en, code).text,
        written(event.summary_bg, event.summary_en, code).text,
        _("Host: %(name)s") % {"name": host},
        written(event.hints_bg, event.hints_en, code).text,
        online_link and _("Online: %(url)s") % {"url": address(online_link)},
        url,
    ]
    return "\n".join(filter(None, lines))
