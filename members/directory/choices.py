"""What a reader has chosen in the directory; it stands in the address, so that it can be sent on."""

from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode

from django.http import Http404, QueryDict

from members.enums import Kind, Membership
from members.provinces import provinces

MAX_LENGTH = 80
MAX_THEMES = 30
STATUSES = (Membership.MEMBER, Membership.PARTNER, Membership.FORMER)
USUAL_STATUSES = (Membership.MEMBER, Membership.PARTNER)


@dataclass(frozen=True)
class Choices:
    q: str = ""
    kind: tuple[str, ...] = ()
    province: str = ""
    theme: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    page: int = 1

    @classmethod
    def read(cls, data: QueryDict) -> "Choices":
        """What nobody could have chosen is left out; a page that cannot be is not found."""
        province = data.get("province", "")
        return cls(
            q=" ".join(data.get("q", "").split())[:MAX_LENGTH],
            kind=_known(data.getlist("kind"), Kind.values),
            province=province if province in provinces() else "",
            theme=tuple(dict.fromkeys(slug[:40] for slug in data.getlist("theme") if slug))[:MAX_THEMES],
            status=_unless_usual(_known(data.getlist("status"), STATUSES)),
            page=_page(data.get("page", "1")),
        )

    @property
    def statuses(self) -> tuple[str, ...]:
        """Former members are shown only to who asks for them."""
        return self.status or USUAL_STATUSES

    @property
    def is_narrowed(self) -> bool:
        return self.first_page != Choices()

    @property
    def first_page(self) -> "Choices":
        return replace(self, page=1)

    @property
    def query(self) -> str:
        """“?kind=lag&theme=tourism”; empty when nothing is chosen."""
        chosen = [(field.name, getattr(self, field.name)) for field in fields(self)]
        pairs = [(name, value) for name, value in chosen if value not in ("", (), 1)]
        return f"?{urlencode(pairs, doseq=True)}" if pairs else ""

    @property
    def whole_country(self) -> str:
        return self.but(province="")

    def on_page(self, number: int) -> str:
        return replace(self, page=number).query or "."

    def but(self, **changes) -> str:
        """The address with something else chosen, from the first page on."""
        return replace(self.first_page, **changes).query or "."

    def without(self, name: str, value: str) -> str:
        """The address without one of the values."""
        left = getattr(self, name)
        return self.but(**{name: tuple(one for one in left if one != value) if isinstance(left, tuple) else ""})


def _known(values: list[str], known) -> tuple[str, ...]:
    return tuple(value for value in known if value in values)


def _unless_usual(statuses: tuple[str, ...]) -> tuple[str, ...]:
    return () if statuses == USUAL_STATUSES else statuses


def _page(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 6) or int(text) < 1:
        raise Http404
    return int(text)
