"""What a reader has chosen in the library; it stands in the address, so that it can be sent on or followed."""

from dataclasses import asdict, dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

from core.enums import FileLanguage
from resources.enums import Kind, Level

ORDERS = ("", "most")
SLUG = "abcdefghijklmnopqrstuvwxyz0123456789-_"


@dataclass(frozen=True)
class Choices:
    """One value of each filter, or none. What nobody could have chosen is left out."""

    theme: str = ""
    kind: str = ""
    level: str = ""
    language: str = ""
    organization: str = ""
    year: str = ""
    accessible: str = ""
    order: str = ""

    @classmethod
    def read(cls, data: QueryDict) -> "Choices":
        year = data.get("year", "")
        return cls(
            theme=_slug(data.get("theme", "")),
            kind=_one_of(data.get("kind", ""), Kind.values),
            level=_one_of(data.get("level", ""), Level.values),
            language=_one_of(data.get("language", ""), FileLanguage.values),
            organization=_slug(data.get("organization", "")),
            year=year if year.isascii() and year.isdigit() and len(year) == 4 else "",
            accessible="1" if data.get("accessible") else "",
            order=_one_of(data.get("order", ""), ORDERS),
        )

    @property
    def query(self) -> str:
        """“?theme=turizam&kind=guide”; empty when nothing is chosen."""
        return self.address()

    @property
    def is_narrowed(self) -> bool:
        return bool(replace(self, order="").query)

    def address(self, **place: str) -> str:
        """The same with a place in the list."""
        pairs = {name: value for name, value in (asdict(self) | place).items() if value}
        return f"?{urlencode(pairs)}" if pairs else ""

    def but(self, **others: str) -> "Choices":
        return replace(self, **others)

    def of(self, materials, apart_from: str = ""):
        """The materials that fit."""
        for name, field in FIELDS.items():
            if name != apart_from and (value := getattr(self, name)):
                materials = materials.filter(**{field: value})
        return materials


FIELDS = {
    "theme": "themes__slug",
    "kind": "kind",
    "level": "level",
    "language": "language",
    "organization": "organization__slug",
    "year": "year",
    "accessible": "is_accessible",
}


def _one_of(value: str, known) -> str:
    return value if value in known else ""


def _slug(value: str) -> str:
    return value if value and len(value) <= 80 and set(value) <= set(SLUG) else ""
