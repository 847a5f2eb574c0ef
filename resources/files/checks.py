"""Whether a file is what its name says: the content decides."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.numbers import file_size
from core.uploads import check_document, check_image
from core.uploads.files import check_not_empty, extension_of
from resources.files import recordings, subtitles
from resources.files.formats import ARCHIVE, DOCUMENTS, PICTURES, SUBTITLES, TAKEN, is_recording, largest


def format_of(name: str) -> str:
    """Its extension, as the portal writes it."""
    extension = extension_of(name)
    return "jpg" if extension == "jpeg" else extension


def check(file) -> str:
    """Returns the format of a file that may be taken in; it is left at its beginning."""
    kind = format_of(file.name)
    check_name(file.name)
    check_size(kind, file.size)
    check_not_empty(file)
    try:
        if kind in DOCUMENTS:
            check_document(file)
        elif kind in PICTURES:
            check_image(file)
        elif kind in SUBTITLES:
            subtitles.check(file)
        elif is_recording(kind):
            recordings.check(file, kind)
    finally:
        file.seek(0)
    return kind


def check_name(name: str) -> None:
    if format_of(name) not in TAKEN:
        raise ValidationError(
            _("Files of this kind are not accepted. These are: %(kinds)s."),
            code="kind",
            params={"kinds": ", ".join(TAKEN)},
        )


def check_size(kind: str, size: int) -> None:
    if size > largest(kind):
        raise ValidationError(
            _("The file is %(size)s; up to %(limit)s can be taken."),
            code="large",
            params={"size": file_size(size), "limit": file_size(largest(kind))},
        )


def is_archive(file) -> bool:
    """By its name: documents of Office are archives too, under other names. Whether it really is one, is said when it
    is opened."""
    return format_of(file.name) == ARCHIVE
