"""„Вярно ли е още?“: who is asked when, once; and what a yes does."""

from datetime import datetime, time, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry

from core.dates import SOFIA
from core.regularly import tick
from members.affiliations import join, leave
from members.enums import Role
from members.freshness import actions
from members.models import Organization
from tests.factories.members import make_admin, make_editor, make_organization, make_user
from tests.factories.news import make_newsroom

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
PAGE = "/vyarno-li-e/mig-tundzha/"


@pytest.fixture
def organization(homes):
    """Published and last confirmed a good half a year ago."""
    organization = make_newsroom().organization
    Organization.objects.update(confirmed_on=TODAY - timedelta(200), phone="+359 46 000 001")
    return Organization.objects.get(pk=organization.pk)


@pytest.fixture
def people(organization):
    editor = make_editor(organization)
    manager = make_editor(organization, "upravitel@example.org", Role.MANAGER)
    manager.language = "en"
    manager.save()
    join(make_user("chlen@example.org"), organization, Role.MEMBER)
    return editor, manager


def test_editors_are_asked_in_their_language_once(people, letters):
    assert actions.ask(TODAY) == 2
    assert actions.ask(TODAY) == actions.ask(TODAY + timedelta(1)) == 0
    (bulgarian,), (english,) = letters("tundzha@example.org"), letters("upravitel@example.org")
    assert bulgarian.subject == "Верен ли е още профилът на МИГ – Тунджа?" and "+359 46 000 001" in bulgarian.text
    assert "http://localhost:8000/vyarno-li-e/mig-tundzha/" in bulgarian.text
    assert english.subject.startswith("Is the profile of") and "/en/vyarno-li-e/mig-tundzha/" in english.text
    assert not letters("chlen@example.org")


def test_they_are_reminded_once_more_and_asked_anew_in_half_a_year(people, organization, letters):
    actions.ask(TODAY)
    actions.ask(TODAY + timedelta(20))
    actions.ask(TODAY + timedelta(60))
    assert len(letters("tundzha@example.org")) == 2
    actions.confirm(organization, people[0], TODAY)
    assert actions.ask(TODAY + timedelta(181)) == 0
    assert actions.ask(TODAY + timedelta(183)) == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "former"},
        {"status": "applicant"},
        {"live": False},
        {"confirmed_on": TODAY - timedelta(100)},
        {"confirmed_on": None, "first_published_at": timezone.now() - timedelta(50)},
    ],
)
def test_nobody_is_asked_about_what_needs_no_answer(people, fields):
    Organization.objects.update(**fields)
    assert actions.ask(TODAY) == 0


def test_who_has_left_is_not_asked(people, letters):
    leave(people[0].affiliations.get())
    assert actions.ask(timezone.localdate() + timedelta(1)) == 1
    assert not letters("tundzha@example.org")


def test_one_press_confirms_and_the_profile_shows_it(client, people, organization):
    client.force_login(people[0])
    html = client.get(PAGE).content.decode()
    assert "+359\xa046\xa0000\xa0001" in html
    organization.refresh_from_db()
    assert organization.confirmed_on == TODAY - timedelta(200)  # opening a link in a letter is no answer
    for _press in range(2):
        assert "Благодарим" in client.post(PAGE, follow=True).content.decode()
    organization.refresh_from_db()
    assert organization.confirmed_on == timezone.localdate()
    assert ModelLogEntry.objects.filter(action="members.confirm").count() == 1
    assert "Последно потвърдено" in client.get("/organizatsii/mig-tundzha/").content.decode()


def test_only_its_editors_may(client, people, organization):
    for user in (None, make_user("chuzhd@example.org")):
        if user:
            client.force_login(user)
        for response in (client.get(PAGE), client.post(PAGE)):
            assert response.status_code == (404 if user else 302)
    organization.refresh_from_db()
    assert organization.confirmed_on == TODAY - timedelta(200)


def test_the_first_page_of_the_admin_asks_editors_and_tells_the_office(client, people, organization):
    client.force_login(people[0])
    assert PAGE in client.get("/admin/").content.decode()
    client.force_login(make_admin())
    html = client.get("/admin/").content.decode()
    assert "1 профил не е потвърждаван от половин година" in html and PAGE not in html
    make_organization("Прясна", slug="pryasna").save_revision().publish()
    listed = client.get("/admin/snippets/members/organization/?unconfirmed=true").content.decode()
    assert "МИГ – Тунджа" in listed and "Прясна" not in listed
    others = client.get("/admin/snippets/members/organization/?unconfirmed=false").content.decode()
    assert "Прясна" in others and f"edit/{organization.pk}/" not in others


def test_it_happens_once_in_the_morning_and_by_hand(people, letters, capsys):
    with time_machine.travel(datetime.combine(TODAY, time(7, 30), SOFIA), tick=False):
        tick.send(sender=None)
        assert not letters("tundzha@example.org")
    with time_machine.travel(datetime.combine(TODAY, time(8, 30), SOFIA), tick=False):
        tick.send(sender=None)
        tick.send(sender=None)
        call_command("ask_still_right")
    assert len(letters("tundzha@example.org")) == 1
    assert "Letters written: 0" in capsys.readouterr().out
