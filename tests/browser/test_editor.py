"""The editor's help with addresses and with text from Word, in a real browser."""

import pytest
from django.utils.translation import override
from playwright.sync_api import expect

from core.admin.content_checker import PortalChecker
from tests.browser.desk import add_block, log_in
from tests.factories.members import make_editor
from tests.factories.news import make_news, make_newsroom

WORD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><style><!-- p.MsoNormal {mso-style-unhide:no; font-size:12.0pt;} --></style></head>
<body lang=BG><!--StartFragment-->
<h1>Покана</h1>
<p class=MsoNormal><span style='color:red;mso-spacerun:yes'>Обикновен <i>курсив</i> и
<b style='mso-bidi-font-weight:normal'>получер</b></span> <a href="https://example.org/" target="_blank">текст</a>
<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='font-family:Symbol'><span
style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>първо</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>номерирано</p>
%s
<p class=MsoNormal>край</p><!--EndFragment--></body></html>"""
PICTURE = '<p><![if !vml]><img width=6 src="file:///C:/a/image001.png" v:shapes="x"><![endif]></p>'
TABLE = "<table class=MsoTableGrid><tr><td><p>Клетка</p></td></tr></table>"
PASTE = """html => {
  const clipboard = new DataTransfer();
  clipboard.setData("text/html", html);
  clipboard.setData("text/plain", "x");
  document.activeElement.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
}"""


@pytest.fixture(scope="module")
def newsroom(portal):
    room = make_newsroom()
    make_editor(room.organization)
    return room


@pytest.fixture
def editor(page, newsroom):
    """A new article, open before its editor."""
    page.goto(f"/admin/pages/add/news/newspage/{newsroom.pk}/")
    if "/login/" in page.url:
        log_in(page, "tundzha@example.org")
        page.goto(f"/admin/pages/add/news/newspage/{newsroom.pk}/")
    return page


def pasted(editor, more=""):
    """Paste into a new text; gives the editor's lines and what is said beside them."""
    add_block(editor, "pilcrow")
    editor.locator(".public-DraftEditor-content").first.click()
    editor.evaluate(PASTE, WORD % more)
    editor.locator(".public-DraftEditor-content").get_by_text("край").wait_for()
    return editor.locator(".paste-note").first


def test_the_address_follows_the_title_by_the_official_transliteration(editor):
    editor.fill("#id_title", "Щастливият ъгъл на Тунджа")
    editor.press("#id_title", "Tab")
    expect(editor.locator("#id_slug")).to_have_value("shtastliviyat-agal-na-tundzha")
    editor.fill("#id_title", "МИГ – „Тунджа“: България и София")
    editor.press("#id_title", "Tab")
    expect(editor.locator("#id_slug")).to_have_value("mig-tundzha-bulgaria-i-sofia")


def test_an_address_typed_by_hand_stays(editor):
    editor.fill("#id_title", "Първо")
    editor.click("[role=tab] >> nth=1")
    expect(editor.locator("#id_slug")).to_have_value("parvo")  # nobody types before it is there
    editor.fill("#id_slug", "moy-adres")
    editor.press("#id_slug", "Tab")
    editor.click("[role=tab] >> nth=0")
    editor.fill("#id_title", "Първо и второ")
    editor.press("#id_title", "Tab")
    assert editor.input_value("#id_slug") == "moy-adres"


def test_text_from_word_comes_out_clean(editor):
    note = pasted(editor)
    text = editor.locator(".public-DraftEditor-content").first
    assert text.locator("ul > li").all_inner_texts() == ["първо"]
    assert text.locator("ol > li").all_inner_texts() == ["номерирано"]
    assert text.locator("h1, h2, i, em, table, o\\:p").count() == 0
    assert "mso" not in text.inner_html()
    assert "color" not in text.inner_html()
    assert note.inner_text() == ""


@pytest.mark.parametrize(("more", "sentences"), [(PICTURE, 1), (PICTURE * 2, 1), (TABLE, 1), (PICTURE + TABLE, 2)])
def test_the_officer_is_told_what_was_left_out(editor, more, sentences):
    note = pasted(editor, more)
    editor.wait_for_function("document.querySelector('.paste-note')?.textContent")
    assert note.get_attribute("role") == "status"
    assert editor.locator(".public-DraftEditor-content img").count() == 0
    kinds = {"one": PICTURE in more and PICTURE * 2 not in more, "2 ": PICTURE * 2 in more, "table": TABLE in more}
    script = editor.locator("script[data-table]")
    said = note.inner_text()
    assert (script.get_attribute("data-one-picture") in said) == kinds["one"]
    assert (script.get_attribute("data-many-pictures").replace("%s", "2") in said) == kinds["2 "]
    assert (script.get_attribute("data-table") in said) == kinds["table"]
    assert sum(kinds.values()) == sentences


LOUD = ("П О К А Н А за среща", "ГОЛЯМО ЗАГЛАВИЕ", "тук")
QUIET = ("Покана за среща", "Кой може да участва", "Формуляр за кандидатстване")
OWN_RULES = ["heading-spaced-out", "heading-capitals", "link-says-nothing"]


@pytest.mark.parametrize(("words", "rules"), [(LOUD, OWN_RULES), (QUIET, [])])
def test_the_checker_beside_the_preview_knows_what_the_portal_looks_for(editor, newsroom, words, rules):
    title, heading, link = words
    body = [("heading", heading), ("text", f'<p>Формуляр: <a href="https://example.org/">{link}</a></p>')]
    editor.goto(f"/admin/pages/{make_news(title, newsroom, body=body).pk}/edit/")
    editor.click("[data-side-panel-toggle=checks]")
    panel = editor.locator("[data-side-panel=checks]")
    expect(panel.locator("[data-content-word-count]")).not_to_have_text("-")
    expect(panel.locator("[data-content-checker-count]")).to_have_text(str(len(rules)))
    with override("bg"):
        expected = [str(PortalChecker.axe_messages[rule]["error_name"]) for rule in rules]
    assert sorted(panel.locator("[data-content-checker-name]").all_inner_texts()) == sorted(expected)
