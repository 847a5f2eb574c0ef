"""Who leaves an organisation keeps nothing there, not even in an open session; what she wrote stays with it."""

import pytest
from django.utils import timezone
from wagtail.models import Page

from members.affiliations import join, leave
from members.models import Affiliation
from news.models import NewsPage
from tests.factories.members import make_editor, make_organization, make_user
from tests.factories.news import make_news, make_newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(newsroom, editor):
    page = make_news("Chernova na redaktorkata", newsroom, live=False, owner=editor)
    page.save_revision(user=editor)
    return page


def go(editor, newsroom):
    leave(Affiliation.objects.get(person=editor, organization=newsroom.organization))


def test_an_open_session_loses_the_rights_at_once(client, editor, newsroom, draft):
    client.force_login(editor)
    edit = f"/admin/pages/{draft.pk}/edit/"
    assert client.get(edit).status_code == 200
    go(editor, newsroom)
    for path in (
        edit,
        "/admin/",
        f"/admin/pages/{draft.pk}/history/",
        f"/admin/pages/add/news/newspage/{newsroom.pk}/",
    ):
        answer = client.get(path)
        assert answer.status_code in (302, 403, 404), path
        assert b"Chernova na redaktorkata" not in answer.content


def test_being_the_owner_gives_no_right_to_who_still_edits_elsewhere(client, editor, newsroom, draft, homes):
    """Wagtail lets an owner edit her own pages with the right to add; that right must be gone too."""
    other = make_newsroom(make_organization("НЧ „Искра“", "Iskra", "iskra"))
    join(editor, other.organization)
    go(editor, newsroom)
    client.force_login(editor)
    answer = client.get(f"/admin/pages/{draft.pk}/edit/")
    assert answer.status_code in (302, 403, 404)
    assert b"Chernova na redaktorkata" not in client.get("/admin/", follow=True).content
    rights = draft.permissions_for_user(type(editor).objects.get(pk=editor.pk))
    assert not (rights.can_edit() or rights.can_delete())


def test_the_draft_stays_and_a_colleague_goes_on_with_it(client, editor, newsroom, draft):
    colleague = make_editor(newsroom.organization, "kolega@example.org")
    Page.objects.filter(pk=draft.pk).update(locked=True, locked_by=editor, locked_at=timezone.now())
    go(editor, newsroom)
    page = NewsPage.objects.get(pk=draft.pk)
    assert not page.locked and page.locked_by is None
    client.force_login(colleague)
    assert client.get(f"/admin/pages/{draft.pk}/edit/").status_code == 200


def test_locks_elsewhere_and_of_others_stay(editor, newsroom, homes):
    other = make_user()
    elsewhere = make_news("Другаде", live=False)
    of_another = make_news("На друг", newsroom, live=False)
    Page.objects.filter(pk=elsewhere.pk).update(locked=True, locked_by=editor)
    Page.objects.filter(pk=of_another.pk).update(locked=True, locked_by=other)
    go(editor, newsroom)
    assert Page.objects.filter(pk__in=[elsewhere.pk, of_another.pk], locked=True).count() == 2


def test_what_was_sent_for_review_goes_on(client, editor, officer, newsroom, draft):
    state = draft.get_workflow().start(draft, editor)
    go(editor, newsroom)
    state.refresh_from_db()
    assert state.status == state.STATUS_IN_PROGRESS
    state.current_task_state.approve(user=officer)
    assert NewsPage.objects.get(pk=draft.pk).live


def test_reviews_of_a_reviewer_who_left_go_to_the_office(editor, newsroom):
    newsroom.organization.reviewer = editor
    newsroom.organization.save()
    go(editor, newsroom)
    newsroom.organization.refresh_from_db()
    assert newsroom.organization.reviewer is None
