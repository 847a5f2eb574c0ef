"""One's own page of a registration: how it stands, changing, passing on, cancelling, accepting an offer."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.html import escape

from core.models import OutgoingMail
from events.models import Attendee, Event, Registration, Seat
from events.registering import keys, seats
from tests.events.registering import address, ask, filled, own, send, words
from tests.factories.events import make_part, make_registration, seat_of

pytestmark = pytest.mark.django_db


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
        assert client.get(own(registration, *path.split("/"))).url == own(registration)
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
