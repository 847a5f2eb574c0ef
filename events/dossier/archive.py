"""The ZIP itself: a page of contents, a folder for each thing, and what is missing in plain words."""

import logging
import shutil
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _

from core.workbooks import workbook
from events.dossier.contents import Line, contents
from events.dossier.letters import letters_about, without_secrets
from events.models import Attendee, Event, EventReport, ReportMaterial
from events.papers.certificate import certificate
from events.papers.poster import poster
from events.papers.programme import programme
from events.papers.report import report_paper
from events.papers.sheet import USUAL, sheet
from events.report import allowed_photos

log = logging.getLogger(__name__)


def write(event: Event, target: BinaryIO) -> None:
    """In the active language. A file that storage lost is named as missing and stops nothing."""
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        lines = {line.name: line for line in contents(event)}
        packer = Packer(archive, lines)
        packer.add("pokana", "pokana-i-programa.pdf", programme(event, "bg"))
        packer.add("pokana", "plakat.pdf", poster(event, "bg"))
        packer.add("zapisani", "zapisani.xlsx", registered(event))
        packer.add("spisak", "prisastven-spisak.pdf", sheet(event, None, list(USUAL), 0))
        for scan in event.signed_sheets.all():
            packer.copy("podpisani", scan.name, scan.file)
        _report(event, packer)
        for given in event.certificates.exclude(name="").select_related("attendee"):
            given.event = event
            packer.add("udostovereniya", f"{given.number}.pdf", certificate(given))
        packer.add("pisma", "pisma.xlsx", letters(event))
        archive.writestr("sadarzhanie.html", _page(event, list(lines.values()), packer.lost))


class Packer:
    """Puts files into the folder of a line, under names that are ours."""

    def __init__(self, archive: ZipFile, lines: dict[str, Line]):
        self.archive, self.lines, self.lost = archive, lines, []
        self.folders = {name: f"{number:02}-{name}" for number, name in enumerate(lines, 1)}

    def add(self, line: str, name: str, content: bytes) -> None:
        self.archive.writestr(self._path(line, name), content)

    def copy(self, line: str, name: str, file) -> None:
        count = len(self.lines[line].files) + 1
        safe = get_valid_filename(PurePosixPath(name).name or "file")
        path = f"{self.folders[line]}/{count:03}-{safe}"
        try:
            with file.open("rb") as source, self.archive.open(path, "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target)
        except OSError as error:
            log.warning("Not in the dossier: %s (%s)", name, error)
            self.lost.append(name)
        else:
            self.lines[line].files.append(path)

    def _path(self, line: str, name: str) -> str:
        path = f"{self.folders[line]}/{name}"
        self.lines[line].files.append(path)
        return path


def _report(event: Event, packer: Packer) -> None:
    report = EventReport.objects.filter(event=event).select_related("minutes").first()
    if report is None:
        return
    report.event = event
    if report.text_bg:
        packer.add("otchet", "otchet.pdf", report_paper(report))
    for image in allowed_photos(report):
        packer.copy("snimki", PurePosixPath(image.file.name).name, image.file)
    if report.minutes:
        packer.copy("protokol", report.minutes.filename, report.minutes.file)
    for one in report.materials.select_related("document"):
        line = "mediite" if one.kind == ReportMaterial.Kind.CLIPPING else "materiali"
        if one.document:
            packer.copy(line, one.document.filename, one.document.file)
        elif one.link:
            packer.lines[line].links.append((one.title, one.link))


def registered(event: Event) -> bytes:
    headings = [_("Name"), _("Position"), _("Organisation"), _("E-mail"), _("Phone"), _("Part"), _("State"), _("Came")]
    people = Attendee.objects.filter(registration__event=event).exclude(name="")
    people = people.select_related("registration__organization").prefetch_related("seats__part").order_by("name", "pk")
    rows = []
    for person in people:
        registration = person.registration
        organization = registration.organization.name if registration.organization else registration.organization_name
        for seat in person.seats.all():
            rows.append(
                [person.name, person.position, organization, registration.email, str(registration.phone or "")]
                + [seat.part.name, seat.get_state_display(), seat.came_at]
            )
    return workbook(_("Registered"), headings, rows)


def letters(event: Event) -> bytes:
    """Whom what was written; its links are the readers' own, so they are not for whoever gets the dossier."""
    shown = without_secrets(event)
    headings = [_("Subject"), _("To"), _("Written"), _("Sent"), _("Text")]
    rows = [
        [shown(letter.subject), ", ".join(letter.to), letter.created_at, letter.sent_at, shown(letter.text)]
        for letter in letters_about(event)
    ]
    return workbook(_("Letters"), headings, rows)


def _page(event: Event, lines: list[Line], lost: list[str]) -> str:
    missing = [line for line in lines if not line.there]
    context = {"event": event, "lines": lines, "missing": missing, "lost": lost, "made_at": timezone.now()}
    return render_to_string("events/dossier/contents.html", context)
