"""Turning pages of a list without counting it: from the last row seen to the next ones."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Q
from django.http import Http404
from django.utils.dateparse import parse_datetime
from django.utils.http import urlencode

PER_PAGE = 12
LAST = 2**31 - 1  # of the keys of pages


@dataclass(frozen=True)
class Cursor:
    """A place in a list ordered by moment and key: `?before=2026-11-20T10:00:00+00:00_17` or `?after=…`."""

    moment: datetime
    pk: int
    backwards: bool

    @classmethod
    def from_request(cls, request) -> "Cursor | None":
        for name in ("before", "after"):
            text = request.GET.get(name)
            if text:
                return cls.read(text, backwards=name == "after")
        return None

    @classmethod
    def read(cls, text: str, backwards: bool = False) -> "Cursor":
        moment, _, pk = text.replace(" ", "+").rpartition("_")
        try:
            parsed = parse_datetime(moment)
            # PostgreSQL takes no time zone that is seconds off.
            parsed = parsed and parsed.tzinfo and parsed.astimezone(UTC)
        except (ValueError, OverflowError):
            parsed = None
        if parsed is None or not pk.isascii() or not pk.isdigit() or len(pk) > 18:
            raise Http404
        return cls(parsed, int(pk), backwards)


def place_in_other_language(request) -> str:
    """`?before=…` for the same list in the other language, or nothing: there, rows have other keys."""
    try:
        cursor = Cursor.from_request(request)
    except Http404:
        return ""
    if cursor is None:
        return ""
    name, pk = ("after", 0) if cursor.backwards else ("before", LAST)
    return "?" + urlencode({name: f"{cursor.moment.isoformat()}_{pk}"})


@dataclass
class PageOfRows:
    rows: list
    newer: str = ""
    older: str = ""


class ByMoment:
    """For querysets whose lists are turned: the newest first by the column that `moment` names, then by key."""

    moment = "first_published_at"

    def newest_first(self):
        return self.order_by(f"-{self.moment}", "-pk")

    def older_than(self, moment: datetime, pk: int):
        """The keyset: what follows a row in `newest_first`."""
        return self.filter(Q(**{f"{self.moment}__lt": moment}) | Q(**{self.moment: moment, "pk__lt": pk}))

    def newer_than(self, moment: datetime, pk: int):
        return self.filter(Q(**{f"{self.moment}__gt": moment}) | Q(**{self.moment: moment, "pk__gt": pk}))


def turn(rows: ByMoment, cursor: Cursor | None, per_page: int = PER_PAGE) -> PageOfRows:
    """`rows` is a queryset in the order of `newest_first`. One query, no COUNT, no OFFSET."""
    moment = rows.moment
    if cursor is None:
        found = list(rows[: per_page + 1])
        return PageOfRows(found[:per_page], older=_place(found[per_page - 1], moment) if len(found) > per_page else "")
    if cursor.backwards:
        found = list(rows.newer_than(cursor.moment, cursor.pk).reverse()[: per_page + 1])
        shown = found[:per_page][::-1]
        newer = _place(shown[0], moment) if len(found) > per_page else ""
        return PageOfRows(shown, newer=newer, older=_place(shown[-1], moment) if shown else "")
    found = list(rows.older_than(cursor.moment, cursor.pk)[: per_page + 1])
    shown = found[:per_page]
    return PageOfRows(
        shown,
        newer=_place(shown[0], moment) if shown else "",
        older=_place(shown[-1], moment) if len(found) > per_page else "",
    )


def _place(row, moment: str) -> str:
    return f"{getattr(row, moment).isoformat()}_{row.pk}"
