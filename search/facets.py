"""By what the results can be narrowed, and how many are left then."""

from collections import Counter
from dataclasses import dataclass

from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext as _

from core import language
from core.findable import findables
from core.kept import Kept
from members.models import Organization, Theme
from members.provinces import provinces
from search.choices import Choices
from search.looking import Found

MOST = 8
kept = Kept("search-themes")
for changed in (post_save, post_delete):
    changed.connect(kept.forget, sender=Theme)


@dataclass
class Value:
    value: str
    label: str
    count: str
    is_chosen: bool


@dataclass
class Filter:
    name: str
    label: str
    values: list[Value]


def kinds(found: Found, choices: Choices) -> list[Value]:
    """“Everything” first, then each kind of which there is something."""
    rows = [row for row in found.all_rows if choices.let_in(row, "kind")]
    numbers = Counter(row.kind for row in rows)
    every = Value("", _("Everything"), _number(len(rows), found), not choices.kind)
    return [every] + [
        Value(one.kind, one.label_many, _number(numbers[one.kind], found), one.kind == choices.kind)
        for one in findables()
        if numbers[one.kind] or one.kind == choices.kind
    ]


def filters(found: Found, choices: Choices, code: str) -> list[Filter]:
    """Those that have something to choose between."""
    made = [
        Filter("year", _("Year"), _years(found, choices)),
        Filter("org", _("Organisation"), _organizations(found, choices, code)),
        Filter("province", _("Province"), _provinces(found, choices, code)),
        Filter("theme", _("Theme"), _themes(found, choices)),
    ]
    return [one for one in made if one.values]


def _years(found: Found, choices: Choices) -> list[Value]:
    numbers = _counted(found, choices, "year", lambda row: [row.year] if row.year else [])
    chosen = [(str(year), str(year), number) for year, number in sorted(numbers.items(), reverse=True)]
    return _values(chosen, choices.year, found)


def _organizations(found: Found, choices: Choices, code: str) -> list[Value]:
    numbers = _counted(found, choices, "org", lambda row: [row.organization] if row.organization else [])
    shown = _most(numbers, [int(pk) for pk in choices.org])
    rows = Organization.objects.visible_to().filter(pk__in=shown).only("name_bg", "name_en") if shown else []
    names = {one.pk: one.name_in(code).text for one in rows}
    return _values([(str(pk), names[pk], numbers[pk]) for pk in shown if pk in names], choices.org, found)


def _provinces(found: Found, choices: Choices, code: str) -> list[Value]:
    numbers = _counted(found, choices, "province", lambda row: _listed(row.provinces))
    known = provinces()
    shown = [nuts for nuts in _most(numbers, choices.province) if nuts in known]
    return _values([(nuts, known[nuts].name_in(code), numbers[nuts]) for nuts in shown], choices.province, found)


def _themes(found: Found, choices: Choices) -> list[Value]:
    numbers = _counted(found, choices, "theme", lambda row: _listed(row.themes))
    shown = _most(numbers, choices.theme)
    titles = kept.get(f"themes:{language.active()}", _titles) if shown else {}
    return _values([(slug, titles[slug], numbers[slug]) for slug in shown if slug in titles], choices.theme, found)


def _titles() -> dict[str, str]:
    return dict(Theme.objects.values_list("slug", "title"))


def _counted(found: Found, choices: Choices, name: str, values_of) -> Counter:
    numbers: Counter = Counter()
    for row in found.all_rows:
        if choices.let_in(row, name):
            numbers.update(values_of(row))
    return numbers


def _listed(text: str) -> list[str]:
    return [value for value in text.split(",") if value]


def _most(numbers: Counter, chosen) -> list:
    """The most frequent ones, and what is chosen, so that it can be taken back."""
    first = [value for value, _number in sorted(numbers.items(), key=lambda pair: (-pair[1], str(pair[0])))[:MOST]]
    return first + [value for value in chosen if value not in first]


def _values(rows: list[tuple[str, str, int]], chosen: tuple[str, ...], found: Found) -> list[Value]:
    if len(rows) < 2 and not chosen:
        return []
    return [Value(value, label, _number(number, found), value in chosen) for value, label, number in rows]


def _number(number: int, found: Found) -> str:
    """Of more than a thousand only the newest were counted: there may be more."""
    return f"{number}+" if found.is_capped and number else str(number)
