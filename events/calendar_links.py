"""Links that put an event into the calendars of others. The online link is in none of them."""

from urllib.parse import urlencode

from core.addresses import absolute
from core.dates import in_sofia
from core.typography import excerpt
from core.written import written
from events.addresses import event_address
from events.ical_lines import utc
from events.models import Event
from events.when import DAY, first_day, last_day
from events.where import whole_place


def google(event: Event, code: str) -> str:
    if event.all_day:
        dates = f"{first_day(event):%Y%m%d}/{last_day(event) + DAY:%Y%m%d}"
    else:
        dates = f"{utc(event.starts_at)}/{utc(event.ends_at)}"
    fields = {"action": "TEMPLATE", "text": event.title_in(code).text, "dates": dates, "ctz": "Europe/Sofia"}
    fields |= {"location": whole_place(event, code), "details": _details(event, code)}
    return f"https://calendar.google.com/calendar/render?{urlencode(fields)}"


def outlook(event: Event, code: str) -> str:
    if event.all_day:
        times = first_day(event).isoformat(), (last_day(event) + DAY).isoformat()
    else:
        times = in_sofia(event.starts_at).isoformat(), in_sofia(event.ends_at).isoformat()
    fields = {"path": "/calendar/action/compose", "rru": "addevent", "subject": event.title_in(code).text}
    fields |= {"startdt": times[0], "enddt": times[1], "location": whole_place(event, code)}
    fields |= {"allday": "true" if event.all_day else "false", "body": _details(event, code)}
    return f"https://outlook.live.com/calendar/0/deeplink/compose?{urlencode(fields)}"


def _details(event: Event, code: str) -> str:
    summary = written(event.summary_bg, event.summary_en, code).text
    url = absolute(event_address(event.slug, code))
    return f"{excerpt(summary, 200)}\n\n{url}" if summary else url
