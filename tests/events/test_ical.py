"""What calendars are told about events, read back by another's library."""

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from core.dates import SOFIA
from events.enums import State
from events.ical import calendar_of, invitation
from events.models import Event
from events.publishing import count_change
from tests.cost import calls_of
from tests.factories.events import at, event_on, make_event
from tests.factories.many import multiply
from tests.factories.places import make_settlement

pytestmark = pytest.mark.django_db


def read(file: bytes):
    """The entries of a calendar file that is right."""
    for line in file.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    assert b"\n" not in file.replace(b"\r\n", b"")
    calendar = Calendar.from_ical(file)
    assert not calendar.errors
    for entry in calendar.events:
        assert not entry.errors
    return calendar


def entry_of(event: Event, code: str = "bg", link: str = ""):
    (entry,) = read(invitation(event, code, link)).events
    return entry


def publish(event: Event, **changes) -> Event:
    for name, value in changes.items():
        setattr(event, name, value)
    event.save_revision().publish()
    return Event.objects.get(pk=event.pk)


def test_an_event_says_when_where_and_what(homes):
    settlement = make_settlement("Крушаре", latitude=42.6, longitude=26.4)
    event = make_event(
        "Форум на читалищата",
        starts_at=at("2026-12-10 10:00"),
        ends_at=at("2026-12-10 16:30"),
        kind="forum",
        place_bg="читалище „Просвета“",
        hall_bg="голям салон",
        address_bg="ул. „Шипка“ № 4",
        settlement=settlement,
        summary_bg="За читалищата и какво могат заедно.",
        hints_bg="Втори етаж",
    )
    entry = entry_of(event)
    assert entry["summary"] == "Форум на читалищата"
    assert entry["uid"] == str(event.uid)
    assert entry["sequence"] == 0
    assert entry["status"] == "CONFIRMED"
    assert entry.start == at("2026-12-10 10:00")
    assert entry["dtstart"].params["TZID"] == "Europe/Sofia"
    assert entry.end == at("2026-12-10 16:30")
    assert entry["location"] == "голям салон, читалище „Просвета“, ул. „Шипка“ № 4, с. Крушаре"
    assert (entry["geo"].latitude, entry["geo"].longitude) == (42.6, 26.4)
    assert entry["url"].endswith(f"/sabitia/{event.slug}/")
    assert entry["categories"].cats == ["форум"]
    assert "За читалищата и какво могат заедно." in entry["description"]
    assert "МИГ – Тунджа" in entry["description"]
    assert "Втори етаж" in entry["description"]
    assert entry["last-modified"].dt == event.last_published_at.replace(microsecond=0)


def test_an_english_calendar_marks_what_is_written_in_bulgarian(homes):
    event = make_event("Форум", kind="forum")
    assert entry_of(event)["summary"].params["LANGUAGE"] == "bg"
    entry = entry_of(event, "en")
    assert entry["summary"].params["LANGUAGE"] == "bg"
    assert "/en/events/" in entry["url"]
    event.title_en = "The forum"
    assert entry_of(event, "en")["summary"] == "The forum"
    assert entry_of(event, "en")["categories"].cats == ["forum"]


def test_long_cyrillic_lines_are_folded_between_letters(homes):
    title = "Щъркелите на Тунджа и всички местни инициативни групи – " * 3
    event = make_event(title.strip(), summary_bg="ж" * 300)
    entry = entry_of(event)
    assert entry["summary"] == title.strip()
    assert "ж" * 300 in entry["description"]


@pytest.mark.parametrize(
    "title",
    [
        "Форум\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:чужд",
        "Форум\nATTENDEE:mailto:a@example.org",
        "Форум\u2028BEGIN:VEVENT",
        "Форум; хляб, сол \\n и още",
        'Форум "в кавички": BEGIN:VEVENT',
        "Форум\x00\x07\x0b",
    ],
)
def test_a_title_stays_a_title(homes, title):
    event = make_event("Форум")
    event.title_bg = event.place_bg = event.summary_bg = title
    entry = entry_of(event)
    assert "attendee" not in entry
    assert entry["summary"].replace("\n", "").startswith("Форум")
    if "\\" in title:
        assert entry["summary"] == title


def test_an_address_breaks_no_line(homes):
    entry = entry_of(make_event(), link="https://example.org/a\r\nATTENDEE:mailto:b@example.org")
    assert "attendee" not in entry


def test_the_online_link_stands_only_where_it_is_handed_over(homes):
    event = make_event(is_online=True, online_link="https://meet.example.org/taen-vhod")
    assert b"taen-vhod" not in b"".join(invitation(event, "bg").split(b"\r\n "))
    assert b"taen-vhod" not in b"".join(calendar_of([event], "Събития", "bg").split(b"\r\n "))
    assert entry_of(event)["location"] == "онлайн"
    entry = entry_of(event, link=event.online_link)
    assert entry["conference"] == event.online_link
    assert event.online_link in entry["description"]
    others = make_event("Друго", is_online=True, online_link="https://meet.example.org/drug-vhod")
    mine = read(calendar_of([event, others], "Моите", "bg", online_links={event.pk: event.online_link})).events
    assert [event.online_link in entry["description"] for entry in mine] == [True, False]
    assert others.online_link not in mine[1]["description"]


