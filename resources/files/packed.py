"""A ZIP as trainers pack it: looked at as a whole first, then one file after the other, each for itself."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext_lazy as _

from core.uploads import archives
from core.uploads.archives import ANY_RATIO, DAMAGE, ENCRYPTED, MAX_RATIO
from resources.files.checks import check_name, check_size, format_of
from resources.files.formats import ARCHIVE, MB

MOST_FILES = 300
MOST_BYTES = 4096 * MB
UTF8_NAME = 0x800
LEFT_BEHIND = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
PIECE = 1024 * 1024


@contextmanager
def opened(file) -> Iterator[zipfile.ZipFile]:
    """Raises ValidationError when the archive as a whole is not to be unpacked."""
    file.seek(0, 2)
    packed = file.tell()
    try:
        archive = archives.opened(file)
    except DAMAGE as error:
        raise ValidationError(_("The ZIP is damaged. Pack it anew and upload that."), code="damaged_zip") from error
    with archive:
        _check(archive.infolist(), packed)
        yield archive


def names(archive: zipfile.ZipFile) -> list[tuple[zipfile.ZipInfo, str]]:
    """The files with their names, without folders and what systems leave behind."""
    found = [(entry, _name(entry)) for entry in archive.infolist() if not entry.is_dir()]
    return [(entry, name) for entry, name in found if not _is_left_behind(name)]


@contextmanager
def unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> Iterator[File]:
    """One file of it; raises ValidationError when it cannot be taken. What it claims to be is not believed."""
    if format_of(name) == ARCHIVE:
        raise ValidationError(_("A ZIP in a ZIP is not unpacked. Put the files in one ZIP."), code="nested")
    check_name(name)
    check_size(format_of(name), entry.file_size)
    with TemporaryFile() as made:
        try:
            with archive.open(entry) as member:
                left = entry.file_size + 1
                while left and (piece := member.read(min(PIECE, left))):
                    made.write(piece)
                    left -= len(piece)
        except OSError:
            raise  # the disk, and not the archive
        except DAMAGE as error:
            raise ValidationError(_("This file of the ZIP is damaged."), code="damaged_entry") from error
        if not left:
            raise ValidationError(_("The ZIP unfolds into more than it says."), code="bomb")
        made.seek(0)
        yield File(made, name=name)


def _check(entries: list[zipfile.ZipInfo], packed: int) -> None:
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_FILES:
        raise ValidationError(
            _("There are %(count)d files in the ZIP; up to %(limit)d can be unpacked."),
            code="many",
            params={"count": len(entries), "limit": MOST_FILES},
        )
    if total > MOST_BYTES or (total > ANY_RATIO and total > MAX_RATIO * packed):
        raise ValidationError(_("The ZIP unfolds into far more than it should. Pack it anew."), code="bomb")
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise ValidationError(_("The ZIP is protected with a password. Pack it without one."), code="protected")


def _name(entry: zipfile.ZipInfo) -> str:
    """Without folders; Windows of old wrote Cyrillic in the code page of DOS and did not say so."""
    name = entry.filename
    if not entry.flag_bits & UTF8_NAME:
        raw = name.encode("cp437", errors="replace")
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            name = raw.decode("cp866", errors="replace")
    return name if name.startswith("__MACOSX/") else name.replace("\\", "/").rstrip("/").rpartition("/")[2]


def _is_left_behind(name: str) -> bool:
    return name.startswith((*LEFT_BEHIND, "~$", "._"))
