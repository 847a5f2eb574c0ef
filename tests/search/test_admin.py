"""Boxes of the admin ask the same index, within what each editor may see; the stock index keeps the rest."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from core.models import PortalImage
from events.models import Event
from members.models import Organization
from search.rebuilding import rebuild
from tests.factories.core import make_picture
from tests.factories.events import make_event
from tests.factories.members import make_organization
from tests.factories.news import make_news

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def titles(rows):
    return [str(row) for row in rows]


def test_pages_are_found_in_any_form_also_drafts_and_by_beginnings(homes):
    make_news("Пчеларите от Крушаре", live=False)
    make_news("Друго")
    rebuild()
    backend = get_search_backend()
    for query in ("пчелари", "pchelarite", "пчел", "krush"):
        assert titles(backend.autocomplete(query, Page.objects.all())) == ["Пчеларите от Крушаре"]
    assert titles(backend.search("пчелар", Page.objects.live())) == []
    assert backend.search("пчелари", Page.objects.all()).count() == 1
    assert titles(backend.search("пчелари", Page.objects.none())) == []
    assert titles(backend.search("друго", Page.objects.order_by("-pk"), order_by_relevance=False)) == ["Друго"]


def test_the_page_with_the_title_that_was_typed_comes_first(homes):
    make_news("Пчелари", days_ago=900)
    for number in range(3):
        make_news(f"Пчелари {number}")
    rebuild()
    found = titles(get_search_backend().autocomplete("пчелари", Page.objects.all()))
    assert found == ["Пчелари", "Пчелари 2", "Пчелари 1", "Пчелари 0"]


@pytest.mark.indexed
def test_what_is_on_the_portal_is_not_written_into_the_stock_index(homes, django_capture_on_commit_callbacks):
    from wagtail.search.models import IndexEntry

    def written():
        return IndexEntry.objects.count()

    before = written()
    with CaptureQueriesContext(connection) as queries, django_capture_on_commit_callbacks(execute=True):
        make_news("Пчелари")
    assert written() == before
    assert not [query for query in queries if "AVG(" in query["sql"].upper()]
    make_picture("Пчелен кошер")
    assert titles(get_search_backend().search("кошер", PortalImage.objects.all())) == ["Пчелен кошер"]


def test_lists_and_windows_of_records_find_forms_and_spellings(client, homes, officer):
    trakia = make_organization("НЧ „Тракия“", "", "trakia")
    make_event("Срещи на занаятчиите", trakia, publish=False)
    make_event("Друго", trakia)
    rebuild()
    client.force_login(officer)
    for path in ("/admin/snippets/events/event/", "/admin/snippets/choose/events/event/"):
        for query in ("среща занаятчии", "sreshti", "занаятч"):
            html = client.get(path, {"q": query}).content.decode()
            assert "Срещи на занаятчиите" in html or "choose" in path
            assert "Друго" not in html
    for query in ("тракия", "trakia", "Trakiya"):
        assert "Тракия" in client.get("/admin/snippets/members/organization/", {"q": query}).content.decode()


def test_an_editor_finds_her_own_drafts_and_no_others(client, editor, newsroom):
    other = make_organization("МИГ – Попово", "", "mig-popovo")
    make_event("Тайна среща в Попово", other, publish=False)
    make_event("Тайна среща в Тунджа", Organization.objects.get(pk=newsroom.organization_id), publish=False)
    rebuild()
    assert Event.objects.count() == 2
    client.force_login(editor)
    html = client.get("/admin/snippets/events/event/", {"q": "срещи"}).content.decode()
    assert "Тунджа" in html
    assert "в Попово" not in html
    assert "в Попово" not in client.get("/admin/snippets/choose/events/event/", {"q": "срещи"}).content.decode()


def test_wagtails_own_command_writes_the_stock_index_anew_and_leaves_ours_alone(homes, capsys):
    make_news("Пчелари"), make_picture("Кошери")
    rebuild()
    IndexEntry.objects.all().delete()
    call_command("update_index")
    assert titles(get_search_backend().search("кошери", PortalImage)) == ["Кошери"]
    assert titles(get_search_backend().search("пчелари", Page)) == ["Пчелари"]
    assert not IndexEntry.objects.filter(content_type__model__in=("newspage", "page")).exists()
