"""One page of the library: the newest materials first, or those that are used most; turned by keyset."""

from django.http import Http404
from django.utils.functional import cached_property

from core.keyset import Cursor, turn
from resources.library.filters import Filters

PER_PAGE = 12


class Shown:
    """One page of the list, with the addresses of its neighbours."""

    def __init__(self, request, filters: Filters):
        self.filters = filters
        self.choices = filters.choices
        rows = filters.materials().for_listing()
        if self.choices.order:
            self._most_used(rows, request.GET.get("from", ""))
        else:
            self._newest(rows, Cursor.from_request(request))

    def _newest(self, rows, cursor: Cursor | None) -> None:
        turned = turn(rows.newest_first(), cursor, PER_PAGE)
        if cursor and not turned.rows:
            raise Http404
        self.materials = turned.rows
        self.before = turned.newer and self.choices.address(after=turned.newer)
        self.further = turned.older and self.choices.address(before=turned.older)
        self.is_first = cursor is None

    def _most_used(self, rows, place: str) -> None:
        rows = rows.most_used_first()
        if place:
            rows = rows.used_less_than(*_read_place(place))
        found = list(rows[: PER_PAGE + 1])
        if place and not found:
            raise Http404
        self.materials = found[:PER_PAGE]
        last = self.materials[-1] if self.materials else None
        self.further = self.choices.address(**{"from": f"{last.downloads}_{last.pk}"}) if len(found) > PER_PAGE else ""
        self.before = self.choices.query if place else ""
        self.is_first = not place

    @cached_property
    def addresses(self) -> dict[str, str]:
        return {"newest": self.choices.but(order="").query or ".", "most": self.choices.but(order="most").query}


def _read_place(text: str) -> tuple[int, int]:
    downloads, _dash, pk = text.partition("_")
    if not (downloads.isascii() and downloads.isdigit() and pk.isascii() and pk.isdigit() and len(text) < 30):
        raise Http404
    return int(downloads), int(pk)
