"""The form of registration, and one's own page behind its link."""

from datetime import timedelta

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.html import escape

from core.forms.guarded import SALT
from core.models import OutgoingMail
from events.models import AnswerFile, Attendee, Event, EventPart, Registration, Seat
from events.registering import keys, seats
from tests.factories.events import make_event, make_part, make_registration, seat_of, states
from tests.factories.members import make_editor, make_user

pytestmark = pytest.mark.django_db


def address(event, prefix=""):
    return f"{prefix}/zapisvane/{event.slug}/"


def own(registration, *more):
    return f"/zapisvane/z/{registration.token}/" + "".join(f"{word}/" for word in more)


def filled(client, part, people=("Мария Петрова",), prefix="", **typed):
    """What a browser posts a minute after the form was opened."""
    writer = client.get(address(part.event, prefix)).context["sheet"].writer
    data = {
        "email": "maria@example.net",
        "phone": "",
        "organization_name": "",
        "note": "",
        "website": "",
        "consent": "on",
        "key": writer["key"].value(),
        "opened": signing.dumps(timezone.now().timestamp() - 60, salt=SALT),
        "people": str(len(people)),
        "do": "send",
    }
    for number, name in enumerate(people):
        data |= {f"p{number}-name": name, f"p{number}-position": "", f"p{number}-parts": [str(part.pk)]}
    return data | typed


def send(client, part, data, prefix=""):
    return client.post(address(part.event, prefix), data)


def ask(part, *blocks):
    """Questions of the host; returns their names in the form of the first person."""
    part.questions = [{"type": kind, "id": f"id-{kind}", "value": value} for kind, value in blocks]
    part.save()
    return {kind: f"p0-q{part.pk}_id-{kind}" for kind, _value in blocks}


def words(answer) -> str:
    return answer.content.decode()


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


# One's own page


def test_the_own_page_tells_how_it_stands_and_shows_the_code_of_who_has_a_seat(client, part):
    one, two, three = (make_registration(part, name) for name in ("Ана", "Борис", "Вера"))
    Event.objects.update(online_link="https://video.example/zebra")
    page = words(client.get(own(one)))
    assert seat_of(one).attendee.code in page and "<svg" in page and "video.example/zebra" in page
    waiting = words(client.get(f"/en{own(three)}"))
    assert seat_of(three).attendee.code not in waiting.replace(f"/{seat_of(three).attendee.code}/", "")
    assert "No. 1 in line" in waiting
    assert "zebra" not in waiting
    assert "zebra" not in client.get(own(three) + "sabitie.ics").content.decode()
    assert "zebra" in client.get(own(two) + "sabitie.ics").content.decode()
    assert client.get(own(one)).headers["X-Robots-Tag"].startswith("noindex")


def test_the_letter_is_sent_again_but_not_without_end(client, part):
    registration = make_registration(part, confirmed_at=None)
    for _ in range(9):
        client.post(own(registration, "pismo"))
    assert 2 <= OutgoingMail.objects.count() <= 3
    seats.confirm(registration)
    before = OutgoingMail.objects.count()
    client.post(own(registration, "pismo"))
    assert OutgoingMail.objects.count() == before


def test_looking_changes_nothing(client, part):
    registration = make_registration(part, confirmed_at=None)
    waiting = make_registration(part)
    code = seat_of(registration).attendee.code
    before = list(Seat.objects.values()), list(Attendee.objects.values()), list(Registration.objects.values())
    for path in ("", "otkaz", f"otkaz/{code}", f"smyana/{code}", f"prehvarli/{code}"):
        assert client.get(own(registration, *path.split("/")) if path else own(registration)).status_code == 200
    for path in ("pismo", f"priemam/{seat_of(waiting).pk}"):
        assert client.get(own(registration, *path.split("/"))).status_code == 405
    client.get(own(registration, "potvardi", keys.proof(registration)))
    after = list(Seat.objects.values()), list(Attendee.objects.values()), list(Registration.objects.values())
    assert before == after


def test_nobody_reaches_what_is_another_persons(client, part):
    mine, theirs = make_registration(part, "Моя"), make_registration(part, "Чужда", confirmed_at=None)
    seat, code = seat_of(theirs), seat_of(theirs).attendee.code
    for path in (f"otkaz/{code}", f"smyana/{code}", f"prehvarli/{code}", f"priemam/{seat.pk}"):
        answer = client.post(own(mine, *path.split("/")), {"name": "x", "email": "x@example.net"})
        assert answer.status_code == 404
    for shown in ("x" * 32, keys.proof(mine)):
        assert client.post(own(theirs, "potvardi", shown)).status_code == 404
    assert client.get("/zapisvane/z/00000000-0000-4000-8000-000000000000/").status_code == 404
    assert seat_of(theirs).state == "held" and seat_of(theirs).attendee.name == "Чужда"


def test_changing_a_name_keeps_the_code(client, part):
    registration = make_registration(part)
    code = seat_of(registration).attendee.code
    client.post(own(registration, "smyana", code), {"name": "Мария Иванова", "position": "кмет"})
    attendee = Attendee.objects.get()
    assert (attendee.name, attendee.position, attendee.code) == ("Мария Иванова", "кмет", code)


