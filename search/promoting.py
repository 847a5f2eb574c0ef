"""What the office wants first for certain words."""

from urllib.parse import unquote, urlsplit

from django.db.models import Q

from core import language
from core.findable import findable
from search.analysis.queries import Query
from search.choices import Reader
from search.models import Entry
from search.office_words import promoted
from search.sql import for_reader

MOST = 200


def promoted_for(query: Query, reader: Reader) -> list[int]:
    """Keys of what the office wants first for these words, as far as this reader may find it: in her language, else
    originals that stand in. No query where nothing is promoted."""
    wanted = list(dict.fromkeys(promoted(query)))
    if not wanted:
        return []
    these = Q()
    for kind, thing in wanted:
        these |= Q(kind=kind, thing=thing)
    entries = Entry.objects.filter(for_reader(reader), these, Q(language=reader.language) | Q(is_only=True))
    rows = list(entries.values_list("kind", "thing", "pk"))
    return [pk for pair in wanted for kind, thing, pk in rows if (kind, thing) == pair]


def entry_at(address: str) -> Entry | None:
    """The entry that readers find at an address of the portal."""
    path = unquote(urlsplit(address.strip()).path)
    last = path.rstrip("/").rpartition("/")[2]
    if not path.startswith("/"):
        return None
    code = language.from_path(path)
    likely = Entry.objects.filter(path__contains=last) if last not in ("", *language.NAMES) else Entry.objects.all()
    entries = likely.exclude(kind="settlement").order_by("-language" if code == "bg" else "language", "pk")
    return next(
        (one for one in entries.only("kind", "thing", "path", "language")[:MOST] if _is_at(one, path, code)), None
    )


def _is_at(entry: Entry, path: str, code: str) -> bool:
    found = findable(entry.kind)
    return found is not None and found.address(entry.path, entry.language, code) == path
