"""The search box: what a visitor types finds what is published, and nothing else."""

import pytest

from tests.factories.news import make_news, translate

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.mark.parametrize("query", ["Община Тунджа", "ОБЩИНА", "obshtina tundzha", "общини", "общините на Тунджа"])
def test_cyrillic_latin_and_any_form_find_the_same(look, query):
    make_news("Форум в община Тунджа")
    make_news("Нещо друго")
    assert look(query) == ["Форум в община Тунджа"]


def test_drafts_members_pages_and_taken_down_pages_are_not_found(look):
    make_news("Krushare draft", live=False)
    make_news("Krushare members", audience="members")
    make_news("Krushare gone").unpublish()
    make_news("Krushare public")
    assert look("krushare") == ["Krushare public"]


def test_english_readers_find_translations_and_untranslated_originals_once(look):
    translate(make_news("Среща Крушаре"), title="Meeting in Krushare")
    make_news("Панаир Крушаре")
    assert look("krushare", "/en") == ["Meeting in Krushare", "Панаир Крушаре"]
    assert sorted(look("krushare")) == ["Панаир Крушаре", "Среща Крушаре"]
    html = look.answer("Крушаре", "/en").content.decode()
    assert html.count("in Bulgarian") == html.count('<li class="hit" lang="bg">') == 1


@pytest.mark.parametrize(
    "query",
    [
        *("", "   ", "!!!", "'; DROP TABLE x; --", "%", "😀", "а" * 10_000, "\\", "а & !б | в:*", "и на за", '"', "'"),
        *(
            "NEAR(а б)",
            "title : крушаре2 *",
            "^a",
            "-",
            "a OR",
            "(",
            "{title}",
            "\x07",
            "\ud800".encode("utf-8", "replace"),
        ),
        *("крушаре2 " * 500, "1/2/3/4/5/6/7/8/9/10/11/12", "ﷺ", "İ", "a\u0300" * 90, "<script>alert(1)</script>"),
    ],
)
def test_strange_queries_get_a_page(look, query):
    make_news("Крушаре")
    assert look(query) == []


def test_a_nul_is_refused_politely(client, homes):
    assert client.get("/tarsene/?q=%00").status_code == 400
