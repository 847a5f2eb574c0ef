"""The pages from a home page down to an address: with one query, as few columns as a breadcrumb needs."""

from itertools import accumulate
from typing import NamedTuple
from uuid import UUID

from django.contrib.contenttypes.models import ContentType

from core.prepared import partly, prepared

PAID = (
    *("id", "name", "contract_number", "emblems", "starts_on", "ends_on"),
    *(f"{name}_{code}" for name in ("programme", "sentence", "disclaimer") for code in ("bg", "en")),
)


class Step(NamedTuple):
    """A page above the one that is read, or that page before it is read."""

    pk: int
    title: str
    url_path: str
    locale_id: int
    content_type_id: int
    translation_key: UUID
    paid: tuple

    @property
    def model(self):
        return ContentType.objects.get_for_id(self.content_type_id).model_class()

    @property
    def funding_id(self) -> int | None:
        return self.paid[0]

    @property
    def funding(self):
        from core.models import FundingRecord

        return partly(FundingRecord, PAID, self.paid) if self.funding_id else None


COLUMNS = Step._fields[:-1]


@prepared
def _live_at(slugs, paths):
    """Slugs have an index, paths have none."""
    from core.models import BasePage

    pages = BasePage.objects.live().filter(slug__in=slugs, url_path__in=paths).order_by()
    return pages.values_list(*COLUMNS, *(f"funding__{name}" for name in PAID))


class Along:
    """The live pages along some paths, asked for once."""

    def __init__(self, paths: list[str]):
        self.pages: dict[str, Step] = {}
        self.asked: set[str] = set()
        self._ask(paths)

    def walk(self, base: str, parts: list[str]) -> tuple[list[Step], list[str]]:
        """The pages from the one at `base` down, and the parts that are no pages."""
        paths = paths_below(base, parts)
        if not self.asked.issuperset(paths):
            self._ask(paths)
        deepest = max((index for index, path in enumerate(paths) if path in self.pages), default=-1)
        if deepest < 0:
            return [], parts
        return [self.pages[path] for path in paths[: deepest + 1] if path in self.pages], parts[deepest:]

    def _ask(self, paths: list[str]) -> None:
        slugs = {path.rstrip("/").rpartition("/")[2] for path in paths}
        for row in _live_at(list(slugs), paths):
            step = Step(*row[: len(COLUMNS)], paid=row[len(COLUMNS) :])
            self.pages[step.url_path] = step
        self.asked.update(paths)


def paths_below(base: str, parts: list[str]) -> list[str]:
    return list(accumulate(parts, lambda above, part: f"{above}{part}/", initial=base))
