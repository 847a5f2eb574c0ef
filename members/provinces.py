"""The 28 provinces, which every portal has: known without a query, and laid into the database to be referred to."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "provinces.csv"


@dataclass(frozen=True)
class KnownProvince:
    nuts: str
    code: str
    name_bg: str
    name_en: str
    centre_ekatte: str

    def name_in(self, language: str) -> str:
        return self.name_en if language == "en" else self.name_bg


@cache
def provinces() -> dict[str, KnownProvince]:
    """By NUTS 3, in the order of the Bulgarian alphabet."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["name_bg"])
    return {row["nuts"]: KnownProvince(**row) for row in rows}


def lay_provinces() -> None:
    """Safe to repeat: what is there stays as it is."""
    from members.models import Province

    for known in provinces().values():
        Province.objects.get_or_create(
            nuts=known.nuts,
            defaults={
                "code": known.code,
                "name_bg": known.name_bg,
                "name_en": known.name_en,
                "centre_ekatte": known.centre_ekatte,
            },
        )
