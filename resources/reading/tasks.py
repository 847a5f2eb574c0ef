"""What the portal finds out about a file, in the background; safe to run twice. A broken file is noted as such."""

import errno
import logging
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files import File
from django.core.files.storage import default_storage
from django_tasks import task

from core.findable import BETWEEN_PAGES
from resources.enums import Reading
from resources.files import formats, recordings
from resources.models import MaterialVersion
from resources.models.version import place
from resources.reading import office, pdf, pictures, rendering, texts
from resources.reading.apart import Found, Unreadable

log = logging.getLogger(__name__)

NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
A_FEW_WORDS = 20  # letters; less may be a stamp on a scan
MOST_TEXT = 2_000_000


@task()
def look_through(pk: int) -> None:
    version = MaterialVersion.objects.filter(pk=pk, reading=Reading.WAITING).first()
    if version is None:
        return
    try:
        with TemporaryDirectory() as folder:
            _look_through(version, Path(folder))
        version.reading = Reading.READ
    except OSError as error:
        if error.errno in NO_ROOM:  # no fault of the file: see `regularly`
            log.warning("No room to look into version %s", pk)
            return
        version.reading = Reading.UNREADABLE
    except Exception as error:  # what people upload is broken in more ways than can be listed
        log.info("Version %s could not be read: %s", pk, error)
        version.reading = Reading.UNREADABLE
    version.save(update_fields=FOUND)


FOUND = [
    *("reading", "page_count", "seconds", "is_scan", "text", "rendered", "is_rendered"),
    *("preview_count", "preview_width", "preview_height"),
]


def _look_through(version: MaterialVersion, folder: Path) -> None:
    """Pictures and the PDF are put away first: a version that says it has them has them."""
    kind = version.format
    if formats.is_recording(kind):
        with version.file.open("rb") as opened:
            version.seconds = recordings.seconds(opened, kind)
        return
    file = folder / f"file.{kind}"
    with version.file.open("rb") as opened, file.open("wb") as copy:
        shutil.copyfileobj(opened, copy)
    found = _found_in(version, file, folder)
    version.page_count = found.pages
    version.text = BETWEEN_PAGES.join(text.replace("\x00", "") for text in found.texts)[:MOST_TEXT]
    version.is_scan = kind == "pdf" and bool(found.pages) and sum(map(str.isalnum, version.text)) < A_FEW_WORDS
    if found.pictures:
        version.preview_width, version.preview_height = pictures.size_of(found.pictures[0])
    for number, picture in enumerate(found.pictures, 1):
        _put(place(version, f"{number}.webp"), picture)
    version.preview_count = len(found.pictures)


def _found_in(version: MaterialVersion, file: Path, folder: Path) -> Found:
    kind = version.format
    drawn = folder / "drawn"
    drawn.mkdir()
    if kind == "pdf":
        return pdf.look_into(file, drawn)
    if kind in formats.PICTURES:
        return pictures.look_into(file, drawn)
    found = office.look_into(file, folder, kind) if kind in office.KINDS else texts.look_into(file, kind)
    if kind in formats.SHOWN_AS_PICTURES:
        made = rendering.as_pdf(file, folder)
        version.is_rendered = made is not None
        if made:
            found = _with_pages_of(found, made, drawn)
            name = place(version, "pages.pdf")
            _put(name, made)
            version.rendered.name = name
    return found


def _with_pages_of(found: Found, made: Path, drawn: Path) -> Found:
    """Pictures from the PDF; and its pages where the document itself has none, or LibreOffice counts them otherwise:
    a picture stands beside its own words."""
    try:
        pages = pdf.look_into(made, drawn)
    except Unreadable:
        return found
    if found.pages != pages.pages:
        return pages
    return Found(found.pages, found.texts, pages.pictures)


def _put(name: str, file: Path) -> None:
    default_storage.delete(name)
    with file.open("rb") as opened:
        default_storage.save(name, File(opened))
