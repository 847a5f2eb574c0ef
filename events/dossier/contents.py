"""What the funder asks for, what of it is there and what is still missing."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.nouns import counted
from events.dossier.letters import letters_about
from events.models import Attendee, Event, EventReport, ReportMaterial, Seat
from events.report import may_be_shown


@dataclass
class Line:
    """One thing of the dossier; `words` say how much of it there is, or what to do."""

    name: str
    title: str
    there: bool
    words: str = ""
    files: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)


def contents(event: Event) -> list[Line]:
    """In the order of the folders in the ZIP."""
    report = EventReport.objects.filter(event=event).select_related("minutes").first()
    materials = list(report.materials.select_related("document")) if report else []
    photos = [photo.image for photo in report.photos.select_related("image")] if report else []
    refused = [image for image in photos if not may_be_shown(image)]
    registered = Attendee.objects.filter(registration__event=event).exclude(name="").count()
    came = Seat.objects.filter(part__event=event).who_came().values("attendee").distinct().count()
    items = event.programme.count()
    sheets = event.signed_sheets.count()
    given = event.certificates.valid().exclude(name="").count()
    letters = letters_about(event).count()
    return [
        Line("pokana", _("Invitation and programme"), bool(items and event.live), _programme(event, items)),
        Line("zapisani", _("List of the registered"), registered > 0, _count_people(registered)),
        Line("spisak", _("Sign-in sheet to print"), True, ""),
        Line("podpisani", _("Signed sheets"), sheets > 0,
             _files(sheets) if sheets else _("Scan or photograph them and upload them above.")),
        Line("snimki", _("Photos"), len(photos) > len(refused), _photos(photos, refused)),
        Line("mediite", _("Press clippings"), any(_is_clipping(one) for one in materials),
             _files(sum(map(_is_clipping, materials))) if materials else _("Add them to the report.")),
        Line("otchet", _("Report"), bool(report and report.is_published), _report(report)),
        Line("protokol", _("Minutes"), bool(report and report.minutes),
             "" if report and report.minutes else _("Add them to the report.")),
        Line("materiali", _("Materials"), any(not _is_clipping(one) for one in materials),
             _files(sum(not _is_clipping(one) for one in materials))),
        Line("udostovereniya", _("Certificates"), given > 0, _certificates(given, came)),
        Line("pisma", _("Letters sent"), letters > 0, _files(letters)),
    ]  # fmt: skip


def _is_clipping(material) -> bool:
    return material.kind == ReportMaterial.Kind.CLIPPING


def _programme(event: Event, items: int) -> str:
    if not items:
        return _("The programme has no items yet.")
    return "" if event.live else _("The event was not published.")


def _photos(photos: list, refused: list) -> str:
    if not photos:
        return _("Add two or three to the report.")
    if refused:
        return ngettext(
            "%(n)d of them says nothing of the consents of the people in it and stays out.",
            "%(n)d of them say nothing of the consents of the people in them and stay out.",
            len(refused),
        ) % {"n": len(refused)}
    return _files(len(photos))


def _report(report) -> str:
    if report is None or not report.text_bg:
        return _("It is not written yet.")
    return "" if report.is_published else _("It is written but not published.")


def _certificates(given: int, came: int) -> str:
    if given:
        return _files(given)
    return _("They are made on their own page of the desk.") if came else _("Nobody is marked as come yet.")


def _count_people(number: int) -> str:
    return counted(number, "person") if number else ""


def _files(number: int) -> str:
    return str(number) if number else ""
