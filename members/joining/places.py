"""Which settlement an applicant means who typed its name as it stands in addresses: „с. Дряново, община Тунджа“."""

from members import places
from members.models import Settlement


def meant_by(typed: str) -> places.Found:
    """One place, several to choose from, or none that the register of settlements knows."""
    name, *around = [part for part in places.parts(typed) if part] or [""]
    text = f"{name} ({', '.join(around)})" if around and "(" not in name else name
    return places.find(Settlement.objects.all(), [text] if text else [])


def choices(found: places.Found) -> list[str]:
    return next(iter(found.ambiguous.values()), [])


def in_full(place: Settlement, code: str) -> str:
    """So that two of the same name are told apart."""
    municipality, province = place.municipality, place.municipality.province
    if code == "en":
        return f"{place.written(code)}, municipality of {municipality.name_en}, province of {province.name_en}"
    return f"{place.written(code)}, община {municipality.name_bg}, област {province.name_bg}"
