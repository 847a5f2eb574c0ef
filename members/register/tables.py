"""From a published file to tables of named columns: JSON, Excel, or the zip around them, as they come from НСИ."""

import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from django.utils.translation import gettext as _
from openpyxl import load_workbook

# What the register has called a column over the years, in JSON and in Excel. The first name is ours.
COLUMNS = {
    "ekatte": ("ekatte", "екатте"),
    "kind": ("t_v_m", "вид"),
    "settlement": ("име на населено място", "име на населеното място"),
    "name": ("name",),
    "name_en": ("name_en", "транслитерация"),
    "municipality": ("obshtina", "obstina", "код на общината"),
    "municipality_name": ("obshtina_name", "име на общината"),
    "province": ("oblast", "код на областта"),
    "province_name": ("oblast_name", "име на областта"),
}
OURS = {theirs: ours for ours, names in COLUMNS.items() for theirs in names}
IN_A_ZIP = ("ek_obl", "ek_obst", "ek_atte")
HEADER_WITHIN = 10  # rows of an Excel sheet that may stand above the names of the columns
MAX_BYTES = 60_000_000


class RegisterError(Exception):
    """A file cannot be taken in; says which and why, in words for who imports it."""


@dataclass
class Table:
    file: str
    rows: list[tuple[int, dict[str, str]]]

    @property
    def columns(self) -> set[str]:
        return {name for _number, row in self.rows[:5] for name in row}


def tables(paths: list[Path]) -> Iterator[Table]:
    for path in paths:
        try:
            size = path.stat().st_size
            content = path.read_bytes() if size <= MAX_BYTES else None
        except OSError as error:
            raise RegisterError(_("%(file)s cannot be opened.") % {"file": path.name}) from error
        if content is None:
            raise RegisterError(_("%(file)s is too large for a file of the register.") % {"file": path.name})
        yield from _tables_of(path.name, content)


def _tables_of(name: str, content: bytes, depth: int = 0) -> Iterator[Table]:
    kind = name.lower().rpartition(".")[2]
    if kind == "zip" and depth < 2:
        yield from _unpacked(name, content, depth)
    elif kind == "json":
        yield _from_json(name, content)
    elif kind == "xlsx":
        yield _from_excel(name, content)
    else:
        raise RegisterError(
            _("%(file)s: expected a file .xlsx, .json or .zip. Save an old .xls as .xlsx first.") % {"file": name}
        )


def _unpacked(name: str, content: bytes, depth: int) -> Iterator[Table]:
    """The files of the register in an archive, which may hold one archive for each format: then the JSON alone."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir() and entry.file_size <= MAX_BYTES]
            wanted = [entry for entry in entries if _stem(entry.filename) in IN_A_ZIP]
            inner = [entry for entry in entries if entry.filename.lower().endswith(".zip")]
            for ending in ("json", "xlsx"):
                chosen = [e for e in wanted if e.filename.lower().endswith(ending)] or [
                    e for e in inner if not wanted and ending in e.filename.lower()
                ]
                if chosen:
                    for entry in chosen:
                        yield from _tables_of(Path(entry.filename).name, archive.read(entry), depth + 1)
                    return
    except (zipfile.BadZipFile, RuntimeError) as error:
        raise RegisterError(_("%(file)s is damaged.") % {"file": name}) from error
    raise RegisterError(_("%(file)s holds no file ek_atte, ek_obst or ek_obl.") % {"file": name})


def _stem(path: str) -> str:
    return Path(path).stem.lower()


def _from_json(name: str, content: bytes) -> Table:
    try:
        entries = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise RegisterError(_("%(file)s is no JSON: %(error)s") % {"file": name, "error": error}) from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise RegisterError(_("%(file)s: expected a list of entries.") % {"file": name})
    return Table(name, [(number, _named(entry.items())) for number, entry in enumerate(entries, 1)])


def _from_excel(name: str, content: bytes) -> Table:
    try:
        sheet = load_workbook(BytesIO(content), read_only=True, data_only=True).worksheets[0]
        rows = list(sheet.iter_rows(values_only=True))
    except Exception as error:  # openpyxl raises whatever its XML and zip readers do
        raise RegisterError(_("%(file)s cannot be read as an Excel file.") % {"file": name}) from error
    for number, row in enumerate(rows[:HEADER_WITHIN], 1):
        header = [_text(cell).lower() for cell in row]
        if sum(title in OURS for title in header) >= 2:
            found = [(n, _named(zip(header, row, strict=False))) for n, row in enumerate(rows[number:], number + 1)]
            return Table(name, found)
    raise RegisterError(_("%(file)s has no row with the names of the columns.") % {"file": name})


def _named(cells) -> dict[str, str]:
    return {OURS[str(title).lower()]: _text(value) for title, value in cells if str(title).lower() in OURS}


def _text(value) -> str:
    """Cells as text; Excel may hold a code as the number 151 or 151.0."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).split())
