"""Merging in the register: what is seen, who may, and that a second press does nothing."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from events.models import Registration, Seat
from events.registering.answers import in_one_line
from tests.factories.events import make_event, make_part, make_registration, seat_of, states

pytestmark = pytest.mark.django_db


def at(registration, query=""):
    return reverse("merge_people", args=[seat_of(registration).pk]) + query


@pytest.fixture
def twice(part):
    return make_registration(part, note="С влак"), make_registration(part, "Maria Petrova", "druga@example.net")


def both(kept, other, **more):
    return {"kept": kept.pk, "others": [kept.pk, other.pk]} | more


def test_the_host_sees_both_side_by_side_and_merges_them_once(client, part, twice, host):
    one, two = twice
    there = at(one)
    client.force_login(host)
    assert there in client.get(reverse("events_seat_modeladmin_inspect", args=[seat_of(one).pk])).content.decode()
    shown = client.get(there)
    page = shown.content.decode()
    assert all(words in page for words in ("С влак", "maria@example.net", "druga@example.net"))
    same = f"same_{two.attendees.get().pk}"
    assert shown.context["form"][same].value() == str(one.attendees.get().pk), "by name, in Latin letters too"
    sent = both(one, two) | {same: one.attendees.get().pk}
    for _press in range(2):
        assert client.post(there, sent).url == reverse("events_seat_modeladmin_inspect", args=[seat_of(one).pk])
    two.refresh_from_db()
    assert (two.merged_into, two.merged_by, Seat.objects.filter(part=part).count()) == (one, host, 1)
    entry = ModelLogEntry.objects.get(action="portal.event.merged")
    assert entry.user == host and entry.data == {"kept": one.pk, "merged": [two.pk]}
    assert (
        "druga@example.net"
        in client.get(reverse("events_seat_modeladmin_inspect", args=[seat_of(one).pk])).content.decode()
    )


def test_the_second_press_finds_its_way_where_the_seat_itself_has_gone(client, part, twice, host, stranger):
    one, two = twice
    there, left = at(two), reverse("events_seat_modeladmin_inspect", args=[seat_of(one).pk])
    sent = both(one, two, **{f"same_{two.attendees.get().pk}": one.attendees.get().pk})
    client.force_login(host)
    assert [client.post(there, sent).url for _press in range(2)] == [left, left]
    assert client.post(there, sent | {"others": [two.pk, "x"]}).status_code == 404
    client.force_login(stranger)
    assert client.post(there, sent).status_code == 404


def test_another_person_comes_along(client, part, twice, host):
    one, two = twice
    client.force_login(host)
    client.post(at(one), both(two, one, **{f"same_{two.attendees.get().pk}": ""}))
    assert two.attendees.count() == 2 and states(part) == ["confirmed", "confirmed"]


def test_colleagues_who_share_an_address_are_shown_and_not_taken_for_one(client, part, host):
    one, again = make_registration(part, "Мария Петрова"), make_registration(part, "МАРИЯ ПЕТРОВА")
    colleague = make_registration(part, "Иван Иванов")
    client.force_login(host)
    form = client.get(at(one)).context["form"]
    assert form["others"].value() == [str(one.pk), str(again.pk)] and str(colleague.pk) in form.registrations
    assert not form[f"same_{colleague.attendees.get().pk}"].value()


def test_who_is_not_alike_is_found_and_others_are_not(client, part, host):
    one = make_registration(part)
    far = make_registration(part, "М. П.", "sasem@example.net", organization_name="Искра")
    make_registration(make_part(make_event("Друго", slug="drugo")), "Искра Отдруго")
    client.force_login(host)
    assert "sasem@" not in client.get(at(one)).content.decode()
    page = client.get(at(one, "?q=искра")).content.decode()
    assert "sasem@" in page and "Отдруго" not in page
    client.post(at(one, "?q=искра"), both(one, far))
    assert one.attendees.count() == 2


def test_who_is_looked_for_is_found_however_many_are_alike(client, part, host):
    one = make_registration(part)
    for number in range(7):
        make_registration(part, f"Колега {number}")
    make_registration(part, "М. П.", "sasem@example.net")
    client.force_login(host)
    assert len(client.get(at(one)).context["columns"]) == 6
    assert "sasem@" in client.get(at(one, "?q=sasem")).content.decode()


@pytest.mark.parametrize("sent", [
    {}, {"kept": "x"}, {"kept": "9" * 30, "others": ["1"]}, {"kept": "1", "others": ["²", "-1"]},
])  # fmt: skip
def test_nothing_chosen_or_rubbish_merges_nothing_and_says_so(client, part, twice, host, sent):
    one, _two = twice
    client.force_login(host)
    for posted in (sent, {"kept": one.pk}):
        answer = client.post(at(one), posted)
        assert answer.status_code == 200 and answer.context["form"].errors
    assert not Registration.objects.exclude(merged_into=None).exists()


def test_another_organisation_finds_nothing_and_forges_nothing(client, part, twice, stranger, officer):
    one, two = twice
    client.force_login(stranger)
    assert client.get(at(one)).status_code == 404 and client.post(at(one), both(one, two)).status_code == 404
    own = Registration.objects.get(event__slug="tyahno")
    answer = client.post(at(own), {"kept": own.pk, "others": [one.pk, two.pk]})
    assert answer.status_code == 200 and "С влак" not in answer.content.decode()
    assert not Registration.objects.exclude(merged_into=None).exists()
    client.force_login(officer)
    assert client.get(at(one)).status_code == 200


def test_answers_in_one_cell_of_a_sheet_read_like_sentences(part):
    asked = {"a": "Ще пътувате ли с автобуса?", "b": "Обяд", "c": "Какво носите:"}
    part.questions = [
        {"type": "text", "id": key, "value": {"question_bg": words, "required": False}} for key, words in asked.items()
    ]
    part.save()
    registration = make_registration(part)
    Seat.objects.update(answers={"a": "да", "b": "месо", "c": "торта", "gone": "стар"})
    assert in_one_line(seat_of(registration), "bg").startswith(
        "Ще пътувате ли с автобуса? да; Обяд: месо; Какво носите: торта; "
    )
