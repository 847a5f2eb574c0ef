"""Tables for Excel: Cyrillic, moments by the clock in Bulgaria, and texts that are no formulas."""

from datetime import datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from core.admin.sheets import FORMULA
from core.dates import in_sofia

LONGEST = 32_000
WIDEST = 60


def workbook(title: str, headings: list[str], rows: list[list]) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = title[:31]
    for row in [headings, *rows]:
        sheet.append([_cell(value) for value in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for number, column in enumerate(sheet.columns, 1):
        longest = max(len(str(cell.value or "")) for cell in column)
        sheet.column_dimensions[get_column_letter(number)].width = min(WIDEST, longest + 2)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _cell(value):
    if isinstance(value, datetime):
        return in_sofia(value).replace(tzinfo=None)
    if isinstance(value, (int, float)) or value is None:
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("", str(value))[:LONGEST]
    return f"'{text}" if text.startswith(FORMULA) else text
