import pytest

from core.content_checks import findings
from news.models import NewsIndexPage, NewsPage
from tests.factories.core import make_picture
from tests.factories.news import add, index_of, make_news


@pytest.fixture
def page_of(newsroom):
    def build(title="Покана за среща", body=(), **fields):
        page = NewsPage(title=title, **fields)
        page.body = list(body)
        return page

    return build


def kinds(page):
    return [finding.kind for finding in findings(page)]


def test_a_careful_page_gives_no_finding(page_of):
    text = '<p>Вижте <a href="https://example.org">образеца на заявление</a>, <b>до 24 май</b>.</p>'
    page = page_of("Покана от МИГ – Тунджа", [("heading", "Кой може да участва"), ("text", text)])
    page.picture = make_picture(alt_bg="Нива край Тунджа")
    assert findings(page) == []


def test_a_title_in_capitals_is_offered_as_a_sentence(page_of):
    (finding,) = findings(page_of("ПОКАНА ЗА ОБЩО СЪБРАНИЕ НА МИГ"))
    assert finding.kind == "capitals"
    assert "Покана за общо събрание на МИГ" in str(finding)


def test_a_title_spaced_out_letter_by_letter(page_of):
    assert kinds(page_of("П О К А Н А")) == ["spaced-out"]


@pytest.mark.parametrize(
    "words", ["тук", "ТУК", "Вижте тук.", "<b>тук</b>", "„тук“", "here", "Read more", "натиснете тук", "повече…"]
)
def test_a_link_that_says_nothing(page_of, words):
    assert kinds(page_of(body=[("text", f'<p>Формуляр: <a href="https://example.org">{words}</a></p>')])) == ["link"]


@pytest.mark.parametrize("words", ["Тукан", "образец (тук са и сроковете)", "Вижте поканата", "Read more about LEADER"])
def test_a_link_that_says_something(page_of, words):
    assert kinds(page_of(body=[("text", f'<p><a href="https://example.org">{words}</a></p>')])) == []


def test_links_are_found_inside_a_call_out(page_of):
    value = {"kind": "info", "title": "Срок", "text": '<p><a href="https://example.org">тук</a></p>'}
    page = page_of()
    page.body = NewsPage._meta.get_field("body").stream_block.to_python([{"type": "callout", "value": value}])
    assert kinds(page) == ["link"]


def test_pictures_without_description(page_of):
    page = page_of()
    page.picture = make_picture(title="Начало", alt_bg="")
    inside = make_picture(title="В текста", alt_bg="")
    raw = [
        {"type": "picture", "value": {"image": {"image": inside.pk, "alt_text": "", "decorative": False}}},
        {"type": "picture", "value": {"image": {"image": inside.pk, "alt_text": "", "decorative": True}}},
        {"type": "picture", "value": {"image": {"image": inside.pk, "alt_text": "Двор", "decorative": False}}},
    ]
    page.body = NewsPage._meta.get_field("body").stream_block.to_python(raw)
    assert [(f.kind, f.words) for f in findings(page)] == [("picture", "Начало"), ("picture", "В текста")]


def test_an_english_description_is_a_description(page_of):
    page = page_of()
    page.picture = make_picture(alt_bg="", alt_en="A field")
    assert findings(page) == []


def test_headings_that_head_nothing(page_of):
    page = page_of(
        body=[("heading", "Срокове"), ("heading", "Документи"), ("text", "<p>Два.</p>"), ("heading", "Край")]
    )
    assert [(f.kind, f.words) for f in findings(page)] == [("heading", "Срокове"), ("heading", "Край")]


def test_a_paragraph_in_bold_instead_of_a_heading(page_of):
    page = page_of(body=[("text", "<p><b>Срокове</b></p><p>До <b>24 май</b>.</p>")])
    assert [(f.kind, f.words) for f in findings(page)] == [("bold", "Срокове")]


def test_nothing_is_said_twice_and_pages_without_a_text_are_looked_at_too(homes):
    page = add(make_news(live=False).__class__(title="ОБЯВЛЕНИЕ ЗА КОНКУРС"), index_of(NewsIndexPage))
    assert kinds(page) == ["capitals"]
    homes["bg"].title = "Д О Б Р Е дошли"
    assert "spaced-out" in kinds(homes["bg"])
