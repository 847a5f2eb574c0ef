"""Where an organisation works, as lists and the search know it: written anew whenever the organisation is saved."""

from collections import defaultdict

from django.utils.translation import gettext as _
from django.utils.translation import override

from core.nouns import counted
from core.skeleton import keys
from members.models.geography import Province
from members.models.strategy import Strategy

MAX_LENGTH = 300


def keep_in_step(organization) -> None:
    """Its territory in words, its provinces, and what it is found by; without a revision and without signals."""
    strategy = Strategy.objects.filter(organization=organization.pk).order_by("-period", "pk").first()
    for code in ("bg", "en"):
        setattr(organization, f"territory_{code}", in_words(strategy, code) if strategy else "")
    organization.search_text = search_text(organization, strategy)
    type(organization).objects.filter(pk=organization.pk).update(
        territory_bg=organization.territory_bg,
        territory_en=organization.territory_en,
        search_text=organization.search_text,
    )
    organization.provinces.set(_provinces(organization, strategy))


def in_words(strategy, code: str, *, names_left_out: bool = True) -> str:
    """„общини Казанлък (без гр. Казанлък) и Гурково и 3 села от община Сливен“."""
    with override(code):
        left_out = _by_municipality(strategy.without.all()) if names_left_out else {}
        names = []
        for municipality in strategy.municipalities.all():
            name = _name(municipality, code)
            if missing := left_out.get(municipality):
                name += " (" + _("without %(places)s") % {"places": _listed([p.written(code) for p in missing])} + ")"
            names.append(name)
        parts = []
        if names:
            pattern = _("municipality of %(name)s") if len(names) == 1 else _("municipalities of %(name)s")
            parts.append(pattern % {"name": _listed(names)})
        for municipality, places in _by_municipality(strategy.settlements.all()).items():
            noun = "village" if all(place.kind == place.Kind.VILLAGE for place in places) else "settlement"
            parts.append(
                _("%(places)s of the municipality of %(name)s")
                % {"places": counted(len(places), noun), "name": _name(municipality, code)}
            )
        text = _listed(parts)
        return text if len(text) <= MAX_LENGTH else text[: MAX_LENGTH - 2].rpartition(" ")[0] + " …"


def search_text(organization, strategy) -> str:
    """The skeletons of all words it may be looked for by; places that it leaves out are none of them."""
    territory = in_words(strategy, "bg", names_left_out=False) if strategy else ""
    written = (
        *(organization.name_bg, organization.name_en, organization.short_name_bg, organization.short_name_en),
        *(organization.seat_bg, territory),
    )
    return " ".join(dict.fromkeys(key for text in written if text for key in keys(text)))


def _provinces(organization, strategy) -> set[int]:
    """Of the seat, and of all places of the territory."""
    provinces = Province.objects.order_by()
    ways = []
    if organization.settlement_id:
        ways.append(provinces.filter(municipalities__settlements=organization.settlement_id))
    if strategy:
        ways.append(provinces.filter(municipalities__strategies=strategy))
        ways.append(provinces.filter(municipalities__settlements__strategies=strategy))
    return {pk for way in ways for pk in way.values_list("pk", flat=True)}


def _by_municipality(settlements) -> dict:
    found = defaultdict(list)
    for settlement in settlements.select_related("municipality").order_by("municipality__name_bg", "name_bg"):
        found[settlement.municipality].append(settlement)
    return found


def _name(place, code: str) -> str:
    return place.name_en if code == "en" else place.name_bg


def _listed(parts: list[str]) -> str:
    """“A, B and C”."""
    if len(parts) < 2:
        return "".join(parts)
    return _("%(first)s and %(last)s") % {"first": ", ".join(parts[:-1]), "last": parts[-1]}
