"""Sheets for Excel and its like, in one way for registers, reports and dossiers: Cyrillic, words, moments by the clock
in Bulgaria to the minute, and texts that are no formulas.

In a workbook a text says of itself that it is one. In CSV only a mark before it keeps a formula from being worked out.
"""

from collections.abc import Iterable
from datetime import date, datetime
from io import BytesIO

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from core.dates import in_sofia
from core.validators import CONTROL

BOM = "\ufeff"
"""Excel reads the Cyrillic of a CSV file only after this mark."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
MOMENT, DAY = "dd.mm.yyyy hh:mm", "dd.mm.yyyy"
LONGEST = 32_767
"""Signs that a cell of Excel takes."""
WIDEST = 60


def workbook(title: str, headings: Iterable, rows: Iterable[Iterable]) -> bytes:
    """XLSX; the line of headings stays in sight, columns are as wide as what stands in them."""
    table = [[plain(value) for value in row] for row in (headings, *rows)]
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    for number, column in enumerate(zip(*table, strict=True), 1):
        longest = max(_width(value) for value in column)
        sheet.column_dimensions[get_column_letter(number)].width = min(WIDEST, longest + 2)
    for number, row in enumerate(table):
        sheet.append([_cell(sheet, value, is_heading=not number) for value in row])
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def plain(value):
    """A number, a day, a moment by the clock in Bulgaria, or else words."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return in_sofia(value).replace(tzinfo=None, second=0, microsecond=0)
    if isinstance(value, int | float | date):
        return value
    if isinstance(value, list | tuple):
        value = ", ".join(map(str, value))
    return "" if value is None else CONTROL.sub("", str(value))


def in_csv(value) -> str:
    value = plain(value)
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else defused(str(value))


def defused(text: str) -> str:
    """A text that a spreadsheet would take for a formula gets a mark that it is none; a telephone number is none."""
    is_number = text[:1] in "+-" and text[1:].replace(" ", "").replace(".", "").isdecimal()
    return f"'{text}" if text.startswith(FORMULA) and not is_number else text


def _cell(sheet, value, is_heading: bool) -> WriteOnlyCell:
    is_text = isinstance(value, str)
    cell = WriteOnlyCell(sheet, value[:LONGEST] if is_text else value)
    if is_text:
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(FORMULA)  # stays a text for who changes it, too
    elif isinstance(value, date):
        cell.number_format = MOMENT if isinstance(value, datetime) else DAY
    if is_heading:
        cell.font = Font(bold=True)
    return cell


def _width(value) -> int:
    if isinstance(value, str):
        return max(map(len, value.split("\n")))
    return len(MOMENT) if isinstance(value, date) else len(str(value))
