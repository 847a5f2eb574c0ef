"""Deleting in the admin ends in the bin, and everything in the bin can come back as it was."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core import bin
from core.models import BasePage
from news.models import NewsPage
from search.rebuilding import rebuild
from tests.factories.members import make_admin, make_organization
from tests.factories.news import make_news, make_newsroom, make_rubric, translate


@pytest.fixture
def desk(client, officer):
    client.force_login(officer)
    return client


def delete(client, page):
    return client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))


def delete_in_bulk(client, *pages):
    query = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"/admin/bulk/wagtailcore/page/delete/?{query}")


def restore(client, page):
    return client.post(reverse("bin:restore", args=[page.pk]), follow=True)


def fresh(page):
    return type(page).objects.get(pk=page.pk)


@pytest.mark.parametrize("way", [delete, delete_in_bulk])
def test_a_deleted_page_disappears_and_comes_back_as_it_was(desk, way):
    page = make_news("Мостът на Тунджа", slug="mostat")
    page.title = "Неиздадена поправка"
    page.save_revision()
    before = fresh(page)
    assert desk.get(before.url).status_code == 200

    way(desk, page)
    assert desk.get(before.url).status_code == 404
    assert not fresh(page).live

    restore(desk, page)
    after = fresh(page)
    assert (after.live, after.slug, after.title, after.published_on) == (
        True,
        "mostat",
        "Мостът на Тунджа",
        before.published_on,
    )
    assert after.get_latest_revision_as_object().title == "Неиздадена поправка"
    assert after.live_revision_id == before.live_revision_id
    assert "Мостът на Тунджа" in desk.get(before.url).content.decode()


def test_the_confirm_page_deletes_nothing(desk):
    page = make_news()
    desk.get(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert fresh(page).live and not fresh(page).deleted_at


def test_restoring_twice_is_as_good_as_once(desk):
    page = make_news()
    delete(desk, page)
    restore(desk, page)
    answer = restore(desk, page)
    assert answer.status_code == 200
    assert fresh(page).live
    assert bin.PageLogEntry.objects.filter(page=page.pk, action=bin.RESTORED).count() == 1


def test_restoring_needs_a_post(desk):
    page = make_news()
    delete(desk, page)
    assert desk.get(reverse("bin:restore", args=[page.pk])).url == reverse("bin:index")
    assert fresh(page).deleted_at


def test_a_taken_address_is_given_to_nobody_twice(desk):
    page = make_news(slug="pazar")
    delete(desk, page)
    other = make_news(slug="pazar")
    restore(desk, page)
    back = fresh(page)
    assert other.slug == "pazar"
    assert back.slug == "pazar-1" and back.url.endswith("/pazar-1/")
    assert back.get_latest_revision_as_object().slug == "pazar-1"


def test_what_was_deleted_together_comes_back_together_and_the_rest_stays(desk, newsroom):
    early, live, draft = make_news(parent=newsroom), make_news(parent=newsroom), make_news(parent=newsroom, live=False)
    delete(desk, early)
    delete(desk, newsroom)
    assert {page.pk for page in bin.entries()} == {newsroom.pk, early.pk}
    assert desk.get(live.url).status_code == 404

    restore(desk, early)
    assert fresh(early).deleted_at, "its newsroom is still in the bin"

    restore(desk, newsroom)
    assert desk.get(live.url).status_code == 200
    assert not fresh(draft).live and not fresh(draft).deleted_at
    assert fresh(early).deleted_at
    restore(desk, early)
    assert fresh(early).live


def test_a_page_and_its_child_marked_together_are_one_entry(desk, newsroom):
    child = make_news(parent=newsroom)
    delete_in_bulk(desk, child, newsroom)
    assert [page.pk for page in bin.entries()] == [newsroom.pk]


def test_a_scheduled_page_is_not_published_from_the_bin_nor_by_restoring(desk):
    page = make_news(live=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    delete(desk, page)
    BasePage.objects.filter(pk=page.pk).update(go_live_at=timezone.now() - timedelta(hours=1))
    call_command("publish_scheduled")
    assert not fresh(page).live
    restore(desk, page)
    call_command("publish_scheduled")
    assert not fresh(page).live


def test_a_page_that_expired_in_the_bin_comes_back_unpublished(desk):
    page = make_news(expire_at=timezone.now() + timedelta(days=1))
    delete(desk, page)
    BasePage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(days=1))
    restore(desk, page)
    assert not fresh(page).live and fresh(page).expired


PAGE_ADDRESSES = ["edit", "delete", "copy", "move", "history", "usage", "view_draft", "unpublish", "preview_on_edit"]


@pytest.mark.parametrize("name", PAGE_ADDRESSES)
def test_no_address_of_a_deleted_page_opens(desk, name):
    page = make_news("Zazidan mark")
    delete(desk, page)
    answer = desk.get(reverse(f"wagtailadmin_pages:{name}", args=[page.pk]))
    assert answer.status_code == 302 and answer.url == reverse("bin:index")


def test_a_superuser_cannot_edit_in_the_bin_either(client, homes):
    page = make_news(live=False)
    client.force_login(make_admin())
    delete(client, page)
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"title": "x", "action-publish": "1"})
    assert not fresh(page).live and fresh(page).title != "x"


@pytest.mark.indexed
def test_deleted_pages_are_left_out_of_lists_choosers_and_searches(desk):
    index = make_news("Zaednitsa").get_parent()
    page = make_news("Izchezvashta baraka")
    rebuild()
    addresses = [
        reverse("wagtailadmin_explore", args=[index.pk]),
        reverse("wagtailadmin_pages:search") + "?q=Izchezvashta",
        reverse("wagtailadmin_choose_page_child", args=[index.pk]),
        reverse("wagtailadmin_choose_page_search") + "?q=Izchezvashta",
        reverse("wagtailadmin_reports:aging_pages"),
        reverse("wagtailadmin_reports:site_history"),
        f"/admin/api/main/pages/?child_of={index.pk}&for_explorer=1",
        reverse("wagtailadmin_explore", args=[index.pk]) + "?q=Izchezvashta",
    ]
    for address in addresses:
        assert "baraka" in desk.get(address).content.decode(), address
    delete(desk, page)
    desk.get(reverse("bin:index"))  # says the message, so that it does not stand in the lists
    for address in addresses:
        answer = desk.get(address)
        assert answer.status_code == 200
        assert "baraka" not in answer.content.decode(), address


def test_nothing_is_copied_or_moved_into_the_bin(client, newsroom):
    client.force_login(make_admin())
    page = make_news()
    delete(client, newsroom)
    assert not fresh(page).permissions_for_user(make_user_like_admin()).can_move_to(fresh(newsroom))
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, newsroom.pk]))
    client.post(
        reverse("wagtailadmin_pages:copy", args=[page.pk]),
        {"new_title": "Копие", "new_slug": "kopie", "new_parent_page": newsroom.pk},
    )
    client.post(f"/admin/bulk/wagtailcore/page/move/?id={page.pk}", {"chooser": newsroom.pk})
    assert not NewsPage.objects.child_of(newsroom).exists()


def make_user_like_admin():
    from members.models import User

    return User.objects.get(email="admin@example.org")


def test_who_may_bring_back_what(client, officer, editor, newsroom):
    """An editor restores her own newsroom's drafts; what the office took down, only the office."""
    mine, published = make_news("Chernova", parent=newsroom, live=False), make_news("Izdadena", parent=newsroom)
    theirs = make_news(
        "Chuzhda", parent=make_newsroom(make_organization("МИГ – Попово", "LAG", "mig-popovo")), live=False
    )
    desk = Client()
    desk.force_login(officer)
    for page in (mine, published, theirs):
        delete(desk, page)
    client.force_login(editor)
    shown = client.get(reverse("bin:index")).content.decode()
    assert "Chernova" in shown
    assert "Izdadena" not in shown and "Chuzhda" not in shown
    for page in (published, theirs):
        restore(client, page)
        assert fresh(page).deleted_at
    restore(client, mine)
    assert not fresh(mine).deleted_at


