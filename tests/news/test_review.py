"""Who looks at the news of an organisation before readers do: the office, its own reviewer, or nobody until later."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Workflow

from core.models import OutgoingMail
from members.affiliations import leave
from members.models import Affiliation, Organization, SelfPublished
from members.signals import organization_changed
from news.models import NewsPage, NewsroomPage
from tests.factories.members import make_editor, make_organization, make_user
from tests.factories.news import make_news, make_newsroom
from tests.news.test_workflow import decide, edit, fresh, submit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def outbox(homes, settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"


@pytest.fixture
def reviewer(newsroom):
    return make_editor(newsroom.organization, "pregled@example.org")


def change(organization, **values):
    organization = Organization.objects.get(pk=organization.pk)
    for name, value in values.items():
        setattr(organization, name, value)
    organization.save()


def browser(user):
    client = Client()
    client.force_login(user)
    return client


def workflow_of(newsroom):
    return NewsroomPage.objects.get(pk=newsroom.pk).get_workflow()


def told(user):
    return [letter.subject for letter in OutgoingMail.objects.order_by("pk") if letter.to == [user.email]]


def test_an_organisation_gets_a_review_of_its_own_only_when_it_names_a_reviewer(newsroom, reviewer):
    other = make_newsroom(make_organization("МИГ – Попово", "", "mig-popovo"))
    network = workflow_of(newsroom)
    assert network and workflow_of(other) == network and Workflow.objects.count() == 1
    change(newsroom.organization, reviewer=reviewer)
    own = workflow_of(newsroom)
    assert own != network and own.name == "Преглед: МИГ – Тунджа"
    english = NewsroomPage.objects.get(organization=newsroom.organization, locale__language_code="en")
    assert workflow_of(english) == own
    assert workflow_of(other) == network
    change(newsroom.organization, reviewer=None)
    assert workflow_of(newsroom) == network
    change(newsroom.organization, reviewer=reviewer)
    assert workflow_of(newsroom) == own and Workflow.objects.count() == 2


def test_its_reviewer_decides_and_the_office_may_too(newsroom, editor, reviewer, officer):
    change(newsroom.organization, reviewer=reviewer)
    first, second = (make_news(f"Новина {n}", parent=newsroom, live=False) for n in (1, 2))
    for page in (first, second):
        submit(browser(editor), page)
    assert len(told(reviewer)) == 2 and told(officer) == []
    decide(browser(editor), first, "approve")
    assert not fresh(first).live
    decide(browser(reviewer), first, "approve")
    decide(browser(officer), second, "approve")
    assert fresh(first).live and fresh(second).live
    assert not SelfPublished.objects.exists()


def test_what_is_in_review_when_the_reviewer_goes_waits_for_the_office(newsroom, editor, reviewer, officer):
    change(newsroom.organization, reviewer=reviewer)
    page = make_news(parent=newsroom, live=False)
    submit(browser(editor), page)
    leave(Affiliation.objects.get(person=reviewer))
    network = workflow_of(newsroom)
    assert network.name != "Преглед: МИГ – Тунджа"
    decide(browser(reviewer), page, "approve")
    assert not fresh(page).live
    assert page.title in browser(officer).get("/admin/").content.decode()
    decide(browser(officer), page, "approve")
    assert fresh(page).live


def test_a_stranger_decides_nothing(newsroom, editor, reviewer):
    change(newsroom.organization, reviewer=reviewer)
    page = make_news("TAYNA", parent=newsroom, live=False)
    submit(browser(editor), page)
    stranger = make_editor(make_organization("МИГ – Попово", "", "mig-popovo"), "popovo@example.org")
    decide(browser(stranger), page, "approve")
    assert not fresh(page).live
    assert "TAYNA" not in browser(stranger).get("/admin/").content.decode()


def test_publishing_by_itself_is_given_and_taken(newsroom, editor):
    page = make_news(parent=newsroom, live=False)
    hers = browser(editor)
    edit(hers, page, **{"action-publish": "1"})
    assert not fresh(page).live
    change(newsroom.organization, may_publish=True)
    edit(hers, page, **{"action-publish": "1"})
    assert fresh(page).live
    change(newsroom.organization, may_publish=False)
    edit(hers, page, title="Сменено", **{"action-publish": "1"})
    assert fresh(page).title != "Сменено"
    other = make_newsroom(make_organization("МИГ – Попово", "", "mig-popovo"))
    assert not other.permissions_for_user(editor).can_publish()


def test_the_office_looks_at_it_afterwards_and_once(newsroom, editor, officer):
    change(newsroom.organization, may_publish=True)
    page = make_news("Прякo публикувана", parent=newsroom, live=False)
    hers, desk = browser(editor), browser(officer)
    for title in ("Пряко публикувана", "Пряко публикувана, поправена"):
        edit(hers, page, title=title, **{"action-publish": "1"})
    row = SelfPublished.objects.get()
    assert (row.organization, row.by, row.title) == (newsroom.organization, editor, "Пряко публикувана, поправена")
    assert "без преглед" in desk.get("/admin/").content.decode()
    listed = desk.get("/admin/members/selfpublished/?seen=no").content.decode()
    assert row.title in listed
    shown = desk.get(f"/admin/members/selfpublished/inspect/{row.pk}/").content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in shown
    for _press in range(2):
        desk.post(reverse("members_selfpublished_modeladmin_seen", args=[row.pk]))
    row.refresh_from_db()
    assert row.seen_by == officer
    edit(hers, page, title="И пак", **{"action-publish": "1"})
    assert SelfPublished.objects.filter(seen_at=None).count() == 1
    assert hers.get("/admin/members/selfpublished/", follow=True).request["PATH_INFO"] == "/admin/"


def test_what_the_office_publishes_is_no_news_to_it(newsroom, officer):
    change(newsroom.organization, may_publish=True)
    page = make_news(parent=newsroom, live=False)
    edit(browser(officer), page, **{"action-publish": "1"})
    assert fresh(page).live and not SelfPublished.objects.exists()


def test_its_profile_published_by_itself_is_looked_at_too(newsroom, editor):
    from wagtail.log_actions import LogContext

    organization = Organization.objects.get(pk=newsroom.organization_id)
    with LogContext(user=editor):
        organization.save_revision(user=editor).publish()
    assert SelfPublished.objects.get().title == "МИГ – Тунджа"


def test_a_newsroom_bears_the_new_name_and_keeps_its_address(newsroom):
    change(newsroom.organization, name_bg="МИГ – Тунджа и Сливен", name_en="LAG Tundzha and Sliven")
    rooms = NewsroomPage.objects.filter(organization=newsroom.organization)
    assert {room.title for room in rooms} == {"МИГ – Тунджа и Сливен", "LAG Tundzha and Sliven"}
    assert {room.url for room in rooms} == {"/novini/mig-tundzha/", "/en/news/mig-tundzha/"}
    room = NewsroomPage.objects.get(pk=newsroom.pk)
    room.title = "Новини от Тунджа"
    room.save_revision().publish()
    change(newsroom.organization, name_bg="МИГ – Тунджа")
    assert NewsroomPage.objects.get(pk=newsroom.pk).title == "Новини от Тунджа"


def test_others_hear_of_a_change_with_what_was_and_of_nothing_else(newsroom):
    heard = []

    def listen(sender, organization, was, **kwargs):
        heard.append((was["name_bg"], organization.name_bg))

    organization_changed.connect(listen)
    try:
        change(newsroom.organization, summary_bg="Ново резюме")
        assert heard == []
        change(newsroom.organization, name_bg="Ново име")
        assert heard == [("МИГ – Тунджа", "Ново име")]
        Organization.objects.get(pk=newsroom.organization_id).save(update_fields=["summary_bg"])
        assert len(heard) == 1
    finally:
        organization_changed.disconnect(listen)


def test_a_person_without_an_organisation_may_review(newsroom, editor):
    outsider = make_user("predsedatel@example.org")
    change(newsroom.organization, reviewer=outsider)
    page = make_news(parent=newsroom, live=False)
    submit(browser(editor), page)
    assert NewsPage.objects.get(pk=page.pk).current_workflow_task.specific.is_decided_by(outsider)
