"""Provinces, municipalities and settlements for tests."""

from itertools import count

from members.models import Municipality, Province, Settlement

_number = count(1)


def make_province(name="Ямбол") -> Province:
    """Every portal has them; by name or by NUTS 3."""
    return Province.objects.get(**{"nuts" if name.startswith("BG") else "name_bg": name})


def make_municipality(name="Тунджа", province="Ямбол", **fields) -> Municipality:
    return Municipality.objects.get_or_create(name_bg=name, province=make_province(province), defaults=fields)[0]


def make_settlement(name="Крушаре", municipality=None, kind="village", **fields) -> Settlement:
    municipality = municipality or make_municipality()
    defaults = {"kind": kind, "ekatte": f"{next(_number):05}"} | fields
    return Settlement.objects.get_or_create(name_bg=name, municipality=municipality, defaults=defaults)[0]