def test_passing_on_writes_to_both_and_closes_the_old_link(client, part):
    registration = make_registration(part)
    code = seat_of(registration).attendee.code
    page = client.post(own(registration, "prehvarli", code), {"name": "Иван", "email": "няма"})
    assert page.status_code == 200 and "няма" in words(page)
    client.post(own(registration, "prehvarli", code), {"name": "Иван Колев", "email": "Ivan@Example.net"})
    taken_over = Registration.objects.latest("pk")
    assert taken_over.email == "ivan@example.net"
    assert {letter.to[0] for letter in OutgoingMail.objects.order_by("-pk")[:2]} == {
        "ivan@example.net",
        "maria@example.net",
    }
    assert "Иван Колев" not in words(client.get(own(registration)))
    assert code not in words(client.get(own(taken_over)))
    assert seat_of(taken_over).state == "confirmed"


def test_cancelling_asks_first_and_then_gives_the_seat_to_the_next(client, part):
    first, _second, third = (make_registration(part) for _ in range(3))
    client.post(own(first, "otkaz"))
    assert (seat_of(first).state, seat_of(third).state) == ("cancelled", "offered")
    page = words(client.get(own(third)))
    assert f"priemam/{seat_of(third).pk}" in page
    client.post(own(third, "priemam", str(seat_of(third).pk)))
    assert seat_of(third).state == "confirmed"


def test_after_the_event_nothing_is_given_back_or_passed_on(client, part):
    registration = make_registration(part)
    code = seat_of(registration).attendee.code
    past = timezone.now() - timedelta(days=1)
    Event.objects.update(starts_at=past, ends_at=past)
    for path in ("otkaz", f"otkaz/{code}", f"smyana/{code}", f"prehvarli/{code}"):
        answer = client.post(own(registration, *path.split("/")), {"name": "x", "email": "x@example.net"})
        assert answer.status_code == 404
    assert seat_of(registration).state == "confirmed"


def test_confirming_for_a_cancelled_event_says_so(client, part):
    registration = make_registration(part, confirmed_at=None)
    Event.objects.update(state="cancelled")
    link = keys.link_to_confirm(registration).partition("/zapisvane")[2]
    page = words(client.post("/zapisvane" + link, follow=True))
    assert "Събитието е отменено." in page and "потвърдена" not in page
    assert seat_of(registration).state == "held"


def test_an_ended_event_is_not_open_whatever_its_parts_say(client, part):
    past = timezone.now() - timedelta(hours=1)
    Event.objects.update(starts_at=past, ends_at=past)
    assert 'name="consent"' not in words(client.get(address(part.event)))
    assert address(part.event) not in words(client.get(f"/sabitia/{part.event.slug}/"))


@pytest.mark.parametrize(
    "name", ["Мария\u202eавортеП", "\u200b\u200d", "Мария\u2028Петрова", "\u3164", "\u00ad\ufeff", "\u2060 \u200b"]
)
def test_a_name_that_cannot_be_read_is_refused_in_words(client, part, name):
    page = send(client, part, filled(client, part, people=(name,)))
    assert page.status_code == 200 and page.context["sheet"].people[0].errors["name"]
    assert not Registration.objects.exists()
    registration = make_registration(part)
    code = seat_of(registration).attendee.code
    client.post(own(registration, "smyana", code), {"name": name})
    assert Attendee.objects.get().name == "Мария Петрова"


def test_one_client_holds_a_few_unconfirmed_seats_and_confirming_frees_the_way(client, forum):
    part = make_part(forum)
    for number in range(2):
        people = [f"Човек {number}{one}" for one in range(5)]
        answer = send(client, part, filled(client, part, people=people, email=f"a{number}@example.net"))
        assert answer.status_code == 302
    refused = send(client, part, filled(client, part, people=("Още един",), email="b@example.net"))
    assert refused.status_code == 429 and "не са потвърдени" in words(refused) and "Още един" in words(refused)
    assert part.seats.count() == 10
    elsewhere = client.post(
        address(forum), filled(client, part, people=("Отдругаде",), email="c@example.net"), REMOTE_ADDR="192.0.2.7"
    )
    assert elsewhere.status_code == 302
    seats.confirm(Registration.objects.earliest("pk"))
    assert send(client, part, filled(client, part, people=("Още един",), email="b@example.net")).status_code == 302


def test_a_question_says_for_which_part_it_is_when_there_are_several(client, part):
    ask(
        part,
        ("text", {"question_bg": "Диета?", "question_en": "", "required": False}),
        ("file", {"question_bg": "Доклад", "question_en": "", "required": False}),
    )
    assert "За „Форум“." not in words(client.get(address(part.event)))
    make_part(part.event, "Пресконференция")
    assert words(client.get(address(part.event))).count("За „Форум“.") == 2


def test_an_offer_that_ran_out_is_not_taken(client, part):
    first, _second, third = (make_registration(part) for _ in range(3))
    seats.cancel(first)
    Seat.objects.filter(pk=seat_of(third).pk).update(until=timezone.now())
    client.post(own(third, "priemam", str(seat_of(third).pk)))
    assert seat_of(third).state == "offered"


def test_markup_in_names_stays_text(client, part):
    registration = make_registration(part, "<script>zebra</script>")
    assert "<script>zebra" not in words(client.get(own(registration)))
    assert escape("<script>zebra</script>") in words(client.get(own(registration)))
    assert "<script>zebra" not in OutgoingMail.objects.latest("pk").html


@pytest.mark.parametrize("people", [1, 3])
def test_what_the_form_and_the_own_page_cost(client, part, django_assert_max_num_queries, people):
    from events.registering.seats import Person

    registration = make_registration(
        part, people=[Person(f"Човек {number}", "", {part.pk: {}}) for number in range(people)]
    )
    client.get(own(registration))
    client.get(address(part.event))
    with django_assert_max_num_queries(8):
        client.get(own(registration))
    for number in range(people):
        make_part(part.event, f"Част {number}")
    with django_assert_max_num_queries(14):
        client.get(address(part.event))
