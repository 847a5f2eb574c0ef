"""One page of results as the template shows them."""

from dataclasses import dataclass
from datetime import datetime
from html import unescape

from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from core.findable import findable
from search.analysis.queries import Query
from search.choices import Reader
from search.excerpts import excerpt_of, marked
from search.looking import Found
from search.models import Entry
from search.pages import where_hit
from search.sql import for_reader

PER_PAGE = 20


@dataclass
class Hit:
    pk: int
    thing: int
    kind: str
    label: str
    url: str
    title: SafeString
    text: SafeString
    lang: str
    """Of the text, when it is not that of the reader."""
    note: str
    moment: datetime | None
    is_coming: bool
    is_promoted: bool = False
    page: str = ""
    """„стр. 7“, of what has pages."""
    remark: str = ""

    @property
    def plain_title(self) -> str:
        return unescape(strip_tags(self.title))

    @property
    def plain_text(self) -> str:
        return unescape(strip_tags(self.text))


def hits(found: Found, reader: Reader, number: int, now: datetime) -> list[Hit]:
    """The n-th page; one query."""
    keys = found.keys[(number - 1) * PER_PAGE : number * PER_PAGE]
    entries = Entry.objects.filter(for_reader(reader)).in_bulk(keys)
    shown = (_hit(entries[pk], found.query, reader, now, pk in found.promoted) for pk in keys if pk in entries)
    return [hit for several in shown for hit in several]


def _hit(entry: Entry, query: Query, reader: Reader, now: datetime, is_promoted: bool = False) -> list[Hit]:
    found = findable(entry.kind)
    url = found.address(entry.path, entry.language, reader.language) if found else ""
    if not url:  # its section is no more published, a moment after it was found
        return []
    terms = query.terms
    page, text = where_hit(entry.text, query)
    return [
        Hit(
            entry.pk,
            entry.thing,
            entry.kind,
            found.label,
            found.page_address(url, page) if page else url,
            marked(entry.title, terms),
            excerpt_of(entry.summary, text, terms),
            "" if entry.language == reader.language else entry.language,
            entry.note,
            entry.moment if entry.year else None,
            entry.until is not None and entry.until > now,
            is_promoted,
            found.page_label(entry.path, page) if page else "",
            found.remark(entry.path),
        )
    ]
