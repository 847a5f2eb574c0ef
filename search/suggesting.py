"""What begins with what somebody is typing: places, organisations and titles, a few of each."""

from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.findable import findable
from search.analysis.latin import skeletons
from search.analysis.queries import tidy
from search.analysis.stop_words import STOP_WORDS
from search.analysis.tokens import folded, is_code, words
from search.analysis.words import asked
from search.choices import Reader
from search.excerpts import with_marks
from search.titles import suggested

SHORTEST = 2
MOST_OF_GROUP = 4
UNFINISHED = "sctzkpd1235"  # the rest of the letter may still come: s of sh, k of kh


@dataclass
class Option:
    title: SafeString
    note: str
    url: str
    kind: str
    lang: str


@dataclass
class Group:
    label: str
    options: list[Option] = field(default_factory=list)


def suggest(text: str, reader: Reader) -> list[Group]:
    """At most a dozen, in groups; one query."""
    typed = [word for word in words(folded(tidy(text))) if word not in STOP_WORDS] or words(folded(tidy(text)))
    if not typed or len("".join(typed)) < SHORTEST:
        return []
    before, last = typed[:-1][:6], typed[-1]
    rows = suggested([asked(word) for word in before], beginnings(last), reader)
    rows.sort(key=lambda row: (row.language != reader.language, not _begins(row.title, typed[0]), len(row.title)))
    groups = {"settlement": Group(_("Settlements")), "organisation": Group(_("Organisations"))}
    other = Group(_("News, events and pages"))
    once = {(row.kind, row.title): row for row in reversed(rows)} if rows else {}
    for row in sorted(once.values(), key=rows.index):
        group = groups.get(row.kind, other)
        if len(group.options) < MOST_OF_GROUP:
            url = findable(row.kind).address(row.path, row.language, reader.language)
            if url:
                lang = "" if row.language == reader.language else row.language
                group.options.append(Option(_marked(row.title, typed), row.note, url, row.kind, lang))
    return [group for group in (*groups.values(), other) if group.options]


def beginnings(word: str) -> tuple[str, ...]:
    if is_code(word):
        return (asked(word)[0],)
    keys = [f"f_{key}" for key in skeletons(word)]
    if word.isascii():
        keys += [key[:-1] for key in keys if len(key) > 4 and key[-1] in UNFINISHED]
    return tuple(dict.fromkeys([word, *keys]))


def _begins(title: str, word: str) -> bool:
    return any(each.startswith(word) for each in words(folded(title))[:2])


def _marked(title: str, typed: list[str]) -> SafeString:
    """The beginnings of words as typed; in another alphabet nothing is marked."""
    lower, hits, last = title.lower(), [], 0
    for word in typed:
        at = lower.find(word, last)
        if at >= 0 and len(lower) == len(title):
            hits.append((at, at + len(word)))
            last = at + len(word)
    return with_marks(title, hits)
