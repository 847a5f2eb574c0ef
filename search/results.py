"""One page of results as the template shows them."""

from dataclasses import dataclass
from datetime import datetime
from html import unescape

from django.db.models import Q
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from core.findable import findable
from search.analysis.queries import Query
from search.choices import Reader
from search.excerpts import excerpt_of, marked
from search.looking import Found
from search.models import Entry
from search.office_words import promoted
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
    """The n-th page, on the first one with what the office promotes before it; one query."""
    keys = [row.pk for row in found.rows[(number - 1) * PER_PAGE : number * PER_PAGE]]
    wanted = promoted(found.query) if number == 1 else []
    either = Q(pk__in=keys)
    for kind, thing in wanted:
        either |= Q(kind=kind, thing=thing)
    entries = list(Entry.objects.filter(for_reader(reader), either)) if keys or wanted else []
    by_key = {entry.pk: entry for entry in entries}
    query = found.query
    first = [_first_of(entries, pair, reader) for pair in wanted]
    shown = [hit for entry in first if entry for hit in _hit(entry, query, reader, now, True)]
    before = {entry.pk for entry in first if entry}
    for pk in keys:
        if pk in by_key and pk not in before:
            shown += _hit(by_key[pk], query, reader, now)
    return shown


def _first_of(entries: list[Entry], pair: tuple[str, int], reader: Reader) -> Entry | None:
    """In the reader's language if there is such."""
    same = [
        one for one in entries if (one.kind, one.thing) == pair and (one.language == reader.language or one.is_only)
    ]
    return min(same, key=lambda one: one.language != reader.language, default=None)


def _hit(entry: Entry, query: Query, reader: Reader, now: datetime, is_promoted: bool = False) -> list[Hit]:
    found = findable(entry.kind)
    url = found.address(entry.path, entry.language, reader.language) if found else ""
    if not url:  # its section is not published
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
