"""Certificates: for those who came, numbered without a gap, checked by everybody, read in full by their owner alone."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from pypdf import PdfReader

from core.certificates.numbering import initials
from core.models import CertificateYear
from events.certificates.giving import give
from events.models import Certificate, Seat
from events.papers.certificate import certificate
from members.own_data import collectors
from tests.events.day import forum_part, held_event, register
from tests.factories.events import make_part
from tests.factories.members import make_editor, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(homes):
    return held_event("Форум на село")


@pytest.fixture
def part(event):
    return forum_part(event)


@pytest.fixture
def letters(settings):
    from core.models import OutgoingMail

    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    return OutgoingMail.objects


def test_only_who_came_gets_one_and_only_once(event, part, letters):
    register(event, part, "Станислава Живкова", came=True)
    register(event, part, "Не дойде")
    register(event, part, "Без имейл", came=True, email="")
    assert (give(event), give(event)) == (2, 0)
    numbers = sorted(Certificate.objects.values_list("year", "running"))
    assert [running for _year, running in numbers] == [1, 2]
    [letter] = letters.all()
    assert "Станислава Живкова" in letter.text and "/udostoverenie/pdf/" in letter.text


def test_nobody_gets_one_while_the_part_still_goes_on(client, event, part):
    now = timezone.now()
    longer = make_part(event, "Пътуване", ends_at=now + timedelta(hours=3))
    endless = make_part(event, "Без край", ends_at=None)
    register(event, part, "Приключил Човек", came=True)
    register(event, endless, "До края на събитието", came=True)
    [seat] = register(event, part, "Пътуващ Човек", came=True)
    Seat.objects.create(attendee=seat.attendee, part=longer, state=seat.state, came_at=now)
    client.force_login(make_editor(event.organization))
    address = reverse("wagtailsnippets_events_event:certificates", args=[event.pk])
    page = client.get(address).content.decode()
    assert gettext("Certificates are made when the part that people came to has ended.") in page
    assert "Приключил Човек" in page and "Пътуващ Човек" not in page
    assert (give(event), give(event)) == (2, 0)
    assert not Certificate.objects.filter(attendee=seat.attendee).exists()
    client.post(address)
    longer.ends_at = now
    longer.save()
    assert give(event) == 1


@pytest.mark.parametrize(("place", "end"), [("", "г."), ("читалище „Искра“", "„Искра“."), ("зала на ул.", "ул.")])
def test_the_sentence_ends_with_one_full_stop(event, part, place, end):
    event.place_bg = place
    event.save()
    register(event, part, "Станислава Живкова", came=True)
    give(event)
    text = PdfReader(BytesIO(certificate(event.certificates.get()))).pages[0].extract_text()
    assert end in text and ".." not in text


def test_long_names_and_many_parts_stay_on_one_sheet(homes):
    event = held_event(("Дълго заглавие " * 13)[:200], place_bg="място " * 26, hall_bg="зала " * 24)
    [seat] = register(event, forum_part(event), ("Станислава " * 11)[:120], came=True, email="")
    for number in range(8):
        part = make_part(event, f"{'част ' * 23}{number}")
        Seat.objects.create(attendee=seat.attendee, part=part, state="confirmed", came_at=seat.came_at)
    give(event)
    [page] = PdfReader(BytesIO(certificate(event.certificates.get()))).pages
    said = page.extract_text()
    assert "Станислава" in said and "част 7" in said and "Проверете номера" in said


def test_numbers_go_on_without_a_gap_after_a_failure(event, part):
    register(event, part, "Първи Човек", came=True)
    with pytest.raises(RuntimeError), transaction.atomic():
        give(event)
        raise RuntimeError
    assert not Certificate.objects.exists()
    give(event)
    other = held_event("Друг форум")
    register(other, forum_part(other), "Втори Човек", came=True)
    give(other)
    assert list(Certificate.objects.values_list("running", flat=True)) == [1, 2]
    assert CertificateYear.objects.get().last == 2
    assert re.fullmatch(r"\d{4}-0002", other.certificates.get().number)


def test_everybody_checks_a_number_and_learns_no_name(client, event, part):
    register(event, part, "Станислава Живкова", came=True)
    give(event)
    given = event.certificates.get()
    shown = client.get(reverse("certificates:check", args=[given.code.lower()]))
    page = shown.content.decode()
    assert given.number in page and "Форум на село" in page and "С. Ж." in page and "noindex" in shown["X-Robots-Tag"]
    assert "Станислава" not in page and "Живкова" not in page and str(given.token) not in page
    assert not shown.cookies and "no-store" in shown["Cache-Control"]
    unknown = client.get(reverse("certificates:check", args=["NQMATAKA"]))
    assert unknown.status_code == 404 and "не е издавал" in unknown.content.decode()


def test_an_event_for_members_has_no_link_on_the_open_page(client, homes):
    event = held_event("Среща на членовете", audience="members")
    register(event, forum_part(event), "Иван Иванов", came=True)
    give(event)
    page = client.get(reverse("certificates:check", args=[event.certificates.get().code])).content.decode()
    assert f"/{event.slug}/" not in page


def test_the_paper_opens_by_its_secret_address(client, event, part):
    register(event, part, "Станислава Живкова", came=True)
    give(event)
    given = event.certificates.get()
    paper = client.get(reverse("certificates:paper", args=[given.token]))
    assert paper.content.startswith(b"%PDF") and "no-store" in paper["Cache-Control"]
    given.name = ""
    given.save()
    gone = client.get(reverse("certificates:paper", args=[given.token]))
    assert gone.status_code == 410 and "заличени" in gone.content.decode()


def test_the_host_makes_them_on_the_desk(client, event, part):
    register(event, part, "Станислава Живкова", came=True)
    client.force_login(make_editor(event.organization))
    address = reverse("wagtailsnippets_events_event:certificates", args=[event.pk])
    assert "Станислава Живкова" in client.get(address).content.decode()
    assert "издадено" in client.post(address, follow=True).content.decode()
    assert "вече имат" in client.post(address, follow=True).content.decode()


@pytest.mark.parametrize("name", ["certificates", "dossier", "opinions"])
def test_a_page_of_the_desk_costs_the_same_for_one_and_for_more(client, event, part, name):
    client.force_login(make_editor(event.organization))
    address = reverse(f"wagtailsnippets_events_event:{name}", args=[event.pk])
    costs = []
    for people in (["А Б"], ["В Г", "Д Е"]):
        register(event, part, *people, came=True)
        give(event)
        register(event, part, *people, came=True)
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1], costs


def test_ones_own_stand_in_the_copy_of_own_data(event, part):
    person = make_user("chlen@example.org")
    register(event, part, "Станислава Живкова", came=True, email="chlen@example.org")
    register(event, part, "Чужд Човек", came=True)
    give(event)
    assert [row["name"] for row in collectors["event-certificates"](person).rows] == ["Станислава Живкова"]


@pytest.mark.parametrize(
    ("name", "short"),
    [("Иван Петров", "И. П."), ("Ана-Мария д'Арк", "А. Д."), ("(секретар)", ""), ("  ", "")],
)
def test_initials(name, short):
    assert initials(name) == short
