"""Organisations with their territories, and many organisations at once, for tests."""

from itertools import count

from members.enums import Kind, Period
from members.models import Organization, Province, Strategy
from tests.factories.members import make_organization

_number = count(1)


def make_lag(name: str, municipalities=(), *, plus=(), without=(), period=Period.P2023, **fields) -> Organization:
    """A local action group with a territory."""
    organization = make_organization(name, "", f"mig-{next(_number)}")
    organization.kind = Kind.LAG
    for field, value in fields.items():
        setattr(organization, field, value)
    add_strategy(organization, municipalities, plus=plus, without=without, period=period)
    return organization


def add_strategy(organization: Organization, municipalities, *, plus=(), without=(), period=Period.P2023) -> None:
    strategy = Strategy.objects.create(organization=organization, period=period)
    strategy.municipalities.set(municipalities)
    strategy.settlements.set(plus)
    strategy.without.set(without)
    strategy.save()
    organization.save()


def make_many(numbers: range, themes, settlements) -> None:
    """Organisations of every kind in every province."""
    provinces = list(Province.objects.all())
    kinds = Kind.values
    made = Organization.objects.bulk_create(
        Organization(
            slug=f"mnogo-{number}",
            name_bg=f"Сдружение {number:05} за селото",
            name_en="" if number % 2 else f"Association {number:05}",
            kind=kinds[number % len(kinds)],
            status=("member", "member", "member", "partner", "former")[number % 5],
            settlement=settlements[number % len(settlements)],
            seat_bg="с. Някъде",
            sort_key=f"{number:05} за селото",
            sort_key_en=f"{number:05} za seloto",
            search_text=f"sdraJenie {number:05} za seloto",
        )
        for number in numbers
    )
    Organization.provinces.through.objects.bulk_create(
        Organization.provinces.through(organization=one, province=provinces[number % len(provinces)])
        for number, one in zip(numbers, made, strict=True)
    )
    Organization.themes.through.objects.bulk_create(
        Organization.themes.through(organization=one, theme=theme)
        for number, one in zip(numbers, made, strict=True)
        for theme in (themes[number % len(themes)], themes[(number + 1) % len(themes)])
    )
