"""Sheets as Excel opens them: nothing is worked out, nothing carries a mark that nobody typed, moments are those of the
clock in Bulgaria."""

from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.utils import translation
from openpyxl import load_workbook

from core.sheets import in_csv, workbook

MOMENT = datetime(2026, 7, 1, 21, 30, 59, 123456, tzinfo=UTC)


def written(*values):
    made = workbook("Записани", ["Име"] * len(values), [values])
    return made, next(load_workbook(BytesIO(made)).active.iter_rows(min_row=2))


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1+1", "-2+3", "@sum(1)", "\t=1", "=SUM(1,2)\nред"])
def test_what_looks_like_a_formula_is_a_text_and_reads_as_it_was_typed(text):
    made, (cell,) = written(text)
    assert (cell.value, cell.data_type) == (text, "s") and cell.quotePrefix
    assert b"<f>" not in ZipFile(BytesIO(made)).read("xl/worksheets/sheet1.xml")
    assert in_csv(text) == f"'{text}"


def test_moments_are_those_of_the_clock_in_bulgaria_to_the_minute():
    _made, (moment, day) = written(MOMENT, date(2026, 7, 2))
    assert moment.value == datetime(2026, 7, 2, 0, 30) and moment.number_format == "dd.mm.yyyy hh:mm"
    assert day.is_date and day.number_format == "dd.mm.yyyy"
    assert (in_csv(MOMENT), in_csv(date(2026, 7, 2))) == ("2026-07-02 00:30", "2026-07-02")


def test_words_numbers_and_signs_that_no_sheet_takes():
    with translation.override("bg"):
        _made, cells = written("Ж\x01елю", True, None, 12, ["да", "не"], "Ю" * 40_000)
    assert [cell.value for cell in cells[:5]] == ["Желю", "да", None, 12, "да, не"]
    assert len(cells[5].value) == 32_767


@pytest.mark.parametrize("number", ["+359 46 123 456", "-12.5", "+35946123456"])
def test_a_number_is_no_formula(number):
    assert in_csv(number) == number


def test_a_sheet_without_rows_has_its_headings():
    sheet = load_workbook(BytesIO(workbook("Писма", ["Относно", "До"], []))).active
    assert [cell.value for cell in sheet[1]] == ["Относно", "До"] and sheet.freeze_panes == "A2"
