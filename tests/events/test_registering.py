"""The form of registration, and one's own page behind its link."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from core.models import OutgoingMail
from events.models import AnswerFile, Attendee, Event, EventPart, Registration, Seat
from events.registering import keys
from tests.events.registering import address, ask, filled, own, send, words
from tests.factories.events import make_event, make_part, make_registration, seat_of, states
from tests.factories.members import make_editor, make_user

pytestmark = pytest.mark.django_db


def test_without_an_account_the_letter_confirms(client, part):
    answer = send(client, part, filled(client, part))
    registration = Registration.objects.get()
    assert answer.url == own(registration)
    assert seat_of(registration).state == "held"
    assert registration.consent_version and registration.source == "web"
    letter = OutgoingMail.objects.get()
    link = keys.link_to_confirm(registration)
    assert letter.to == ["maria@example.net"] and link in letter.text
    assert not letter.attachments
    assert "maria@example.net" in words(client.get(answer.url))

    path = link.removeprefix("http://localhost:8000").removeprefix("https://").partition("/zapisvane")[2]
    assert "<form" in words(client.get("/zapisvane" + path))
    assert seat_of(registration).state == "held", "looking at a link confirms nothing"
    client.post("/zapisvane" + path)
    assert seat_of(registration).state == "confirmed"
    confirmation = OutgoingMail.objects.latest("pk")
    assert own(registration) in confirmation.text
    ((name, kind, calendar),) = confirmation.attachments
    assert name.endswith(".ics") and kind == "text/calendar" and "BEGIN:VEVENT" in calendar


def test_who_is_logged_in_is_confirmed_at_once_and_the_typed_address_counts_for_nothing(client, part):
    person = make_user("lice@example.org")
    client.force_login(person)
    send(client, part, filled(client, part, email="drug@example.net"))
    registration = Registration.objects.get()
    assert (registration.person, registration.email) == (person, "lice@example.org")
    assert seat_of(registration).state == "confirmed"


def test_the_organisation_of_who_is_logged_in_is_filled_in_and_known(client, part):
    editor = make_editor(part.event.organization)
    client.force_login(editor)
    writer = client.get(address(part.event)).context["sheet"].writer
    assert writer["organization_name"].value() == "МИГ – Тунджа"
    send(client, part, filled(client, part, organization_name="МИГ – Тунджа"))
    assert Registration.objects.get().organization == part.event.organization


def test_the_same_press_twice_is_one_registration_and_one_letter(client, part):
    data = filled(client, part)
    assert send(client, part, data).url == send(client, part, data).url
    assert Registration.objects.count() == OutgoingMail.objects.count() == 1


def test_adding_and_taking_off_people_loses_nothing_and_saves_nothing(client, part):
    names = ask(part, ("text", {"question_bg": "Диета?", "question_en": "", "required": True}))
    typed = {names["text"]: "вегетарианка", "note": "Идвам с количка", "email": "наполовина"}
    page = send(client, part, filled(client, part, do="add", **typed))
    shown = words(page)
    assert "вегетарианка" in shown and "Идвам с количка" in shown and "наполовина" in shown
    assert page.context["sheet"].count == 2 and not page.context["sheet"].errors
    assert page.context["sheet"].people[1]["parts"].value() == [str(part.pk)], "where the first goes"
    two = filled(client, part, people=("Първа", "Втора", "Трета"), do="remove-1")
    page = send(client, part, two)
    assert [form["name"].value() for form in page.context["sheet"].people] == ["Първа", "Трета"]
    assert not Registration.objects.exists()


def test_five_at_once_and_no_more(client, part):
    names = [f"Човек {number}" for number in range(6)]
    page = send(client, part, filled(client, part, people=names[:5], do="add"))
    assert page.context["sheet"].count == 5
    send(client, part, filled(client, part, people=names))
    assert Attendee.objects.count() == 5
    assert states(part) == ["held", "held", "waiting", "waiting", "waiting"]


def test_the_form_says_when_more_come_than_there_are_seats(client, part):
    page = send(client, part, filled(client, part, people=("А", "Б", "В"), do="add"))
    assert page.context["sheet"].shortages() == [{"part": "Форум", "asked": 4, "free": 2}]


def test_wrong_input_is_told_in_words_and_kept(client, part):
    page = send(client, part, filled(client, part, people=("",), email="не е адрес", phone="abc", consent=""))
    errors = " ".join(error for _id, error in page.context["sheet"].errors)
    assert page.status_code == 200 and errors.count(":") >= 4
    assert "не е адрес" in words(page) and "abc" in words(page)
    places = [page.content.decode().index(f'id="{id}"') for id, _error in page.context["sheet"].errors if id]
    assert places == sorted(places)
    assert not Registration.objects.exists()


@pytest.mark.parametrize("sent", [{"people": "99999999999999999999"}, {"people": "-1"}, {"do": "remove-x"}])
@pytest.mark.parametrize(
    "more", [{"do": "add"}, {"p0-parts": ["0"]}, {"p0-parts": ["x"]}, {"key": "x"}, {"opened": ""}]
)
def test_strange_input_breaks_nothing(client, part, sent, more):
    assert send(client, part, filled(client, part, **(sent | more))).status_code == 200
    assert not Registration.objects.exists()


def test_a_machine_is_kept_out(client, part):
    names = ask(part, ("file", {"question_bg": "Документ", "question_en": "", "required": False}))
    data = filled(client, part, website="http://spam.example")
    data[names["file"]] = SimpleUploadedFile("a.txt", b"text")
    assert "website" in send(client, part, data).context["sheet"].writer.errors
    assert not Registration.objects.exists() and not AnswerFile.objects.exists()


def test_questions_of_a_chosen_part_must_be_answered_and_of_another_not(client, part):
    other = make_part(part.event, "Пресконференция")
    ask(other, ("text", {"question_bg": "Медия?", "question_en": "", "required": True}))
    names = ask(
        part,
        ("choice", {"question_bg": "Автобус?", "question_en": "Bus?", "required": True, "choices": ["Ямбол", "не"]}),
        ("number", {"question_bg": "Деца?", "question_en": "", "required": True}),
        ("consent", {"question_bg": "Съгласен съм да ме снимат.", "question_en": "", "required": True}),
    )
    page = send(client, part, filled(client, part))
    assert set(page.context["sheet"].people[0].errors) == {name.removeprefix("p0-") for name in names.values()}
    answered = {names["choice"]: "Ямбол", names["number"]: "0", names["consent"]: "on"}
    send(client, part, filled(client, part, **answered))
    answers = {"id-choice": "Ямбол", "id-number": 0, "id-consent": "Съгласен съм да ме снимат."}
    assert Seat.objects.get().answers == answers
    assert "Bus?" in words(client.get(address(part.event, "/en")))


def test_a_file_survives_a_form_with_errors_and_goes_with_the_registration(client, part):
    names = ask(part, ("file", {"question_bg": "Карта", "question_en": "", "required": True}))
    data = filled(client, part, email="")
    data[names["file"]] = SimpleUploadedFile("карта на журналист.txt", "текст".encode())
    page = send(client, part, data)
    kept = AnswerFile.objects.get()
    assert kept.registration is None and "карта на журналист.txt" in words(page)
    send(client, part, filled(client, part, **{names["file"] + "-kept": str(kept.key)}))
    kept.refresh_from_db()
    assert kept.registration == Registration.objects.get()
    assert Seat.objects.get().answers["id-file"] == {"file": str(kept.key), "name": "карта на журналист.txt"}


@pytest.mark.parametrize("name, content", [("x.pdf", b"<html>"), ("x.exe", b"MZ"), ("x.png", b"\x89PNG")])
def test_a_file_that_is_none_is_told_so(client, part, name, content):
    names = ask(part, ("file", {"question_bg": "Карта", "question_en": "", "required": False}))
    data = filled(client, part)
    data[names["file"]] = SimpleUploadedFile(name, content)
    page = send(client, part, data)
    assert page.context["sheet"].people[0].errors and not AnswerFile.objects.exists()


def test_files_of_others_cannot_be_named(client, part):
    names = ask(part, ("file", {"question_bg": "Карта", "question_en": "", "required": False}))
    theirs = AnswerFile.objects.create(
        event=part.event, registration=make_registration(part), name="zebra.txt", file="event_answers/zebra.txt"
    )
    page = send(client, part, filled(client, part, email="", **{names["file"] + "-kept": str(theirs.key)}))
    assert "zebra" not in words(page)
    send(client, part, filled(client, part, **{names["file"] + "-kept": str(theirs.key)}))
    assert not seat_of(Registration.objects.latest("pk")).answers


def test_full_closed_cancelled_and_past_events_say_so(client, part):
    def says(text, **fields):
        Event.objects.update(**fields)
        page = client.get(address(part.event, "/en"))
        assert page.status_code == 200 and text in words(page)

    assert "seats left: 2 of 2" in words(client.get(address(part.event, "/en")))
    for _ in range(3):
        make_registration(part)
    says("The seats are gone")
    EventPart.objects.update(closes_at=timezone.now())
    says("Registration is closed")
    says("The event is cancelled", state="cancelled")
    EventPart.objects.all().update(registration=False)
    says("without registering", state="announced")


def test_an_event_for_members_is_there_for_members_alone(client, part):
    Event.objects.update(audience="members")
    assert client.get(address(part.event)).status_code == 404
    client.force_login(make_user())
    send(client, part, filled(client, part))
    assert Registration.objects.count() == 1


def test_drafts_take_no_registrations(client, homes):
    event = make_event("Чернова", publish=False)
    make_part(event)
    assert client.get(f"/zapisvane/{event.slug or 'chernova'}/").status_code == 404


def test_a_slowed_down_sender_loses_nothing(client, part, monkeypatch):
    monkeypatch.setattr("events.registering.views.PER_HOUR", 1)
    send(client, part, filled(client, part))
    page = send(client, part, filled(client, part, people=("Друга",), note="важно"))
    assert page.status_code == 429 and "важно" in words(page)
    assert Registration.objects.count() == 1


def test_an_address_typed_in_again_and_again_gets_no_more_letters(client, part):
    for number in range(7):
        send(client, part, filled(client, part, people=(f"Човек {number}",)))
    assert OutgoingMail.objects.count() == Registration.objects.count() == 5
