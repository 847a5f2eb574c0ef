"""What a reader looks for and by what she narrows it; it stands in the address, so that it can be sent on."""

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict

from core import language
from core.findable import MEMBERS, PUBLIC, findable
from core.frame import Frame
from search.analysis.queries import tidy

MOST_VALUES = 20
YEARS = range(1990, 2101)
MANY = ("year", "org", "province", "theme")


@dataclass(frozen=True)
class Reader:
    """Who looks: in which language, and what may be found for her."""

    language: str
    audiences: tuple[str, ...] = (PUBLIC,)
    user: object = field(default=None, compare=False)

    @classmethod
    def of(cls, request) -> "Reader":
        user = Frame(request).user
        return cls(language.active(), (PUBLIC, MEMBERS), user) if user else cls(language.active())


@dataclass(frozen=True)
class Choices:
    """The words, and the values of each filter; what nobody could have chosen is left out."""

    q: str = ""
    kind: str = ""
    year: tuple[str, ...] = ()
    org: tuple[str, ...] = ()
    province: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    sort: str = ""
    exact: str = ""

    @classmethod
    def read(cls, data: QueryDict) -> "Choices":
        kind, org, year = data.get("kind", ""), data.getlist("org"), data.getlist("year")
        return cls(
            q=tidy(data.get("q", "")),
            kind=kind if findable(kind) else "",
            year=_several(value for value in year if _is_key(value) and int(value) in YEARS),
            org=_several(value for value in org if _is_key(value)),
            province=_several(value for value in data.getlist("province") if value.isalnum() and len(value) < 8),
            theme=_several(value for value in data.getlist("theme") if _is_word(value)),
            sort="new" if data.get("sort") == "new" else "",
            exact="1" if data.get("exact") == "1" else "",
        )

    @property
    def is_narrowed(self) -> bool:
        return bool(self.kind or any(getattr(self, name) for name in MANY))

    @property
    def number(self) -> int:
        """Of what is chosen in the filters beside the results."""
        return sum(len(getattr(self, name)) for name in MANY)

    def address(self, **changes) -> str:
        """“?q=…&kind=news”, with other values for some of the filters."""
        return "?" + urlencode([pair for pair in replace(self, **changes).pairs() if pair[1]])

    def pairs(self, without: tuple[str, ...] = ()) -> list[tuple[str, str]]:
        found = []
        for name, value in vars(self).items():
            if name not in without:
                found += [(name, each) for each in (value if isinstance(value, tuple) else (value,))]
        return found

    def let_in(self, row, regardless_of: str = "") -> bool:
        """Whether a row passes the filters, all but one of them."""
        return (
            (regardless_of == "kind" or not self.kind or row.kind == self.kind)
            and (regardless_of == "year" or not self.year or str(row.year) in self.year)
            and (regardless_of == "org" or not self.org or str(row.organization) in self.org)
            and (regardless_of == "province" or not self.province or _among(self.province, row.provinces))
            and (regardless_of == "theme" or not self.theme or _among(self.theme, row.themes))
        )


def _several(values) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))[:MOST_VALUES]


def _is_key(value: str) -> bool:
    return value.isascii() and value.isdecimal() and len(value) < 19


def _is_word(value: str) -> bool:
    return 0 < len(value) <= 80 and all(letter.isalnum() or letter in "-_" for letter in value)


def _among(chosen: tuple[str, ...], listed: str) -> bool:
    return any(f",{value}," in listed for value in chosen)
