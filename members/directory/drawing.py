"""The map of the directory: provinces as filters, points where organisations are."""

from urllib.parse import urlencode

from django.utils.translation import gettext as _

from core.nouns import counted
from core.written import written
from members import maps
from members.directory.choices import Choices
from members.directory.queries import Facets, kept_for, places
from members.models import Settlement
from members.provinces import provinces


def draw(choices: Choices, facets: Facets, code: str, directory: str) -> maps.Map:
    """`directory` is the address of the list; a province that is chosen fills the map and its points are links."""
    shapes = {nuts: _shape(nuts, choices, facets, code) for nuts in maps.outlines()}
    title = _("Map of the organisations found; the list below holds the same ones")
    if not choices.province:
        return maps.country(title, shapes, kept_for("signs", choices, _signs))
    here = [seat for seat in kept_for("places", choices, places) if seat["nuts"] == choices.province]
    drawn = maps.province(title, choices.province, shapes, [_linked(seat, code, directory) for seat in here])
    _link_gathered(drawn.links, directory + choices.first_page.query)
    return drawn


def _signs(choices: Choices) -> str:
    return maps.signs([_point(seat) for seat in places(choices)])


def _shape(nuts: str, choices: Choices, facets: Facets, code: str) -> maps.Shape:
    shape = maps.Shape(maps.outlines()[nuts], chosen=nuts == choices.province)
    number = facets.province.get(nuts, 0)
    if number:
        name = provinces()[nuts].name_in(code)
        shape.url = choices.but(province=nuts)
        shape.label = f"{name}: {counted(number, 'organization')}"
    return shape


def _point(seat: dict) -> maps.Point:
    return maps.Point(*maps.place_of(seat["latitude"], seat["longitude"], seat["nuts"]), seat["number"])


def _linked(seat: dict, code: str, directory: str) -> maps.Point:
    point = _point(seat)
    place = point.name = Settlement(
        name_bg=seat["place_bg"], name_en=seat["place_en"], kind=seat["place_kind"]
    ).written(code)
    if point.number == 1:
        name = written(seat["one_bg"], seat["one_en"], code, in_latin=True).text
        point.url, point.label = f"{directory}{seat['one']}/", f"{name}, {place}"
    else:
        point.url = f"{directory}?{urlencode({'q': seat['place_bg'], 'province': seat['nuts']})}"
        point.label = f"{place}: {counted(point.number, 'organization')}"
    return point


def _link_gathered(points: list[maps.Point], url: str) -> None:
    """What stands too close to be shown apart leads to the list."""
    for point in points:
        if not point.url:
            point.url, point.label = url, counted(point.number, "organization")
