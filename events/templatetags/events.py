"""Events in templates: a row of a list, what stands on a day of a month; kept as long as nothing in them changes."""

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

from core.dates import clock, in_sofia
from core.rendered import piece
from core.templatetags.pages import reading_language
from core.written import written
from events.addresses import as_webcal, event_address
from events.enums import Kind, State
from events.when import first_day, in_short, last_day, short_weekday, weekday
from members import maps

register = template.Library()

TALKS = (Kind.CONSULTATION, Kind.MEETING, Kind.RECEPTION, Kind.ASSEMBLY)
"""Where people are asked or answered, in a colour of their own."""


@register.simple_tag(takes_context=True)
def event_row(context, event, heading="h3", soon=False, near=None, report_url=""):
    """Day, title, when and where, whose; how it stands when not as announced, how far from a place, its report."""
    code = reading_language(context)
    title, name = event.title_in(code), event.organization.name_in(code)
    note = written(event.state_note_bg, event.state_note_en, code)
    today, first = timezone.localdate(), first_day(event)
    return piece(
        "events/row.html",
        heading=heading,
        url=event_address(event.slug, code),
        title=title.text,
        title_lang=title.lang,
        date=first,
        is_soon=soon,
        is_over=event.is_cancelled or last_day(event) < today,
        when=in_short(event),
        place=_place(event, code),
        kind=str(event.get_kind_display()),
        organization=name.text,
        organization_lang=name.lang,
        state=event.state,
        state_label=str(event.get_state_display()),
        note=note.text if event.state in (State.CANCELLED, State.MOVED) else "",
        note_lang=note.lang,
        for_members=event.audience != "public",
        has_registration=getattr(event, "has_registration", False) and not event.is_cancelled,
        kilometres=near.kilometres_to(event) if near else None,
        report_url=report_url,
    )


@register.simple_tag(takes_context=True)
def month_entry(context, event, day):
    """On the sheet of a month: title, place and hour."""
    code = reading_language(context)
    title = event.title_in(code)
    settlement = event.settlement.written(code) if event.settlement_id else ""
    is_first = first_day(event) == day
    hour = clock(event.starts_at) if is_first and not event.all_day else ""
    said = str(event.get_state_display()) if event.state in (State.CANCELLED, State.MOVED) else ""
    return piece(
        "events/month_entry.html",
        url=event_address(event.slug, code),
        title=title.text,
        title_lang=title.lang,
        css="off" if event.is_cancelled else "talk" if event.kind in TALKS else "",
        said=", ".join(filter(None, (said, settlement or (_("online") if event.is_online else ""), hour))),
    )


@register.inclusion_tag("events/tours/stop.html", takes_context=True)
def tour_stop(context, event):
    """One stop in the list of territories: the day and the place, with a link."""
    code = reading_language(context)
    url = event_address(event.slug, code)
    return {
        "url": url,
        "day": first_day(event),
        "title": event.title_in(code),
        "place": event.settlement.written(code) if event.settlement_id else "",
        "report_url": f"{url}otchet/" if event.has_report and url else "",
    }


@register.simple_tag
def tour_sign(kind: str) -> str:
    """The shape of a sign, as on the map."""
    return maps.sign(kind, maps.Point(0, 0))


register.filter(weekday)
register.filter(short_weekday)
register.filter("webcal", as_webcal)


@register.filter
def moment(value) -> str:
    """For `datetime` of a time: a moment with the Bulgarian zone."""
    return in_sofia(value).isoformat()


def _place(event, code: str) -> str:
    place = written(event.place_bg, event.place_en, code).text
    settlement = event.settlement.written(code) if event.settlement_id else ""
    where = ", ".join(filter(None, (place, settlement)))
    online = _("online") if event.is_online else ""
    return f"{where} · {online}" if where and online else where or online
