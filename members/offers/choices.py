"""What a reader has chosen among the offers; it stands in the address, so that it can be sent on or followed."""

from dataclasses import asdict, dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from members.enums import Fund, Kind, SpokenLanguage
from members.models import PartnerOffer, Province, Theme

LABELS = {
    "theme": _("Theme"),
    "fund": _("Fund"),
    "province": _("Province"),
    "language": _("Language"),
    "kind": _("Who seeks"),
}


@dataclass(frozen=True)
class Choices:
    """One value of each filter, or none. What nobody could have chosen is left out."""

    theme: str = ""
    fund: str = ""
    province: str = ""
    language: str = ""
    kind: str = ""

    @property
    def query(self) -> str:
        """“?theme=tourism&fund=interreg”; empty when nothing is chosen."""
        return self.address()

    def address(self, **place: str) -> str:
        """The same with a place in the list."""
        pairs = {name: value for name, value in (asdict(self) | place).items() if value}
        return f"?{urlencode(pairs)}" if pairs else ""

    def of(self, offers):
        """The offers that fit."""
        for name, field in FIELDS.items():
            if value := getattr(self, name):
                offers = offers.filter(**{field: value})
        return offers


FIELDS = {
    "theme": "themes__slug",
    "fund": "fund",
    "province": "organization__provinces__nuts",
    "language": "languages__contains",
    "kind": "organization__kind",
}


class Filters:
    """The boxes of the form with what can be chosen in them, in the language that is read."""

    def __init__(self, data: QueryDict):
        self.options = {
            "theme": list(Theme.objects.values_list("slug", "title")),
            "fund": Fund.choices,
            "province": list(Province.objects.order_by("name").values_list("nuts", "name")),
            "language": SpokenLanguage.choices,
            "kind": Kind.choices,
        }
        self.choices = Choices(**{name: self._known(name, data.get(name, "")) for name in LABELS})

    def _known(self, name: str, value: str) -> str:
        return value if any(value == known for known, _label in self.options[name]) else ""

    @property
    def boxes(self) -> list[dict]:
        return [
            {
                "name": name,
                "label": label,
                "chosen": getattr(self.choices, name),
                "options": self.options[name],
            }
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


def visible_offers(choices: Choices, user=None):
    """The one queryset behind the list, the archive and the feeds."""
    return choices.of(PartnerOffer.objects.visible_to(user))
