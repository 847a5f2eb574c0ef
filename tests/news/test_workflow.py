"""From the editor's draft to the published article: submit, return with a reason, approve, publish on time."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry
from wagtail.test.utils.form_data import nested_form_data, streamfield

from core.models import OutgoingMail
from members.affiliations import change_role, join
from members.enums import Role
from members.models import Affiliation
from news.models import NewsPage
from tests.factories.members import make_admin, make_editor, make_organization
from tests.factories.news import make_news


@pytest.fixture(autouse=True)
def outbox(settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    settings.BASE_URL = settings.WAGTAILADMIN_BASE_URL = "https://leader.example.org"


@pytest.fixture
def draft(newsroom, editor):
    page = make_news("Мостът „Тунджа“ е отворен", parent=newsroom, live=False)
    NewsPage.objects.filter(pk=page.pk).update(owner=editor)
    return page


@pytest.fixture
def hers(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def desk(officer):
    client = Client()
    client.force_login(officer)
    return client


def form_of(page, **fields):
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "summary": page.summary,
            "body": streamfield([]),
            "audience": "public",
            "related_news": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
        }
        | fields
    ) | {"rubrics": [rubric.pk for rubric in page.rubrics.all()]}


def edit(client, page, **fields):
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form_of(page, **fields))


def submit(client, page):
    return edit(client, page, **{"action-submit": "1"})


def decide(client, page, action, comment=""):
    page = fresh(page)
    task = page.current_workflow_task_state
    return client.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, task.pk]), {"comment": comment}
    )


def fresh(page):
    return NewsPage.objects.get(pk=page.pk)


def letters_to(user):
    return [letter for letter in OutgoingMail.objects.order_by("pk") if letter.to == [user.email]]


def test_the_officer_is_told_in_bulgarian_and_only_once(hers, draft, officer):
    admin = make_admin()
    submit(hers, draft)
    assert fresh(draft).workflow_in_progress
    (letter,) = letters_to(officer)
    assert letter.subject == "За преглед: Мостът „Тунджа“ е отворен"
    assert f"https://leader.example.org/admin/pages/{draft.pk}/edit/" in letter.text
    assert "&" not in letter.text and "waits" not in letter.text
    assert letters_to(admin) == []


def test_the_editor_cannot_publish(hers, draft):
    edit(hers, draft, **{"action-publish": "1"})
    assert not fresh(draft).live
    submit(hers, draft)
    decide(hers, draft, "approve")
    assert not fresh(draft).live


def test_returned_with_a_reason_changed_approved_published(hers, desk, draft, editor, client):
    submit(hers, draft)
    decide(desk, draft, "reject", "Липсва датата на откриването & часът.")
    assert not fresh(draft).live
    (letter,) = letters_to(editor)
    assert letter.subject.startswith("Върната")
    assert "Липсва датата на откриването & часът." in letter.text
    assert f"https://leader.example.org/admin/pages/{draft.pk}/edit/" in letter.text
    assert "Липсва датата на откриването" in hers.get(f"/admin/pages/{draft.pk}/edit/").content.decode()

    edit(hers, draft, title="Мостът се открива на 24 май", **{"action-submit": "1"})
    decide(desk, draft, "approve")
    page = fresh(draft)
    assert page.live and page.title == "Мостът се открива на 24 май"
    assert f"https://leader.example.org{page.url}" in letters_to(editor)[-1].text
    assert "24 май" in Client().get(page.url).content.decode()


def test_who_may_read_it_changes_with_the_approval_and_not_before(hers, desk, draft):
    draft.get_latest_revision().publish()
    edit(hers, draft, audience="members", **{"action-submit": "1"})
    assert fresh(draft).audience == "public"
    decide(desk, draft, "approve")
    assert fresh(draft).audience == "members"
    edit(hers, draft, audience="public")
    assert fresh(draft).audience == "members"


def test_while_it_is_reviewed_the_editor_cannot_change_it(hers, draft):
    submit(hers, draft)
    edit(hers, draft, title="Промяна зад гърба")
    assert fresh(draft).get_latest_revision_as_object().title != "Промяна зад гърба"


def at(moment):
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


def test_a_scheduled_item_appears_and_disappears_on_time(desk, homes, draft):
    soon, later = timezone.now() + timedelta(hours=1), timezone.now() + timedelta(days=1)
    edit(desk, draft, go_live_at=at(soon), expire_at=at(later), **{"action-publish": "1"})
    call_command("tick")
    assert not fresh(draft).live
    page = fresh(draft)
    move_clock(page, go_live_at=timezone.now() - timedelta(minutes=5))
    call_command("tick")
    page = fresh(draft)
    assert page.live
    assert timezone.now() - page.published_on < timedelta(minutes=10)
    assert page.title in Client().get("/novini/").content.decode()

    NewsPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("tick")
    page = fresh(draft)
    assert not page.live and page.expired
    assert page.title not in Client().get("/novini/").content.decode()
    assert Client().get(page.url).status_code == 404


def test_what_the_editor_scheduled_waits_for_its_hour_after_the_approval(hers, desk, draft, editor):
    edit(hers, draft, go_live_at=at(timezone.now() + timedelta(hours=5)), **{"action-submit": "1"})
    decide(desk, draft, "approve")
    page = fresh(draft)
    assert not page.live and page.approved_schedule
    assert "https://leader.example.org/novini" not in letters_to(editor)[-1].text
    move_clock(page, go_live_at=timezone.now() - timedelta(minutes=1))
    call_command("tick")
    assert fresh(draft).live


def move_clock(page, go_live_at):
    """As if the hour had come."""
    revision = page.scheduled_revision
    revision.content["go_live_at"] = go_live_at.isoformat()
    revision.approved_go_live_at = go_live_at
    revision.save()


def test_who_did_what_is_written_down(hers, desk, draft, editor, officer):
    submit(hers, draft)
    decide(desk, draft, "approve")
    actions = set(PageLogEntry.objects.filter(page=draft.pk).values_list("action", "user"))
    assert ("wagtail.workflow.start", editor.pk) in actions
    assert ("wagtail.workflow.approve", officer.pk) in actions


def test_whoever_edits_no_more_reviews_no_more(hers, draft, editor, newsroom):
    """Though still an editor of another organisation, and so in the admin."""
    colleague = make_editor(newsroom.organization, "colleague@example.org")
    join(colleague, make_organization("МИГ – Попово", slug="mig-popovo"))
    organization = newsroom.organization
    organization.reviewer = colleague
    organization.save()
    submit(hers, draft)
    change_role(Affiliation.objects.get(person=colleague, organization=organization), Role.MEMBER)
    theirs = Client()
    theirs.force_login(colleague)
    decide(theirs, draft, "approve")
    assert not fresh(draft).live
    answer = theirs.get(reverse("wagtailadmin_pages:edit", args=[draft.pk]), follow=True)
    assert draft.title not in answer.content.decode()


def test_the_history_of_a_new_newsroom_calls_nothing_a_draft(client, officer, newsroom):
    for room in newsroom.organization.newsrooms.all():
        assert room.live_revision == room.latest_revision is not None
        assert room.first_published_at and not room.has_unpublished_changes
    client.force_login(officer)
    shown = client.get(reverse("wagtailadmin_pages:history", args=[newsroom.pk])).content.decode()
    assert "Създадено" in shown and "Текуща чернова" not in shown