def test_the_list_says_who_deleted(desk, officer):
    page = make_news("Edna")
    delete(desk, page)
    shown = desk.get(reverse("bin:index")).content.decode()
    assert "Edna" in shown and str(officer) in shown


def test_home_pages_and_sections(client, homes, editor, newsroom, officer):
    rubric = make_rubric("Срещи", "sreshti")
    client.force_login(make_admin())
    delete(client, homes["bg"])
    delete_in_bulk(client, homes["en"])
    assert fresh(homes["bg"]).live and fresh(homes["en"]).live
    client.force_login(editor)
    delete(client, newsroom)
    delete_in_bulk(client, newsroom, rubric)
    assert fresh(newsroom).live and fresh(rubric).live
    client.force_login(officer)
    delete(client, rubric)
    assert fresh(rubric).deleted_at


def test_a_review_under_way_ends(desk, newsroom, editor):
    page = make_news(parent=newsroom, live=False)
    page.get_workflow().start(page, editor)
    delete(desk, page)
    assert not fresh(page).workflow_in_progress


def test_only_the_administrator_deletes_for_good(client, officer):
    page = make_news()
    client.force_login(officer)
    delete(client, page)
    client.post(reverse("bin:empty", args=[page.pk]))
    assert BasePage.objects.filter(pk=page.pk).exists()
    client.force_login(make_admin())
    client.get(reverse("bin:empty", args=[page.pk]))
    assert BasePage.objects.filter(pk=page.pk).exists()
    client.post(reverse("bin:empty", args=[page.pk]))
    assert not BasePage.objects.filter(pk=page.pk).exists()


def test_emptying_spares_what_is_young_alive_or_needed(desk, newsroom):
    """A newsroom on which its English twin hangs is kept, however old."""
    alive, young, old = make_news(), make_news(), make_news()
    for page in (young, old, newsroom):
        delete(desk, page)
    BasePage.objects.filter(pk__in=[old.pk, newsroom.pk]).update(deleted_at=timezone.now() - timedelta(days=31))
    call_command("empty_bin", "--days", "30", "--yes")
    left = set(BasePage.objects.filter(pk__in=[alive.pk, young.pk, old.pk, newsroom.pk]).values_list("pk", flat=True))
    assert left == {alive.pk, young.pk, newsroom.pk}


def test_a_deleted_translation_gives_its_readers_the_original_back(desk):
    page = make_news("Извор", slug="izvor")
    twin = translate(page, title="Spring", slug="spring")
    assert desk.get(f"/en{page.url}", follow=True).redirect_chain
    delete(desk, twin)
    assert "Извор" in desk.get(f"/en{page.url}", follow=True).content.decode()
    restore(desk, twin)
    assert "Spring" in desk.get(f"/en{page.url}", follow=True).content.decode()


def test_editors_of_the_portal_see_the_bin_others_do_not(client, editor):
    client.force_login(editor)
    assert client.get(reverse("bin:index")).status_code == 200
    client.logout()
    assert client.get(reverse("bin:index")).status_code == 302
