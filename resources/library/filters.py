"""The form beside the library: what can be chosen, and how many materials each choice leaves."""

from collections import defaultdict

from django.db.models import Count, TextField, Value
from django.db.models.functions import Cast
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import language
from core.enums import FileLanguage
from core.kept import Kept
from core.written import written
from members.models import Organization, Theme
from resources.enums import Kind, Level
from resources.library.choices import FIELDS, Choices
from resources.models import Material

LABELS = {
    "theme": gettext_lazy("Theme"),
    "kind": gettext_lazy("Kind"),
    "level": gettext_lazy("Level"),
    "language": gettext_lazy("Language of the file"),
    "organization": gettext_lazy("Organisation"),
    "year": gettext_lazy("Year"),
}
kept = Kept("library", 300)


class Filters:
    """For one reader and one answer, in the language that is read."""

    def __init__(self, data: QueryDict, user=None):
        self.user, self.code = user, language.active()
        self.choices = Choices.read(data)

    def materials(self):
        """The one queryset behind the list and the feeds."""
        return self.choices.of(Material.objects.visible_to(self.user))

    @cached_property
    def counts(self) -> dict[str, dict]:
        """How many are left by each value of each filter, the others as they are chosen. One query; remembered for
        some minutes, for each reader apart."""
        reader = self.user.pk if self.user else ""
        return kept.get(f"{reader}:{self.choices.but(order='').query}", self._count)

    def _count(self) -> dict[str, dict]:
        visible = Material.objects.visible_to(self.user).order_by()
        parts = [
            self.choices.of(visible, apart_from=name)
            .exclude(**{f"{field}__isnull": True})
            .values_list(Value(name), Cast(field, TextField()))
            .annotate(number=Count("pk"))
            for name, field in FIELDS.items()
        ]
        found: dict[str, dict] = defaultdict(dict)
        for name, value, number in parts[0].union(*parts[1:], all=True):
            found[name][value] = number
        return dict(found)

    @cached_property
    def boxes(self) -> list[dict]:
        return [
            {
                "name": name,
                "label": label,
                "options": [
                    (value, capfirst(str(words)), number, value == getattr(self.choices, name))
                    for value, words in self._options[name]
                    if (number := self.counts.get(name, {}).get(value, 0)) or value == getattr(self.choices, name)
                ],
            }
            for name, label in LABELS.items()
        ]

    @cached_property
    def _options(self) -> dict[str, list[tuple[str, str]]]:
        years = sorted(filter(None, self.counts.get("year", {})), reverse=True)
        return {
            "theme": [
                (slug, written(bulgarian, english, self.code).text)
                for slug, bulgarian, english in Theme.objects.rewrite(False).values_list("slug", "title_bg", "title_en")
            ],
            "kind": Kind.choices,
            "level": Level.choices,
            "language": FileLanguage.choices,
            "organization": self._organizations,
            "year": [(year, year) for year in years],
        }

    @cached_property
    def _organizations(self) -> list[tuple[str, str]]:
        slugs = {*self.counts.get("organization", {}), self.choices.organization}
        rows = Organization.objects.rewrite(False).filter(slug__in=slugs).order_by("sort_key", "pk")
        names = rows.values_list("slug", "name_bg", "name_en")
        return [
            (slug, written(bulgarian, english, self.code, in_latin=True).text) for slug, bulgarian, english in names
        ]

    @property
    def accessible_count(self) -> int:
        counts = self.counts.get("accessible", {})
        return counts.get("1", counts.get("true", 0))  # as SQLite and PostgreSQL write it

    @cached_property
    def chips(self) -> list[dict]:
        """What is chosen, and the address without it."""
        found = []
        for box in self.boxes:
            for _value, words, _number, chosen in box["options"]:
                if chosen:
                    found.append({"label": words, "address": self.choices.but(**{box["name"]: ""}).query or "."})
        if self.choices.accessible:
            found.append({"label": _("accessible files"), "address": self.choices.but(accessible="").query or "."})
        return found
