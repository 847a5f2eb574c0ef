"""What certificates are given for: each app tells about its own model, the pages that check and print ask here."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import QuerySet

from core.models import NumberedCertificate


@dataclass
class Kind:
    """`shown(given)` says on the open page what it was given for, a list of `Fact`; `paper(given)` makes the PDF."""

    rows: Callable[[], QuerySet]
    shown: Callable[[NumberedCertificate], list]
    paper: Callable[[NumberedCertificate], bytes]


@dataclass
class Fact:
    word: str
    text: str
    lang: str = field(default="", kw_only=True)
    url: str = field(default="", kw_only=True)


_kinds: dict[type[NumberedCertificate], Kind] = {}


def tell(model: type[NumberedCertificate], kind: Kind) -> None:
    _kinds[model] = kind


def find(**one) -> tuple[NumberedCertificate, Kind] | tuple[None, None]:
    """The certificate with this `code` or `token`, whatever it was given for."""
    for kind in _kinds.values():
        given = kind.rows().filter(**one).first()
        if given:
            return given, kind
    return None, None
