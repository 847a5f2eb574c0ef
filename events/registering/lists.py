"""A list of people from a spreadsheet: which column is what, and what is wrong in which row."""

import csv
from io import StringIO
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from openpyxl import load_workbook

from core.phones import normal_phone
from core.uploads import check_document
from core.uploads.files import extension_of
from core.validators import plain_line, visible
from events.models import EventPart, Seat
from members.models.user import normal_email

MOST_ROWS, MOST_BYTES = 500, 2 * 1024 * 1024
COLUMNS = {
    "name": ("име", "име и фамилия", "участник", "name"),
    "position": ("длъжност", "position"),
    "organization_name": ("организация", "organisation", "organization"),
    "phone": ("телефон", "phone"),
    "email": ("е-поща", "е-мейл", "имейл", "e-mail", "email"),
}
LONGEST = {"name": 120, "position": 120, "organization_name": 200, "phone": 40, "email": 254}


def read(file: BinaryIO) -> list[dict]:
    """One dict for each row with something in it. The first row says what the columns are; a list without such a row
    has them in the order name, position, organisation, phone, e-mail."""
    extension = extension_of(file.name)
    if file.size > MOST_BYTES or extension not in ("csv", "xlsx"):
        raise ValidationError(_("Choose a CSV or XLSX file of at most 2 MB."), code="kind")
    check_document(file)
    table = _sheet(file) if extension == "xlsx" else _text(file)
    rows = [cells for cells in table if any(cells)]
    if not rows:
        raise ValidationError(_("There is nobody in this list."), code="empty")
    order = _order(rows[0])
    people = rows[1:] if order else rows
    if len(people) > MOST_ROWS:
        raise ValidationError(_("At most %(n)d people at once; divide the list."), "long", {"n": MOST_ROWS})
    return [_person(cells, order or dict(enumerate(COLUMNS))) for cells in people]


def problems(person: dict, part: EventPart, names_before: set[str]) -> list[str]:
    """What is wrong with a row, in words; puts address and number into their usual form."""
    found = []
    if not person["name"]:
        found.append(_("The name is missing."))
    for name, value in person.items():
        try:
            plain_line(value)
            if value:
                visible(value)
            if len(value) > LONGEST[name]:
                found.append(_("“%(start)s…” is too long.") % {"start": value[:20]})
            elif value and name == "phone":
                person[name] = normal_phone(value)
            elif value and name == "email":
                person[name] = normal_email(value)
                validate_email(person[name])
        except ValidationError as error:
            found += error.messages
    if person["name"] and person["name"] in names_before:
        found.append(_("The same name is in the list twice."))
    elif person["name"] and Seat.objects.filter(part=part, attendee__name=person["name"]).taking().exists():
        found.append(_("Somebody of this name is registered already."))
    return found


def _sheet(file) -> list[list[str]]:
    try:
        book = load_workbook(file, read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(max_row=MOST_ROWS + 2, max_col=30, values_only=True)
        return [[_cell(value) for value in row] for row in rows]
    except Exception as error:  # a damaged workbook fails in many ways, and all of them mean one thing
        raise ValidationError(_("The file is damaged. Save it anew and upload that."), code="damaged") from error


def _text(file) -> list[list[str]]:
    content = file.read()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1251", errors="replace")  # Excel in Bulgaria
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    try:
        return [[_cell(value) for value in row] for row in csv.reader(StringIO(text), delimiter=delimiter)]
    except csv.Error as error:
        raise ValidationError(_("The file is damaged. Save it anew and upload that."), code="damaged") from error


def _cell(value) -> str:
    whole = int(value) if isinstance(value, float) and value.is_integer() else value
    return "" if whole is None else " ".join(str(whole).split())


def _order(cells: list[str]) -> dict[int, str]:
    """Which column is what, when the row says so."""
    known = {word: name for name, words in COLUMNS.items() for word in words}
    order = {number: known[cell.casefold()] for number, cell in enumerate(cells) if cell.casefold() in known}
    return order if "name" in order.values() else {}


def _person(cells: list[str], order: dict[int, str]) -> dict:
    found = dict.fromkeys(COLUMNS, "")
    return found | {name: cells[number] for number, name in order.items() if number < len(cells)}
