"""The search box: what a visitor types finds what is published, and nothing else."""

import pytest

from tests.factories.news import make_news, translate

pytestmark = [pytest.mark.django_db, pytest.mark.kinds]


def results(client, query, prefix=""):
    response = client.get(f"{prefix}/tarsene/", {"q": query})
    assert response.status_code == 200
    return [result["page"].title for result in response.context["results"]]


@pytest.mark.parametrize("query", ["Община Тунджа", "ОБЩИНА", "obshtina tundzha", "общини"])
def test_cyrillic_latin_and_any_case_find_the_same(client, homes, query):
    make_news("Форум в община Тунджа")
    make_news("Нещо друго")
    assert results(client, query) == ["Форум в община Тунджа"]


def test_drafts_members_pages_and_taken_down_pages_are_not_found(client, homes):
    make_news("Krushare draft", live=False)
    make_news("Krushare members", audience="members")
    make_news("Krushare gone").unpublish()
    make_news("Krushare public")
    assert results(client, "krushare") == ["Krushare public"]


def test_english_readers_find_translations_and_untranslated_originals_once(client, homes):
    translate(make_news("Среща Крушаре"), title="Meeting in Krushare")
    make_news("Панаир Крушаре")
    assert sorted(results(client, "krushare", "/en")) == ["Meeting in Krushare", "Панаир Крушаре"]
    assert sorted(results(client, "krushare")) == ["Панаир Крушаре", "Среща Крушаре"]


@pytest.mark.parametrize(
    "query", ["", "   ", "!!!", "'; DROP TABLE x; --", "%", "😀", "а" * 10_000, "\\", "а & !б | в:*"]
)
def test_strange_queries_get_a_page(client, homes, query):
    make_news("Крушаре")
    assert results(client, query) == []


def test_a_nul_is_refused_politely(client, homes):
    assert client.get("/tarsene/?q=%00").status_code == 400