def test_a_cancelled_event_stays_and_says_so(homes):
    event = make_event("Форум", state=State.CANCELLED, state_note_bg="Залата е наводнена.")
    (entry,) = read(calendar_of([event], "Събития", "bg")).events
    assert entry["status"] == "CANCELLED"
    assert entry["summary"] == "Отменено: Форум"
    assert "Залата е наводнена." in entry["description"]


def test_whole_days_have_no_hours_and_end_before_the_next_day(homes):
    fields = {"all_day": True, "starts_at": at("2027-03-27 00:00")}
    one = make_event("Един ден", ends_at=at("2027-03-28 00:00"), **fields)
    three = make_event("Три дни", ends_at=at("2027-03-29 18:00"), **fields)
    assert (entry_of(one)["dtstart"].dt, entry_of(one)["dtend"].dt) == (date(2027, 3, 27), date(2027, 3, 28))
    assert entry_of(one)["dtstart"].params["VALUE"] == "DATE"
    assert entry_of(three)["dtend"].dt == date(2027, 3, 30)


def test_clock_changes(homes):
    """Five events across the two nights of 2027 in which the clock changes."""
    times = [
        ("2027-03-27 22:00", "2027-03-28 05:00", 6),  # through the night that is an hour shorter
        ("2027-03-28 09:00", "2027-03-28 11:00", 2),
        ("2027-10-30 22:00", "2027-10-31 05:00", 8),  # through the night that is an hour longer
        ("2027-10-31 09:00", "2027-10-31 11:00", 2),
        ("2027-03-20 18:00", "2027-11-05 18:00", 230 * 24),
    ]
    events = [make_event(start, starts_at=at(start), ends_at=at(end)) for start, end, _hours in times]
    calendar = read(calendar_of(events, "Събития", "bg"))
    zone = next(iter(calendar.timezones)).to_tz()
    for (start, end, hours), entry in zip(times, calendar.events, strict=True):
        assert entry["dtstart"].dt.replace(tzinfo=None) == at(start).replace(tzinfo=None)
        assert entry["dtend"].dt.replace(tzinfo=None) == at(end).replace(tzinfo=None)
        starts, ends = (entry[name].dt.replace(tzinfo=None) for name in ("dtstart", "dtend"))
        if (starts.month, ends.month) != (3, 11):
            assert (at(end).astimezone(UTC) - at(start).astimezone(UTC)) == timedelta(hours=hours)
        # The rules that the file carries say the same as the zone that the portal reckons with.
        for wall in (starts, ends):
            assert wall.replace(tzinfo=zone).utcoffset() == wall.replace(tzinfo=SOFIA).utcoffset()


def test_the_hour_that_comes_twice_is_told_in_utc(homes):
    first = datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    event = make_event(starts_at=first, ends_at=first + timedelta(hours=1))
    entry = entry_of(event)
    assert entry["dtstart"].dt.replace(tzinfo=None) == datetime(2027, 10, 31, 3, 30)
    assert entry["dtend"].dt == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)


def test_sequence_grows_with_what_people_come_by(homes):
    event = make_event("Форум", place_bg="читалището")
    uid = event.uid
    event = publish(event, summary_bg="Друго изречение")
    assert event.sequence == 0
    event = publish(event, starts_at=event.starts_at + timedelta(hours=1))
    assert event.sequence == 1
    event = publish(event, place_bg="общината")
    event = publish(event, title_bg="Голям форум")
    assert (event.sequence, event.uid) == (3, uid)
    event = publish(event)
    assert event.sequence == 3


def test_an_older_draft_does_not_take_the_sequence_back(homes):
    event = make_event("Форум")
    older = event.save_revision()
    event = publish(event, title_bg="Нов форум")
    type(older).objects.get(pk=older.pk).publish()
    event.refresh_from_db()
    assert (event.title_bg, event.sequence) == ("Форум", 2)


def test_a_state_set_without_publishing_counts_once(homes):
    event = make_event("Форум")
    event.state = State.CANCELLED
    event.save(update_fields=["state"])
    assert count_change(instance=event)
    assert not count_change(instance=event)
    event.refresh_from_db()
    assert event.sequence == 1


def calendar_of_all() -> bytes:
    return calendar_of(Event.objects.visible_to().first_first().for_calendar(), "Събития", "bg")


def test_a_year_of_five_thousand_events_takes_less_than_a_second(homes, django_assert_num_queries):
    """Measured in calls; a quiet core makes some four million in a second."""
    event_on(
        "2027-01-01 10:00",
        "Информационна среща за допустимите разходи №",
        summary_bg="Едно или две изречения за какво е срещата и кого очакваме на нея, без излишни думи.",
        settlement=make_settlement(latitude=42.5, longitude=26.5),
        place_bg="Народно читалище „Просвета – 1907“",
    )
    hour = timedelta(hours=1)
    multiply(4999, Event.objects.all(), named=["title_bg"], starts_at=hour, ends_at=hour)
    with django_assert_num_queries(4):  # events, hosts, settlements; the map of the sections
        assert calendar_of_all().count(b"BEGIN:VEVENT") == 5000
    assert calls_of(calendar_of_all) <= 3_200_000
