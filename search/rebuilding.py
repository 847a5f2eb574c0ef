"""Bringing the whole index in step with what there is: only what changed is read and analysed."""

from collections.abc import Callable, Iterator

from core.findable import Findable, findables
from search import index
from search.analysis import VERSION
from search.models import Entry
from search.store import store

Progress = Callable[[str, list], Iterator]
ENOUGH_TO_TIDY = 1000


def rebuild(progress: Progress = lambda name, items: iter(items), everything: bool = False) -> int:
    """How many things were written anew or taken out. Safe to repeat and to interrupt."""
    done = 0
    for found in findables():
        stamps, changed, gone = out_of_step(found, everything)
        batches = [changed[start : start + index.BATCH] for start in range(0, len(changed), index.BATCH)]
        for batch in progress(found.kind, batches):
            index.write(found, batch, stamps)
        for start in range(0, len(gone), index.BATCH):
            index.take_out(found, gone[start : start + index.BATCH])
        done += len(changed) + len(gone)
    done += _unknown_kinds()
    if done >= ENOUGH_TO_TIDY:
        store().optimize()
    return done


def out_of_step(found: Findable, everything: bool = False) -> tuple[dict[int, str], list[int], list[int]]:
    """The stamps of a kind, the keys of what changed since it was written, and of what is no more."""
    stamps = {pk: f"{VERSION}.{stamp}" for pk, stamp in found.stamps()}
    written = Entry.objects.filter(kind=found.kind).order_by().values_list("thing", "stamp")
    known = dict(written.iterator(chunk_size=2000))
    changed = [pk for pk, stamp in stamps.items() if everything or known.get(pk) != stamp]
    return stamps, changed, [pk for pk in known if pk not in stamps]


def behind() -> int:
    """How many things the search does not show as they are."""
    found = (out_of_step(one) for one in findables())
    return sum(len(changed) + len(gone) for _stamps, changed, gone in found)


def _unknown_kinds() -> int:
    """Of an app that is no more."""
    left = Entry.objects.exclude(kind__in=[one.kind for one in findables()])
    places = list(left.values_list("place", flat=True))
    if places:
        store().erase(places)
        left.delete()
    return len(places)
