"""From tables to what the register says, each row checked; all mistakes are told at once, with their rows."""

from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from members.register.tables import RegisterError, Table, tables

KINDS = {"гр.": "town", "с.": "village", "ман.": "monastery"}
SHOWN_MISTAKES = 20
MAX_NAME = 80


@dataclass(frozen=True)
class MunicipalityRow:
    code: str
    name: str
    name_en: str
    province: str


@dataclass(frozen=True)
class SettlementRow:
    ekatte: str
    kind: str
    name: str
    name_en: str
    municipality: str


@dataclass
class Register:
    provinces: set[str]
    municipalities: dict[str, MunicipalityRow] = field(default_factory=dict)
    settlements: dict[str, SettlementRow] = field(default_factory=dict)
    mistakes: list[str] = field(default_factory=list)

    def wrong(self, table: Table, number: int, why: str) -> None:
        self.mistakes.append(
            _("%(file)s, row %(number)s: %(why)s") % {"file": table.file, "number": number, "why": why}
        )


def read(paths: list[Path], provinces: set[str]) -> Register:
    """`provinces` are the known codes. Raises RegisterError when anything in the files is wrong."""
    register = Register(provinces)
    found = list(tables(paths))
    of_settlements = [table for table in found if "kind" in table.columns]
    of_municipalities = [table for table in found if table not in of_settlements and "municipality" in table.columns]
    for table in found:
        if table not in of_settlements and table not in of_municipalities and "province" not in table.columns:
            raise RegisterError(_("%(file)s is no file of the register.") % {"file": table.file})
    if not of_settlements:
        raise RegisterError(_("There are no settlements here: the file ek_atte is missing."))
    for table in of_municipalities:
        _read(register, table, _municipality)
    for table in of_settlements:
        _read(register, table, _settlement)
    _stop_if_wrong(register)
    return register


def _read(register: Register, table: Table, take) -> None:
    for number, row in table.rows:
        if row.get("kind") or row.get("municipality"):  # else a total or the date of the edition
            try:
                take(register, row)
            except ValueError as error:
                register.wrong(table, number, str(error))


def _municipality(register: Register, row: dict) -> None:
    name = row.get("municipality_name") or row.get("name", "")
    _add_municipality(register, row["municipality"], name, row.get("name_en", ""))


def _settlement(register: Register, row: dict) -> None:
    ekatte = row.get("ekatte", "")
    if not (ekatte.isascii() and ekatte.isdecimal() and len(ekatte) <= 5):
        raise ValueError(_("“%(value)s” is no ЕКАТТЕ code: five digits are expected.") % {"value": ekatte})
    ekatte = ekatte.zfill(5)
    if ekatte in register.settlements:
        raise ValueError(_("the code %(value)s is there twice.") % {"value": ekatte})
    kind = KINDS.get(row.get("kind", "").lower())
    if kind is None:
        raise ValueError(_("unknown kind “%(value)s”; expected гр., с. or ман.") % {"value": row.get("kind", "")})
    code = row.get("municipality", "")
    if code not in register.municipalities:
        if not row.get("municipality_name"):
            raise ValueError(_("unknown municipality “%(value)s”: give the file ek_obst too.") % {"value": code})
        _add_municipality(register, code, row["municipality_name"], "")
    name = _name(row.get("settlement") or row.get("name", ""))
    register.settlements[ekatte] = SettlementRow(ekatte, kind, name, _latin(row.get("name_en", "")), code)


def _add_municipality(register: Register, code: str, name: str, name_en: str) -> None:
    if len(code) != 5 or code[:3] not in register.provinces:
        raise ValueError(_("“%(value)s” is no code of a municipality, such as JAM25.") % {"value": code})
    register.municipalities[code] = MunicipalityRow(code, _name(name), _latin(name_en), code[:3])


def _name(name: str) -> str:
    if not 0 < len(name) <= MAX_NAME:
        raise ValueError(_("the name is missing or too long."))
    return name


def _latin(name: str) -> str:
    """The register has Cyrillic letters in a few English names; those are transliterated anew."""
    return name if name.isascii() else ""


def _stop_if_wrong(register: Register) -> None:
    if not register.mistakes:
        return
    lines = register.mistakes[:SHOWN_MISTAKES]
    if more := len(register.mistakes) - len(lines):
        lines.append(_("… and %(number)s more.") % {"number": more})
    raise RegisterError("\n".join(lines))
