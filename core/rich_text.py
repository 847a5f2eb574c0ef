"""Rich text between the editor and the reader: what is kept when it is saved, where its links lead."""

import json
import re

from django.utils.html import escape
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.rich_text.pages import PageLinkHandler

from core import language
from core.site_map import site_map

EMPTY_PARAGRAPH = re.compile(r"<p(?: [^>]*)?>(?:\s|&nbsp;|\xa0|<br ?/?>|</?b>|</?strong>)*</p>")
NUL = re.compile(r"((?<!\\)(?:\\\\)*)\\u0000")  # as JSON writes it


class TidyRichTextArea(DraftailRichTextArea):
    """The editor of texts; leaves out the empty paragraphs that come with text from Word."""

    def value_from_datadict(self, data, files, name):
        html = super().value_from_datadict(_storable(data, name), files, name)
        return html and EMPTY_PARAGRAPH.sub("", html)


class ReadingLanguageLinks(PageLinkHandler):
    """Links to pages lead to the text in the language that is read; a page that is not to be seen has no link."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        addresses = addresses_of({int(attrs["id"]) for attrs in attrs_list if attrs.get("id", "").isdecimal()})
        found = (addresses.get(attrs.get("id")) for attrs in attrs_list)
        return [f'<a href="{escape(address)}">' if address else "<a>" for address in found]


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


def _storable(data, name: str) -> dict:
    """The editor's JSON without what no database stores: NUL and halves of characters."""
    value = data.get(name)
    if not value:
        return data
    try:
        content = json.loads(value)
    except ValueError:
        return {}
    text = NUL.sub(r"\1", json.dumps(content, ensure_ascii=False))
    return {name: text.encode("utf-8", "ignore").decode()}
