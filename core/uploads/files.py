"""What every uploaded file has: a name, a size, a beginning."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

CHUNK = 1024 * 1024


def extension_of(name: str | None) -> str:
    """Give the extension in small letters, without the dot."""
    _stem, dot, extension = (name or "").rpartition(".")
    return extension.lower() if dot else ""


def check_not_empty(file) -> None:
    """Refuse a file of no bytes."""
    if not head(file, 1):
        raise ValidationError(_("The file is empty."), code="empty")


def head(file, length: int) -> bytes:
    """Read the beginning of a file and go back to it."""
    file.seek(0)
    beginning = file.read(length)
    file.seek(0)
    return beginning


def chunks(file):
    """Read a file in pieces and go back to its beginning."""
    file.seek(0)
    while piece := file.read(CHUNK):
        yield piece
    file.seek(0)
