"""What the page of the directory shows for a choice."""

from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext as _

from members.directory.choices import STATUSES, Choices
from members.directory.drawing import draw
from members.directory.queries import Facets, facets, rows
from members.enums import Kind, Membership
from members.provinces import provinces

PER_PAGE = 20
NEAR = 2  # pages named on each side of this one


@dataclass(frozen=True)
class Option:
    """Something to choose: what it is called, how many organisations there are for it, the address with it alone."""

    value: str
    label: str
    number: int
    chosen: bool
    url: str = ""


@dataclass(frozen=True)
class Chip:
    """One thing that is chosen, and the address without it."""

    label: str
    url: str


def listing(request, view: str, code: str, directory: str) -> dict:
    choices = Choices.read(request.GET)
    counts = facets(choices)
    last = max(1, -(-counts.total // PER_PAGE))
    if choices.page > last:
        raise Http404
    start = (choices.page - 1) * PER_PAGE
    return {
        "choices": choices,
        "view": view,
        "directory": directory,
        "total": counts.total,
        "organizations": rows(choices, code, start, start + PER_PAGE) if counts.total else [],
        "kinds": _options(Kind, counts.kind, choices.kind),
        "statuses": _options([Membership(value) for value in STATUSES], counts.status, choices.statuses),
        "themes": _asked_for(Option(t.slug, t.title, t.number, t.slug in choices.theme) for t in counts.theme),
        "provinces": _provinces(choices, counts, code),
        "chips": list(_chips(choices, counts, code)),
        "pages": [(number, choices.on_page(number)) for number in _numbers(choices.page, last)] if last > 1 else [],
        "next_page": choices.on_page(choices.page + 1) if choices.page < last else "",
        "map": draw(choices, counts, code, directory) if view == "map" else None,
    }


def _options(values, numbers: dict, chosen: tuple) -> list[Option]:
    return _asked_for(Option(value.value, value.label, numbers.get(value, 0), value in chosen) for value in values)


def _asked_for(options) -> list[Option]:
    """Without what nobody is and nobody asked for."""
    return [option for option in options if option.number or option.chosen]


def _provinces(choices: Choices, counts: Facets, code: str) -> list[Option]:
    found = [
        Option(
            nuts,
            known.name_in(code),
            counts.province.get(nuts, 0),
            nuts == choices.province,
            choices.but(province=nuts),
        )
        for nuts, known in provinces().items()
    ]
    return sorted(found, key=lambda option: option.label)


def _chips(choices: Choices, counts: Facets, code: str):
    if choices.q:
        yield Chip(f"„{choices.q}“" if code == "bg" else f"“{choices.q}”", choices.without("q", choices.q))
    for value in choices.kind:
        yield Chip(Kind(value).label, choices.without("kind", value))
    if choices.province:
        name = provinces()[choices.province].name_in(code)
        yield Chip(_("province %(name)s") % {"name": name}, choices.without("province", choices.province))
    titles = {theme.slug: theme.title for theme in counts.theme}
    for slug in choices.theme:
        yield Chip(titles.get(slug, slug), choices.without("theme", slug))
    for value in choices.status:
        yield Chip(Membership(value).label, choices.without("status", value))


def _numbers(page: int, last: int) -> list[int]:
    """1 … 4 5 6 7 8 … 30; a zero stands for what is left out."""
    shown = sorted({1, last, *range(max(1, page - NEAR), min(last, page + NEAR) + 1)})
    found = []
    for number in shown:
        if found and number - found[-1] == 2:
            found.append(number - 1)
        elif found and number - found[-1] > 2:
            found.append(0)
        found.append(number)
    return found
