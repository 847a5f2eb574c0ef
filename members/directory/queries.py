"""What the directory finds, and how many it would find with another choice: one query each, however many there are."""

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256

from django.db.models import Avg, Count, F, Min, Q

from core.kept import Kept
from core.skeleton import keys
from members.directory.choices import STATUSES, Choices
from members.enums import Period
from members.models import Organization, Settlement, Strategy, Theme

MAX_WORDS = 6

kept = Kept("members:directory")


def found(choices: Choices, *, regardless_of: tuple[str, ...] = ()):
    """The organisations of a choice; a facet is counted regardless of what is chosen in itself."""
    organizations = Organization.objects.visible_to()
    if choices.q:
        organizations = organizations.filter(looked_for(choices.q))
    if choices.kind and "kind" not in regardless_of:
        organizations = organizations.filter(kind__in=choices.kind)
    if choices.province and "province" not in regardless_of:
        organizations = organizations.filter(provinces__nuts=choices.province)
    if choices.theme and "theme" not in regardless_of:
        filed = Organization.themes.through.objects.filter(theme__slug__in=choices.theme)
        organizations = organizations.filter(pk__in=filed.values("organization"))
    if "status" not in regardless_of:
        # Said the other way round: nearly all are members, and no database should begin with looking those up.
        organizations = organizations.exclude(status__in=[one for one in STATUSES if one not in choices.statuses])
    return organizations.order_by()


def rows(choices: Choices, code: str, start: int, end: int) -> list[Organization]:
    """Some of them from А to Я, or from A to Z, with what a row shows."""
    return list(found(choices).for_listing().from_a_to_z(code)[start:end])


@dataclass
class Facets:
    """How many organisations there are for each thing that can be chosen."""

    kind: dict[str, int]
    status: dict[str, int]
    province: dict[str, int]
    theme: list[Theme]
    total: int


def facets(choices: Choices) -> Facets:
    return kept_for("facets", choices, _count)


def kept_for(name: str, choices: Choices, find):
    """What is found for a choice, until an organisation changes; not for words, of which there are too many."""
    if choices.q:
        return find(choices)
    key = sha256(choices.first_page.query.encode()).hexdigest()
    return kept.get(f"{name}:{key}", lambda: find(choices))


def _count(choices: Choices) -> Facets:
    kinds, statuses, total = Counter(), Counter(), 0
    both = found(choices, regardless_of=("kind", "status")).values_list("kind", "status")
    for kind, status, number in both.annotate(number=Count("pk")):
        right_kind, right_status = not choices.kind or kind in choices.kind, status in choices.statuses
        kinds[kind] += number * right_status
        statuses[status] += number * right_kind
        total += number * right_kind * right_status
    of_provinces = found(choices, regardless_of=("province",)).values_list("provinces__nuts")
    return Facets(kinds, statuses, dict(of_provinces.annotate(Count("pk"))), _themes(choices), total)


def _themes(choices: Choices) -> list[Theme]:
    """All of them in their order, those without organisations too."""
    among = Q(organizations__in=found(choices, regardless_of=("theme",)).values("pk"))
    return list(Theme.objects.annotate(number=Count("organizations", filter=among)))


def looked_for(query: str) -> Q:
    """Every word begins a word of the name, the seat or the territory; or the query is a place where it works."""
    by_words = Q()
    for word in query.split()[:MAX_WORDS]:
        by_word = Q()
        for key in {key for key in keys(word) if key}:
            by_word |= Q(search_text__startswith=key) | Q(search_text__contains=f" {key}")
        by_words &= by_word or Q(pk=None)
    places = Settlement.objects.filter(key__in=keys(query))
    works = Strategy.objects.filter(period=Period.values[-1])
    there = works.filter(settlements__in=places).values("organization")
    whole = works.filter(municipalities__settlements__in=places).exclude(without__in=places).values("organization")
    return by_words | Q(pk__in=there) | Q(pk__in=whole)


def places(choices: Choices) -> list[dict]:
    """The settlements where they are: where on the map, how many, and which when it is one."""
    seats = (
        found(choices)
        .filter(settlement__isnull=False)
        .values(
            "settlement",
            place_bg=F("settlement__name_bg"),
            place_en=F("settlement__name_en"),
            place_kind=F("settlement__kind"),
            latitude=F("settlement__latitude"),
            longitude=F("settlement__longitude"),
            municipality=F("settlement__municipality"),
            nuts=F("settlement__municipality__province__nuts"),
        )
    )
    rows = list(seats.annotate(number=Count("pk"), one=Min("slug"), one_bg=Min("name_bg"), one_en=Min("name_en")))
    lost = [row for row in rows if row["latitude"] is None]
    near = _middles({row["municipality"] for row in lost}) if lost else {}
    for row in lost:
        row["latitude"], row["longitude"] = near.get(row["municipality"], (None, None))
    return rows


def _middles(municipalities: set[int]) -> dict[int, tuple[float, float]]:
    """Where the known settlements of each municipality lie on average."""
    known = Settlement.objects.filter(municipality__in=municipalities, latitude__isnull=False).order_by()
    averages = known.values_list("municipality").annotate(Avg("latitude"), Avg("longitude"))
    return {municipality: (latitude, longitude) for municipality, latitude, longitude in averages}
