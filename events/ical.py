"""Events as calendars read them (iCalendar, RFC 5545 and 7986).

The same event keeps its UID wherever it is read; SEQUENCE grows when what people come by has changed (see
`events.publishing`). The online link stands only where it is handed over.
"""

from collections.abc import Iterable, Iterator

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.addresses import absolute, section_address
from core.written import written
from events.enums import Kind
from events.ical_lines import address, folded, moment, text, utc, whole_day
from events.models import Event
from events.when import DAY, first_day, last_day
from events.where import coordinates, whole_place

CONTENT_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//Bulgarian National LEADER Network//Events//BG"
HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH")
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
    about = [f"NAME:{text(name)}", f"X-WR-CALNAME:{text(name)}", "X-WR-TIMEZONE:Europe/Sofia"]
    about += ["REFRESH-INTERVAL;VALUE=DURATION:PT4H", "X-PUBLISHED-TTL:PT4H"]
    if url:
        about.append(f"URL:{address(url)}")
    entries = Entries(code)
    return _file(about, (line for event in events for line in entries.of(event, links.get(event.pk, ""))))


def invitation(event: Event, code: str, online_link: str = "") -> bytes:
    """One event; the link only for those who are registered."""
    return _file([], Entries(code).of(event, online_link))


def _file(about: Iterable[str], entries: Iterable[str]) -> bytes:
    lines = [*HEAD, *about, *SOFIA, *entries, "END:VCALENDAR", ""]
    return "\r\n".join(map(folded, lines)).encode()


class Entries:
    """Events as lines in a language; what is the same for all of them is looked up once."""

    def __init__(self, code: str):
        self.code = code
        self.section = absolute(section_address("EventIndexPage", code))
        with translation.override(code):
            self.kinds = {value: text(str(label)) for value, label in Kind.choices}
            self.cancelled = _("Cancelled: %(title)s")
            self.host = _("Host: %(name)s")
            self.online = _("Online: %(url)s")
            self.somewhere = _("online")

    def of(self, event: Event, online_link: str = "") -> Iterator[str]:
        title = event.title_in(self.code)
        url = f"{self.section}{event.slug}/"
        changed = utc(event.last_published_at or timezone.now())
        yield "BEGIN:VEVENT"
        yield f"UID:{event.uid}"
        yield f"SEQUENCE:{event.sequence}"
        yield f"DTSTAMP:{changed}"
        yield f"LAST-MODIFIED:{changed}"
        if event.all_day:
            yield whole_day("DTSTART", first_day(event))
            yield whole_day("DTEND", last_day(event) + DAY)
        else:
            yield moment("DTSTART", event.starts_at)
            yield moment("DTEND", event.ends_at)
        # Few calendars show STATUS, so that the title says it too.
        shown = self.cancelled % {"title": title.text} if event.is_cancelled else title.text
        yield f"SUMMARY;LANGUAGE={title.lang or self.code}:{text(shown)}"
        yield f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}"
        yield f"CATEGORIES:{self.kinds.get(event.kind, '')}"
        if place := whole_place(event, self.code) or (event.is_online and self.somewhere):
            yield f"LOCATION:{text(place)}"
        if point := coordinates(event):
            yield f"GEO:{point[0]:.6f};{point[1]:.6f}"
        yield f"URL:{address(url)}"
        if online_link:
            yield f"CONFERENCE;VALUE=URI;FEATURE=VIDEO:{address(online_link)}"
        yield f"DESCRIPTION:{text(self._described(event, url, online_link))}"
        yield "END:VEVENT"

    def _described(self, event: Event, url: str, online_link: str) -> str:
        host = written(event.organization.name_bg, event.organization.name_en, self.code, in_latin=True).text
        lines = [
            written(event.state_note_bg, event.state_note_en, self.code).text,
            written(event.summary_bg, event.summary_en, self.code).text,
            self.host % {"name": host},
            written(event.hints_bg, event.hints_en, self.code).text,
            online_link and self.online % {"url": address(online_link)},
            url,
        ]
        return "\n".join(filter(None, lines))
