"""An event in the words of schema.org, for search engines."""

from core.addresses import absolute
from core.dates import in_sofia
from events.addresses import event_address
from events.beside import Host
from events.enums import State
from events.models import Event
from events.when import first_day, last_day
from events.where import coordinates, hall_and_place, street_and_settlement

STATUS = {State.CANCELLED: "EventCancelled", State.MOVED: "EventRescheduled"}


def json_ld(event: Event, hosts: list[Host], code: str, summary: str, picture: str = "") -> dict:
    url = absolute(event_address(event.slug, code))
    found = {
        "@type": "Event",
        "name": event.title_in(code).text,
        "url": url,
        "startDate": first_day(event).isoformat() if event.all_day else in_sofia(event.starts_at).isoformat(),
        "endDate": last_day(event).isoformat() if event.all_day else in_sofia(event.ends_at).isoformat(),
        "eventStatus": f"https://schema.org/{STATUS.get(event.state, 'EventScheduled')}",
        "eventAttendanceMode": f"https://schema.org/{_mode(event, code)}",
        "location": _where(event, code, url),
        "organizer": [_organizer(host) for host in hosts],
        "inLanguage": event.title_in(code).lang or code,
    }
    if summary:
        found["description"] = summary
    if picture:
        found["image"] = picture
    return found


def _mode(event: Event, code: str) -> str:
    if not event.is_online:
        return "OfflineEventAttendanceMode"
    return "MixedEventAttendanceMode" if _is_somewhere(event, code) else "OnlineEventAttendanceMode"


def _is_somewhere(event: Event, code: str) -> bool:
    return bool(hall_and_place(event, code) or street_and_settlement(event, code))


def _where(event: Event, code: str, url: str):
    """Where one takes part online is the page of the event: the link itself is for those who are registered."""
    found = []
    if _is_somewhere(event, code):
        place = {"@type": "Place", "name": hall_and_place(event, code) or street_and_settlement(event, code)}
        address = {"@type": "PostalAddress", "addressCountry": "BG"}
        if street := street_and_settlement(event, code):
            address["streetAddress"] = street
        if event.settlement_id:
            address["addressLocality"] = event.settlement.name_en if code == "en" else event.settlement.name_bg
        place["address"] = address
        if point := coordinates(event):
            place["geo"] = {"@type": "GeoCoordinates", "latitude": point[0], "longitude": point[1]}
        found.append(place)
    if event.is_online:
        found.append({"@type": "VirtualLocation", "url": url})
    return found[0] if len(found) == 1 else found


def _organizer(host: Host) -> dict:
    found = {"@type": "Organization", "name": host.name.text}
    return found | {"url": absolute(host.url)} if host.url else found
