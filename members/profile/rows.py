"""What hangs on an organisation, as rows: of a live one with a single query, of a draft from what the form holds.

Contacts, links, themes, strategies and places are eight tables; asked for one by one they would be half of what a
profile may cost.
"""

from collections.abc import Iterator

from django.db.models import CharField, F, Model, QuerySet, Subquery, Value
from django.db.models.functions import Cast, JSONObject

from core.prepared import prepared
from members.models import (
    Municipality,
    Organization,
    OrganizationContact,
    OrganizationLink,
    Province,
    Settlement,
    Strategy,
    Theme,
)

NAMES = {"bg": "name_bg", "en": "name_en"}
CONTACT = {name: name for name in ("sort_order", "title_bg", "title_en", "phone", "email")}
LINK = {name: name for name in ("sort_order", "url")}
THEME = {name: name for name in ("position", "slug", "title_bg", "title_en")}
DOCUMENT = ("id", "title", "file", "file_size", "language", "has_text", "page_count")
STRATEGY = {
    "id": "id",
    **{name: name for name in ("period", "title_bg", "title_en", "budget", "currency")},
    **{name: name for name in ("priorities_bg", "priorities_en", "population", "settlement_count")},
    **{f"document_{name}": f"document__{name}" for name in DOCUMENT},
}
SETTLEMENT = NAMES | {
    "kind": "kind",
    "municipality": "municipality_id",
    "municipality_bg": "municipality__name_bg",
    "municipality_en": "municipality__name_en",
}
MUNICIPALITY = NAMES | {"id": "id"}
PROVINCE = NAMES | {"nuts": "nuts"}
TEXT = {"budget", "document_file"}  # as they are written, not as JSON would round or wrap them

Row = tuple[str, dict]


def of_live(organization: Organization) -> list[Row]:
    """As the database has them, in one query."""
    return _hanging_on(organization.pk)


@prepared
def _hanging_on(organization):
    newest = QuerySet(Strategy).filter(organization=organization).order_by("-period", "pk").values("pk")[:1]
    first, *others = [
        _leg("contact", OrganizationContact, CONTACT, organization=organization),
        _leg("link", OrganizationLink, LINK, organization=organization),
        _leg("theme", Theme, THEME, organizations=organization),
        _leg("strategy", Strategy, STRATEGY, organization=organization),
        _leg("province", Province, PROVINCE, organizations=organization),
        _leg("whole", Municipality, _of("strategies", MUNICIPALITY), strategies__organization=organization),
        _leg("settlement", Settlement, _of("strategies", SETTLEMENT), strategies__organization=organization),
        _leg("without", Settlement, _of("left_out_of", SETTLEMENT), left_out_of__organization=organization),
        _leg("inside", Settlement, SETTLEMENT, municipality__strategies=Subquery(newest)),
    ]
    return first.order_by().union(*(leg.order_by() for leg in others), all=True)


def of_draft(organization: Organization) -> list[Row]:
    """As an editor has them before his eyes, saved or not."""
    return list(_of_draft(organization))


def _of_draft(organization: Organization) -> Iterator[Row]:
    for kind, things, names in (
        ("contact", organization.contacts.all(), CONTACT),
        ("link", organization.links.all(), LINK),
        ("theme", organization.themes.all(), THEME),
    ):
        yield from ((kind, _values(thing, names)) for thing in things)
    strategies = list(organization.strategies.all())
    for number, strategy in enumerate(strategies):
        yield "strategy", _values(strategy, STRATEGY) | {"id": number}
        for kind, places, names in (
            ("whole", strategy.municipalities.all(), MUNICIPALITY),
            ("settlement", strategy.settlements.all(), SETTLEMENT),
            ("without", strategy.without.all(), SETTLEMENT),
        ):
            yield from ((kind, _values(place, names) | {"strategy": number}) for place in places)
    newest = max(strategies, key=lambda strategy: strategy.period, default=None)
    if newest:
        inside = Settlement.objects.filter(municipality__in=[place.pk for place in newest.municipalities.all()])
        yield from (("inside", _values(place, SETTLEMENT)) for place in inside.select_related("municipality"))
    for province in organization.provinces.all() if organization.pk else ():
        yield "province", _values(province, PROVINCE)


def _of(relation: str, names: dict) -> dict:
    return names | {"strategy": f"{relation}__id"}


def _leg(kind: str, model: type[Model], names: dict, **which) -> QuerySet:
    """Django's own queryset: the one of translated models changes the order of columns."""
    values = {key: Cast(name, CharField()) if key in TEXT else F(name) for key, name in names.items()}
    return QuerySet(model).filter(**which).values_list(Value(kind, CharField()), JSONObject(**values))


def _values(thing, names: dict) -> dict:
    return {key: _value(thing, name, key in TEXT) for key, name in names.items()}


def _value(thing, name: str, as_text: bool):
    for step in name.split("__"):
        thing = getattr(thing, step, None)
    return str(thing) if as_text and thing is not None else thing
