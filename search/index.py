"""Keeps the entries as the things are; what did not change is left alone."""

from collections import Counter
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from core.findable import BETWEEN_PAGES, PUBLIC, Findable, Text, Thing
from search.analysis import VERSION, texts
from search.analysis.tokens import tidied
from search.masking import masked
from search.models import Entry
from search.store import BEGINNING, Terms, place_of, store
from search.vocabulary import count, words_of

BATCH = 100


def refresh(found: Findable, pks: Iterable[int]) -> int:
    """Make the entries of these things right; says how many things had changed. Safe to repeat."""
    pks = set(pks)
    stamps = {pk: f"{VERSION}.{stamp}" for pk, stamp in found.stamps(pks)}
    known = dict(Entry.objects.filter(kind=found.kind, thing__in=pks).values_list("thing", "stamp"))
    changed = [pk for pk, stamp in stamps.items() if known.get(pk) != stamp]
    gone = known.keys() - stamps.keys()
    if changed or gone:
        write(found, changed, stamps, gone)
    return len(changed) + len(gone)


@transaction.atomic
def write(found: Findable, pks: list[int], stamps: dict[int, str], gone: Iterable[int] = ()) -> None:
    words: Counter = Counter()
    _take_out(found, [*pks, *gone], words)
    made = [_entry(found, thing, text) for thing in found.things(pks) for text in thing.texts]
    for entry in made:
        entry.stamp = stamps[entry.thing]
        words.update(words_of(entry))
    more = [(entry.names, entry.beside) for entry in made]
    for entry in Entry.objects.bulk_create(made):
        entry.place = place_of(entry.moment, entry.pk)
    Entry.objects.bulk_update(made, ["place"])
    store().write([(entry.place, _terms(entry, *both)) for entry, both in zip(made, more, strict=True)])
    count(words)


def take_out(found: Findable, pks: list[int]) -> None:
    words: Counter = Counter()
    with transaction.atomic():
        _take_out(found, pks, words)
        count(words)


def _take_out(found: Findable, pks: list[int], words: Counter) -> None:
    store().lock(found.kind, pks)
    entries = Entry.objects.filter(kind=found.kind, thing__in=pks)
    places = []
    for entry in entries.only("place", "title", "summary", "text", "is_counted"):
        places.append(entry.place)
        words.subtract(words_of(entry))
    store().erase(places)
    entries.delete()


def _entry(found: Findable, thing: Thing, text: Text) -> Entry:
    pages = [tidied(page) for page in text.body.replace("\x00", "").split(BETWEEN_PAGES)]
    summary = tidied(text.summary)
    if found.hides_contacts:
        pages, summary = [masked(page) for page in pages], masked(summary)
    moment = thing.moment or BEGINNING
    entry = Entry(
        kind=found.kind,
        thing=thing.pk,
        language=text.language,
        is_only=len(thing.texts) == 1 and not thing.is_translated,
        audience=thing.audience,
        is_counted=thing.audience == PUBLIC,
        title=tidied(text.title),
        summary=summary,
        text=BETWEEN_PAGES.join(pages),
        note=text.note,
        path=thing.path,
        moment=moment,
        until=thing.until,
        year=timezone.localtime(moment).year if thing.moment else None,
        organization=thing.organization,
        provinces="".join(f",{code}" for code in sorted(set(thing.provinces))) + ",",
        themes="".join(f",{slug}" for slug in sorted(set(thing.themes))) + ",",
    )
    entry.names, entry.beside = text.names, text.beside
    return entry


def _terms(entry: Entry, names: str, beside: str) -> Terms:
    title = texts.title_terms(f"{entry.title} {names}")
    return Terms(title, texts.terms(entry.summary), texts.terms(f"{entry.text} {beside}"))
