"""Texts between the editor and the reader."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail.rich_text import RichText, expand_db_html

from core.rich_text import TidyRichTextArea, look_up_links
from tests.factories.core import make_document
from tests.factories.news import make_news, translate


def block(text, kind="unstyled", entities=(), styles=()):
    return {
        "key": text[:5], "text": text, "type": kind, "depth": 0,
        "entityRanges": list(entities), "inlineStyleRanges": list(styles),
    }  # fmt: skip


def saved(*blocks, entities=None):
    """What the editor's answer becomes when it is saved."""
    content = json.dumps({"blocks": blocks, "entityMap": entities or {}})
    features = ["bold", "ol", "ul", "link", "document-link"]
    return TidyRichTextArea(features=features).value_from_datadict({"text": content}, {}, "text")


def link(url):
    whole = [{"offset": 0, "length": 6, "key": 0}]
    return saved(block("връзка", entities=whole), entities={"0": {"type": "LINK", "data": {"url": url}}})


# Saving


def test_empty_paragraphs_are_left_out():
    html = saved(block(" "), block("Първо"), block("\xa0"), block(""), block("Второ"), block("\n"))
    assert html.count("<p") == 2
    assert "Първо" in html
    assert "Второ" in html


def test_words_in_bold_and_list_items_stay():
    bold = [{"offset": 0, "length": 4, "style": "BOLD"}]
    html = saved(block("Срок", styles=bold), block("едно", "unordered-list-item"))
    assert "<b>Срок</b>" in html
    assert ">едно</li>" in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>", "vbscript:a"])
def test_links_that_run_something_are_dropped(url):
    html = expand_db_html(link(url))
    assert "script" not in html.lower()
    assert "data:" not in html
    assert "връзка" in html


def test_links_elsewhere_open_in_the_same_window():
    html = expand_db_html(link("https://example.org/a?b=1&c=2"))
    assert 'href="https://example.org/a?b=1&amp;c=2"' in html
    assert "target" not in html


def test_a_mail_link_stays():
    assert 'href="mailto:pismo@example.org"' in link("mailto:pismo@example.org")


def test_markup_typed_as_text_stays_text():
    assert "&lt;script&gt;" in saved(block("<script>alert(1)</script>"))


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1f", "\ud800", "\udfff"])
def test_what_no_database_stores_is_left_out(sign):
    assert ">преди след</p>" in saved(block(f"преди{sign} след"))


def test_a_backslash_before_letters_stays():
    assert r"\u0000" in saved(block(r"знакът \u0000"))


@pytest.mark.parametrize(
    "junk", ["", "{", "null", '"a"', "[]", "[1]", "7", '{"blocks": 1}', '{"blocks": [1], "entityMap": {}}']
)
def test_junk_instead_of_the_editors_answer_is_no_text(junk):
    assert not TidyRichTextArea(features=["bold"]).value_from_datadict({"text": junk}, {}, "text")


def test_endless_lists_are_read():
    deep = [block(f"точка {depth}", "unordered-list-item") | {"depth": depth} for depth in range(400)]
    assert "точка 399" in saved(*deep)


# Reading


def to(page, words="там"):
    return f'<a linktype="page" id="{page.pk}">{words}</a>'


def test_a_link_leads_to_the_text_in_the_language_that_is_read(newsroom):
    item = make_news("Покана", newsroom, slug="pokana")
    html = to(item)
    assert expand_db_html(html) == '<a href="/novini/mig-tundzha/pokana/">там</a>'
    with override("en"):
        assert expand_db_html(html) == '<a href="/en/news/mig-tundzha/pokana/">там</a>'
    twin = translate(item, slug="call")
    for link_ in (html, to(twin)):
        assert expand_db_html(link_) == '<a href="/novini/mig-tundzha/pokana/">там</a>'
        with override("en"):
            assert expand_db_html(link_) == '<a href="/en/news/mig-tundzha/call/">там</a>'


def test_a_translation_that_is_a_draft_does_not_take_readers_away(newsroom):
    item = make_news("Покана", newsroom, slug="pokana")
    translate(item, live=False, slug="call")
    with override("en"):
        assert expand_db_html(to(item)) == '<a href="/en/news/mig-tundzha/pokana/">там</a>'


def test_no_link_to_what_is_not_to_be_seen(newsroom):
    draft = make_news("Чернова", newsroom, live=False)
    assert expand_db_html(to(draft)) == "<a>там</a>"
    assert expand_db_html('<a linktype="page" id="999999">там</a>') == "<a>там</a>"
    assert expand_db_html('<a linktype="page" id="x">там</a>') == "<a>там</a>"
    assert expand_db_html('<a linktype="page">там</a>') == "<a>там</a>"


@pytest.mark.parametrize("count", [1, 3])
def test_many_links_cost_no_more_than_one(newsroom, django_assert_max_num_queries, count):
    items = [make_news("", newsroom) for _number in range(count)]
    for item in items:
        translate(item)
    html = "".join(map(to, items))
    with override("en"):
        expand_db_html(html)
        with django_assert_max_num_queries(2):
            assert str(RichText(html)).count("/en/news/mig-tundzha/") == count


def test_a_document_link_leads_to_the_document(homes):
    document = make_document()
    html = expand_db_html(f'<a linktype="document" id="{document.pk}">образец</a>')
    assert html == f'<a href="{document.url}">образец</a>'


def test_texts_of_a_page_look_their_links_up_together(newsroom, django_assert_max_num_queries):
    item, document = make_news("Покана", newsroom, slug="pokana"), make_document()
    text = f'<p>{to(item)} <a linktype="document" id="{document.pk}">образец</a></p>'
    notice = {"kind": "info", "title": "Срок", "text": text}
    page = make_news(
        "Друго", newsroom, body=[("text", text), ("callout", notice), ("text", text), ("text", "<p>а</p>")]
    )
    page = type(page).objects.get(pk=page.pk)
    expand_db_html(text)
    with CaptureQueriesContext(connection) as queries:
        look_up_links(page.body)
    assert len(queries) <= 2
    with django_assert_max_num_queries(0):
        html = str(page.body)
    assert html.count('href="/novini/mig-tundzha/pokana/"') == 3
    assert html.count(f'href="{document.url}"') == 3
    assert page.body.get_prep_value()[0]["value"] == text
