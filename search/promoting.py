"""What the office wants first for certain words."""

from urllib.parse import unquote, urlsplit

from core import language
from core.findable import findable
from search.models import Entry

MOST = 200


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
