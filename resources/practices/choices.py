"""What a reader has chosen among the good practices; it stands in the address, so that it can be sent on."""

from dataclasses import asdict, dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from members.enums import Sector
from members.models import Province, Theme
from resources.models import Practice

LABELS = {"theme": _("Theme"), "sector": _("Sector"), "province": _("Province")}


@dataclass(frozen=True)
class Choices:
    """One value of each filter, or none. What nobody could have chosen is left out."""

    theme: str = ""
    sector: str = ""
    province: str = ""

    @property
    def query(self) -> str:
        """“?theme=tourism&sector=business”; empty when nothing is chosen."""
        return self.address()

    def address(self, **place: str) -> str:
        pairs = {name: value for name, value in (asdict(self) | place).items() if value}
        return f"?{urlencode(pairs)}" if pairs else ""

    def of(self, practices):
        if self.theme:
            practices = practices.filter(themes__slug=self.theme)
        if self.province:
            practices = practices.filter(organization__provinces__nuts=self.province)
        return practices.of_sector(self.sector) if self.sector else practices


class Filters:
    """The boxes of the form with what can be chosen in them, in the language that is read."""

    def __init__(self, data: QueryDict):
        self.options = {
            "theme": list(Theme.objects.values_list("slug", "title")),
            "sector": Sector.choices,
            "province": list(Province.objects.order_by("name").values_list("nuts", "name")),
        }
        self.choices = Choices(**{name: self._known(name, data.get(name, "")) for name in LABELS})

    def _known(self, name: str, value: str) -> str:
        return value if any(value == known for known, _label in self.options[name]) else ""

    def practices(self):
        """The one queryset behind the list."""
        return self.choices.of(Practice.objects.visible_to())

    @property
    def boxes(self) -> list[dict]:
        return [
            {"name": name, "label": label, "chosen": getattr(self.choices, name), "options": self.options[name]}
            for name, label in LABELS.items()
        ]

    @property
    def chips(self) -> list[dict]:
        """What is chosen, and the address without it."""
        return [
            {
                "label": next(label for value, label in self.options[name] if value == chosen),
                "address": replace(self.choices, **{name: ""}).query or ".",
            }
            for name, chosen in asdict(self.choices).items()
            if chosen
        ]
