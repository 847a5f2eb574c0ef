"""The host's side: the register of registrations, people entered by hand, letters to all. Each host sees its own."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from openpyxl import load_workbook

from core.models import OutgoingMail
from events.models import AnswerFile, EventPart, Registration, Seat
from tests.factories.events import make_registration, seat_of, states
from tests.factories.members import make_organization, make_user

pytestmark = pytest.mark.django_db


def at(name, *arguments):
    return reverse(f"events_seat_modeladmin_{name}", args=arguments)


def body(answer) -> str:
    return answer.getvalue().decode(errors="replace")


def zebra(part, **fields):
    """A registration of which nobody else may see anything."""
    return make_registration(
        part, "zebra name", "zebra@example.net", organization_name="zebra org", note="zebra note", **fields
    )


def with_file(part):
    registration = zebra(part)
    file = AnswerFile(event=part.event, registration=registration, name="zebra.txt")
    file.file.save("zebra.txt", ContentFile(b"zebra content"))
    part.questions = [{"type": "file", "id": "f", "value": {"question_bg": "Карта?", "required": False}}]
    part.save()
    registration.attendees.get().seats.update(answers={"f": {"file": str(file.key), "name": "zebra.txt"}})
    return file


def test_the_host_and_the_office_see_everything_and_nobody_else_anything(client, part, host, stranger, officer, homes):
    file = with_file(part)
    seat = Seat.objects.get(part=part)
    addresses = [
        at("index"),
        f"{at('index')}?event={part.event_id}",
        f"{at('index')}?event={part.event_id}&part={part.pk}",
        f"{at('index')}?q=zebra",
        f"{at('index')}?export=csv",
        f"{at('index')}?export=xlsx",
        at("inspect", seat.pk),
        reverse("answer_file", args=[file.key]),
    ]
    for person in (host, officer):
        client.force_login(person)
        for address in addresses:
            assert "xlsx" in address or "zebra" in body(client.get(address)), (person, address)
    for person in (stranger, make_user("chlen@example.org"), None):
        client.logout()
        if person:
            client.force_login(person)
        for address in addresses:
            answer = client.get(address)
            shown = body(answer).replace('value="zebra"', "").replace("q=zebra", "")
            assert "zebra" not in shown, (person, address)
            assert answer.status_code in (200, 302, 403, 404)
    client.force_login(stranger)
    shown = body(client.get(at("index")))
    assert "Тяхна" in shown and part.event.title_bg not in shown, "not even in the filters"
    for search in ("zebra", "ZEBRA"):
        assert "zebra name" not in body(client.get(f"{at('index')}?q={search}"))


def test_a_spreadsheet_of_others_stays_empty(client, part, stranger):
    zebra(part)
    client.force_login(stranger)
    sheet = load_workbook(BytesIO(client.get(f"{at('index')}?export=xlsx").getvalue())).active
    assert sheet.max_row == 2 and "zebra" not in str([[cell.value for cell in row] for row in sheet.rows])


@pytest.mark.parametrize("verb", ["approve", "confirm", "decline", "cancel", "organization"])
def test_nobody_acts_on_the_registrations_of_others(client, part, stranger, verb):
    EventPart.objects.update(needs_approval=True)
    part.refresh_from_db()
    registration = zebra(part)
    client.force_login(stranger)
    assert client.post(at(verb, seat_of(registration).pk), {"reason": ""}).status_code == 404
    assert seat_of(registration).state == "asked"


def test_what_the_host_can_do_with_a_registration(client, part, host):
    EventPart.objects.update(needs_approval=True)
    part.refresh_from_db()
    one, two, three = (make_registration(part) for _ in range(3))
    client.force_login(host)
    assert client.get(at("approve", seat_of(one).pk)).url == at("inspect", seat_of(one).pk)
    assert seat_of(one).state == "asked", "a link changes nothing"
    client.post(at("approve", seat_of(one).pk))
    client.post(at("approve", seat_of(one).pk))
    assert "дума" not in body(client.get(at("decline", seat_of(two).pk)))
    client.post(at("decline", seat_of(two).pk), {"reason": "Една дума"})
    assert states(part) == ["confirmed", "declined", "offered"]
    client.post(at("confirm", seat_of(three).pk))
    client.post(at("cancel", seat_of(one).pk))
    assert states(part) == ["cancelled", "declined", "confirmed"]
    assert OutgoingMail.objects.filter(key__contains=":approved:").count() == 1


def test_the_host_says_which_organisation_is_meant(client, part, host):
    registration = make_registration(part, organization_name="Искрата")
    school = make_organization("НЧ „Искра“", "Iskra", "iskra")
    hidden = make_organization("НЧ „Скрито“", "", "skrito")
    type(hidden).objects.filter(pk=hidden.pk).update(live=False)
    client.force_login(host)
    there = at("organization", seat_of(registration).pk)
    asked = body(client.get(there))
    assert "НЧ „Искра“" in asked and "Скрито" not in asked
    client.post(there, {"organization": hidden.pk})
    registration.refresh_from_db()
    assert registration.organization is None
    client.post(there, {"organization": school.pk})
    registration.refresh_from_db()
    assert (registration.organization, registration.organization_name) == (school, "Искрата")


def test_a_seat_that_is_not_there_is_not_given_and_it_is_said(client, part, host):
    *_seated, third = (make_registration(part) for _ in range(3))
    client.force_login(host)
    answer = client.post(at("confirm", seat_of(third).pk), follow=True)
    assert seat_of(third).state == "waiting" and list(answer.context["messages"])


def test_who_is_there_twice_is_pointed_out(client, part, host):
    first, second = make_registration(part), make_registration(part, email="drug@example.net")
    make_registration(part, "Съвсем друг", "treti@example.net")
    client.force_login(host)
    shown = body(client.get(at("inspect", seat_of(first).pk)))
    assert at("inspect", seat_of(second).pk) in shown and "Съвсем друг" not in shown


def test_exports_hold_words_and_no_formulas(client, part, host):
    make_registration(part, "=HYPERLINK(1)", organization_name="@sum")
    client.force_login(host)
    text = body(client.get(f"{at('index')}?export=csv"))
    assert text.startswith("\ufeff")
    assert "'=HYPERLINK(1)" in text and "'@sum" in text
    assert str(seat_of(Registration.objects.get()).get_state_display()) in text and ",confirmed," not in text


@pytest.mark.parametrize(
    "query", ["event=x", "part=x", "state=x", "event=99999999999999999999", "created__gte=bad", "p=x"]
)
def test_strange_addresses_break_nothing(client, part, host, query):
    make_registration(part)
    client.force_login(host)
    assert client.get(f"{at('index')}?{query}").status_code in (200, 302)
    assert client.get(at("inspect", 10**15)).status_code == 404


@pytest.mark.parametrize("people", [1, 3])
def test_what_the_list_costs(client, part, host, django_assert_max_num_queries, people):
    for _ in range(people):
        make_registration(part)
    client.force_login(host)
    client.get(at("index"))
    with django_assert_max_num_queries(27):
        client.get(at("index"))
