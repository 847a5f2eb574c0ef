"""A printed certificate with a misspelt name: another one takes its place, and who checks the old number learns so."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from core.models import OutgoingMail
from events.certificates.giving import give
from events.certificates.replacing import replace
from events.dossier.contents import contents
from events.models import Certificate
from tests.events.day import forum_part, held_event, register
from tests.factories.members import make_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def given(homes, outbox):
    event = held_event("Форум на село")
    register(event, forum_part(event), "Станиславя Живкова", came=True, email="gost@example.org")
    give(event)
    return event.certificates.get()


def correct(given):
    return reverse("wagtailsnippets_events_event:certificate", args=[given.event_id, given.token])


def check(client, given):
    return client.get(reverse("certificates:check", args=[given.code])).content.decode()


def test_the_host_puts_a_name_right_once(client, given):
    host = make_editor(given.event.organization)
    client.force_login(host)
    assert "Станиславя" in client.get(correct(given)).content.decode()
    for _press in range(2):
        answer = client.post(correct(given), {"name": "Станислава Живкова"}, follow=True)
    made = Certificate.objects.get(replaces=given)
    assert Certificate.objects.count() == 2 and (made.name, made.attendee.name) == ("Станислава Живкова",) * 2
    assert (given.running, made.running) == (1, 2) and made.code != given.code and made.token != given.token
    assert made.number in answer.content.decode(), "the list says what took its place"
    entry = ModelLogEntry.objects.get(action="portal.event.certificate_replaced")
    assert entry.user == host and entry.data == {"old": given.number, "new": made.number}
    letter = OutgoingMail.objects.get(key__endswith=f":certificate:{made.pk}")
    assert letter.to == ["gost@example.org"] and str(made.token) in letter.text and made.number in letter.text


def test_whoever_checks_the_old_number_learns_that_it_was_replaced_and_no_more(client, given):
    made = replace(given, "Станислава Живкова")
    page = check(client, given)
    assert given.number in page and 'class="notice warn' in page
    for secret in ("С. Ж.", "Станислав", made.code, made.number, str(made.token), given.event.title_bg):
        assert secret not in page
    page = check(client, made)
    assert "С. Ж." in page and 'class="notice ok' in page


def test_the_old_letter_opens_the_new_paper(client, given):
    made = replace(given, "Станислава Живкова")
    answer = client.get(reverse("certificates:paper", args=[given.token]))
    assert answer.url == reverse("certificates:paper", args=[made.token]) and "noindex" in answer["X-Robots-Tag"]


def test_it_is_given_out_counted_and_packed_once(given):
    again = replace(replace(given, "Станислава Живкова"), "Станислава Живкова-Петрова")
    assert again.running == 3 and give(given.event) == 0
    assert next(line for line in contents(given.event) if line.name == "udostovereniya").words == "1"


@pytest.mark.parametrize("name", ["", "   ", "Две\nлинии", "\u202eобърнато", "Станиславя Живкова"])
def test_no_name_changes_nothing_and_is_said(client, given, name):
    client.force_login(make_editor(given.event.organization))
    answer = client.post(correct(given), {"name": name})
    assert answer.status_code == 200 and answer.context["form"].errors["name"]
    assert Certificate.objects.count() == 1


def test_others_correct_nothing_and_an_erased_name_is_gone(client, given, stranger):
    client.force_login(stranger)
    assert client.post(correct(given), {"name": "Друго Име"}).status_code in (302, 403, 404)
    other = held_event("Друго")
    client.force_login(make_editor(given.event.organization))
    wrong = reverse("wagtailsnippets_events_event:certificate", args=[other.pk, given.token])
    assert client.post(wrong, {"name": "Друго Име"}).status_code == 404
    Certificate.objects.update(name="", made_at=timezone.now())
    assert client.get(correct(given)).status_code == 404 and replace(given, "Друго Име") is None
    assert Certificate.objects.count() == 1
