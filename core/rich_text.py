"""Rich text between the editor and the reader: what is kept when it is saved, where its links lead."""

import json
import re

from django.template.loader import render_to_string
from django.utils.html import escape
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.rich_text import RichText, expand_db_html
from wagtail.rich_text.pages import PageLinkHandler

from core import language
from core.site_map import site_map
from core.streams import leaves

EMPTY_PARAGRAPH = re.compile(r"<p(?: [^>]*)?>(?:\s|&nbsp;|\xa0|<br ?/?>|</?b>|</?strong>)*</p>")
CONTROL = re.compile(r"((?<!\\)(?:\\\\)*)\\u00(?:0[0-8bcef]|1[0-9a-f]|7f)")  # as JSON writes them
BETWEEN = "\x00"  # stands in no stored text
DEEPEST = 5  # of a list in a list


class TidyRichTextArea(DraftailRichTextArea):
    """The editor of texts; leaves out the empty paragraphs that come with text from Word."""

    def value_from_datadict(self, data, files, name):
        if name not in data:
            return None
        text = _storable(data[name])
        return EMPTY_PARAGRAPH.sub("", super().value_from_datadict({name: text}, files, name)) if text else ""


class ReadingLanguageLinks(PageLinkHandler):
    """Links to pages lead to the text in the language that is read; a page that is not to be seen has no link."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        addresses = addresses_of({int(attrs["id"]) for attrs in attrs_list if attrs.get("id", "").isdecimal()})
        found = (addresses.get(attrs.get("id")) for attrs in attrs_list)
        return [f'<a href="{escape(address)}">' if address else "<a>" for address in found]


class ReadText(RichText):
    """A text whose links were looked up together with those of its whole page."""

    html = ""

    def __html__(self):
        return render_to_string("wagtailcore/shared/richtext.html", {"html": self.html})


def look_up_links(body) -> None:
    """One look-up for all texts of a page; left to themselves they would each ask the database."""
    texts = [value for value in leaves(body) if isinstance(value, RichText) and "linktype=" in value.source]
    if len(texts) < 2:
        return
    expanded = expand_db_html(BETWEEN.join(text.source for text in texts)).split(BETWEEN)
    for text, html in zip(texts, expanded, strict=True):
        text.__class__, text.html = ReadText, html


def addresses_of(ids: set[int]) -> dict[str, str]:
    """Where readers of the active language read some pages: one query, and one more for those translated."""
    from core.models import BasePage

    code = language.active()
    pages = list(BasePage.objects.live().filter(pk__in=ids, deleted_at=None))
    strangers = [page for page in pages if page.language != code]
    twins = {}
    if any(page.has_translation or page.language != language.ORIGINAL for page in strangers):
        twins = {
            page.translation_key: page.get_url()
            for page in BasePage.objects.live().filter(
                translation_key__in=[page.translation_key for page in strangers],
                locale_id=site_map().locale_ids.get(code),
                deleted_at=None,
            )
        }
    return {
        str(page.pk): page.get_url()
        if page.language == code
        else twins.get(page.translation_key) or site_map().address_in(page.url_path, code)
        for page in pages
    }


def _storable(sent: str) -> str:
    """The editor's JSON without what no database or feed takes (control characters, halves of letters) and
    without endless lists."""
    try:
        content = json.loads(sent)
    except (ValueError, RecursionError):
        return ""
    if not _is_text(content):
        return ""
    links = {key: entity for key, entity in content["entityMap"].items() if _is_link(entity)}
    for block in content["blocks"]:
        block["depth"] = min(block["depth"], DEEPEST)
        block["inlineStyleRanges"] = _ranges(block, "inlineStyleRanges", "style")
        linked = _ranges(block, "entityRanges", "key")
        block["entityRanges"] = [part for part in linked if str(part["key"]) in links]
    text = CONTROL.sub(r"\1", json.dumps(content, ensure_ascii=False))
    return text.encode("utf-8", "ignore").decode()


def _is_text(content) -> bool:
    """Nobody's editor sends anything else, but somebody may."""
    if not isinstance(content, dict) or not isinstance(content.get("entityMap"), dict):
        return False
    blocks = content.get("blocks")
    return isinstance(blocks, list) and all(
        isinstance(block, dict)
        and isinstance(block.get("text"), str)
        and isinstance(block.get("depth"), int)
        and isinstance(block.get("key"), str)
        and isinstance(block.get("type"), str)
        for block in blocks
    )


def _ranges(block: dict, name: str, key: str) -> list[dict]:
    """The parts of a text that are bold or linked; the words of a part that makes no sense stay as they are."""
    parts = block.get(name)
    return [
        part
        for part in (parts if isinstance(parts, list) else [])
        if isinstance(part, dict)
        and isinstance(part.get(key), str | int)
        and all(isinstance(part.get(place), int) and part[place] >= 0 for place in ("offset", "length"))
    ]


def _is_link(entity) -> bool:
    """To something with a number, or to an address. Readers would get a broken page for any other."""
    if not isinstance(entity, dict) or not isinstance(entity.get("data"), dict):
        return False
    number, address = entity["data"].get("id"), entity["data"].get("url")
    if number is None:
        return entity.get("type") == "LINK" and isinstance(address, str)
    return entity.get("type") in ("LINK", "DOCUMENT") and re.fullmatch("[0-9]{1,18}", str(number)) is not None
