"""Archives inside documents, read within limits: a small file must not unfold into a mountain."""

import io
import zipfile
import zlib
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .files import CHUNK

MAX_ENTRIES = 10_000
LARGEST_LIST = 8 * 1024 * 1024
MAX_UNPACKED = 300 * 1024 * 1024
MAX_NESTED = 50 * 1024 * 1024  # one archive in another, unpacked in memory
MAX_RATIO = 100
MAX_DEPTH = 2
# Below this an archive of any ratio is harmless: an empty picture packs a thousandfold.
ANY_RATIO = 20 * 1024 * 1024
MACROS = "vbaproject.bin"
ENCRYPTED = 0x1
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    IndexError,
)


def opened(file) -> zipfile.ZipFile:
    """Raises what DAMAGE lists, and ValidationError when the list of its entries alone would fill the memory: it is
    read as a whole, before anybody can count them."""
    end = zipfile._EndRecData(file)
    if end and end[zipfile._ECD_SIZE] > LARGEST_LIST:
        raise bomb()
    return zipfile.ZipFile(file)


@dataclass
class Spent:
    """What has been unpacked so far, nested archives included."""

    entries: int = 0
    unpacked: int = 0


def damaged() -> ValidationError:
    """Say that a file cannot be read."""
    return ValidationError(
        _("The document is damaged or is not what its name says. Open it, save it anew and upload that."),
        code="damaged_document",
    )


def protected() -> ValidationError:
    """Say that a file asks for a password."""
    return ValidationError(
        _("The document is protected with a password. Save it without one and upload it again."), code="protected"
    )


def bomb() -> ValidationError:
    """Say that a file unfolds."""
    return ValidationError(
        _("The document unfolds into far more than it should. Save it anew and upload that."), code="bomb"
    )


def with_macros() -> ValidationError:
    """Say that a document carries a program."""
    return ValidationError(
        _("The document has macros in it. Save it without macros (as docx, xlsx or pptx) and upload that."),
        code="macros",
    )


def check_archive(archive: zipfile.ZipFile, packed_size: int) -> None:
    """Read every entry of an archive, and of archives in it, as long as the limits allow."""
    try:
        _read(archive, packed_size, Spent(), 0)
    except DAMAGE as error:
        raise damaged() from error


def _read(archive: zipfile.ZipFile, packed_size: int, spent: Spent, depth: int) -> None:
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    spent.entries += len(entries)
    spent.unpacked += unpacked
    if (
        spent.entries > MAX_ENTRIES
        or spent.unpacked > MAX_UNPACKED
        or (unpacked > ANY_RATIO and unpacked > MAX_RATIO * packed_size)
        or depth > MAX_DEPTH
    ):
        raise bomb()
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise protected()
    if any(entry.filename.lower().endswith(MACROS) for entry in entries):
        raise with_macros()
    for entry in entries:
        with archive.open(entry) as member:
            beginning = member.read(4)
            if beginning == b"PK\x03\x04" and entry.file_size <= MAX_NESTED:
                _read_nested(beginning + member.read(), spent, depth + 1)
            # Read to the end: the check sum is compared there.
            while member.read(CHUNK):
                pass


def _read_nested(content: bytes, spent: Spent, depth: int) -> None:
    try:
        archive = opened(io.BytesIO(content))
    except zipfile.BadZipFile:
        return  # it only begins like an archive
    with archive:
        _read(archive, len(content), spent, depth)
