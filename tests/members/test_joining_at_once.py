"""Twenty at once: one organisation, one group, one set of letters. Only a database server lets two work at a time."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import Group
from django.db import connections
from wagtail.models import Collection, Page

from core.models import OutgoingMail
from members.joining import actions, keys
from members.models import Affiliation, Application, Consent, Organization
from news.models import NewsroomPage
from tests.factories.joining import make_application
from tests.factories.members import make_officer

AT_ONCE = 20
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.races]


@pytest.fixture(autouse=True)
def outbox(settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"


def at_once(*work) -> list:
    """Runs all of it as nearly at the same moment as can be; what was refused counts as an answer too."""
    barrier = Barrier(len(work))

    def run(one):
        try:
            barrier.wait(30)
            return one()
        except actions.NotReady as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(work)) as pool:
        return [future.result() for future in [pool.submit(run, one) for one in work]]


def assert_admitted_once(application):
    organization = Organization.objects.get()
    application.refresh_from_db()
    assert application.organization == organization
    assert Group.objects.filter(name__startswith="Редактори").count() == 1
    assert Collection.objects.filter(depth=2).count() == 1
    assert NewsroomPage.objects.count() == 2
    assert Affiliation.objects.count() == 2
    letters = Counter(to for letter in OutgoingMail.objects.all() for to in letter.to)
    assert letters == {application.email: 1} | {person["email"]: 1 for person in application.people}
    assert not any(Page.find_problems())


def test_many_approve(homes):
    application, officer = make_application(), make_officer()
    made = at_once(*[lambda: actions.approve(application, officer)] * AT_ONCE)
    assert len({organization.pk for organization in made}) == 1
    assert_admitted_once(application)


def test_half_approve_and_half_decline(homes):
    application, officer = make_application(), make_officer()
    verbs = [lambda: actions.approve(application, officer), lambda: actions.decline(application, officer, "Не")]
    at_once(*verbs * (AT_ONCE // 2))
    application.refresh_from_db()
    if application.state == "approved":
        assert_admitted_once(application)
    else:
        assert application.state == "declined" and not Organization.objects.exists()
        assert OutgoingMail.objects.count() == 1


def test_many_press_send(homes):
    officer = make_officer()
    application = make_application("draft")
    at_once(*[lambda: actions.send(application)] * AT_ONCE)
    assert Application.objects.get().state == "new"
    assert Consent.objects.count() == 2
    application.refresh_from_db()
    shown = keys.proof(application)
    at_once(*[lambda: actions.confirm_email(application, shown)] * AT_ONCE)
    assert Counter(to for letter in OutgoingMail.objects.all() for to in letter.to) == {
        application.email: 1,
        officer.email: 1,
    }


def test_many_send_for_one_eik(homes):
    drafts = [make_application("draft", email=f"nov{number}@example.net") for number in range(AT_ONCE)]
    answers = at_once(*[lambda draft=draft: actions.send(draft) for draft in drafts])
    assert Application.objects.filter(state="new").count() == 1
    assert sum(isinstance(answer, actions.NotReady) for answer in answers) == AT_ONCE - 1


def test_many_of_one_name_are_approved_side_by_side(homes):
    officer = make_officer()
    several = [make_application(name="НЧ „Просвета“", eik="", email=f"p{number}@example.net") for number in range(6)]
    at_once(*[lambda one=one: actions.approve(one, officer) for one in several])
    assert Organization.objects.count() == Group.objects.filter(name__startswith="Редактори").count() == 6
    assert len(set(Organization.objects.values_list("slug", flat=True))) == 6
    assert NewsroomPage.objects.count() == 12
    assert not any(Page.find_problems())
