"""Provinces, municipalities and settlements for tests."""

from itertools import count

from members.models import Municipality, Province, Settlement

_number = count(1)
PROVINCES = {  # name: NUTS 3, code, centre
    "Ямбол": ("BG343", "JAM", "87374"),
    "Сливен": ("BG342", "SLV", "67338"),
    "Варна": ("BG331", "VAR", "10135"),
    "Русе": ("BG323", "RSE", "63427"),
    "Монтана": ("BG312", "MON", "48489"),
}


def make_province(name="Ямбол") -> Province:
    nuts, code, centre = PROVINCES[name]
    fields = {"name_bg": name, "code": code, "centre_ekatte": centre}
    return Province.objects.get_or_create(nuts=nuts, defaults=fields)[0]


def make_municipality(name="Тунджа", province="Ямбол", **fields) -> Municipality:
    return Municipality.objects.get_or_create(name_bg=name, province=make_province(province), defaults=fields)[0]


def make_settlement(name="Крушаре", municipality=None, kind="village", **fields) -> Settlement:
    municipality = municipality or make_municipality()
    defaults = {"kind": kind, "ekatte": f"{next(_number):05}"} | fields
    return Settlement.objects.get_or_create(name_bg=name, municipality=municipality, defaults=defaults)[0]
