"""Large files, piece by piece: what arrived stays, whatever happens to the line."""

import os
import shutil
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.regularly import tick
from core.transliteration import without_invisible
from resources.files.checks import check_name, check_size, format_of
from resources.files.formats import ARCHIVE
from resources.keeping import no_room
from resources.models import Upload

PIECE = 4 * 1024 * 1024  # bytes; on a slow line half a minute
KEPT_FOR = timedelta(days=1)
MOST_AT_ONCE = 60
LEFT_FREE = 200 * 1024 * 1024


class OutOfStep(Exception):
    """The piece does not follow what is there; `upload.received` says where to go on."""


def folder() -> Path:
    return Path(settings.MEDIA_ROOT, "uploads")


def path_of(upload: Upload) -> Path:
    return folder() / str(upload.key)


def begin(person, organization, name: str, size: int, fingerprint: str) -> Upload:
    """Finds the same file of the same person again, to go on with it; raises ValidationError when it is refused."""
    name = without_invisible(name).replace("\\", "/").rpartition("/")[2][-160:]
    if format_of(name) != ARCHIVE:
        check_name(name)
    check_size(format_of(name), size)
    if size <= 0:
        raise ValidationError(_("The file is empty."), code="empty")
    known = {"person": person, "organization": organization, "name": name, "size": size, "fingerprint": fingerprint}
    if fingerprint and (upload := Upload.objects.filter(**known).first()):
        return upload
    if person.uploads.count() >= MOST_AT_ONCE:
        raise ValidationError(_("Too many uploads at once. Wait until some are finished."), code="many")
    folder().mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder()).free < size + LEFT_FREE:
        raise no_room()
    return Upload.objects.create(**known)


def add(upload: Upload, offset: int, content: bytes) -> None:
    """Writes the piece first and counts it then, so that what is counted is there. The same piece twice counts once."""
    if offset != upload.received or offset + len(content) > upload.size:
        raise OutOfStep
    try:
        _write(path_of(upload), offset, content)
    except OSError as error:
        raise no_room() from error
    here = Upload.objects.filter(pk=upload.pk, received=offset)
    if not here.update(received=offset + len(content), touched_at=timezone.now()):
        upload.refresh_from_db()
        raise OutOfStep
    upload.received = offset + len(content)


def opened(upload: Upload) -> File:
    return File(path_of(upload).open("rb"), name=upload.name)


def forget(upload: Upload) -> None:
    with suppress(OSError):
        path_of(upload).unlink()
    upload.delete()


@receiver(tick)
def forget_old_ones(**_signal) -> None:
    for upload in Upload.objects.filter(touched_at__lt=timezone.now() - KEPT_FOR):
        forget(upload)


def _write(path: Path, offset: int, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o644), "r+b") as file:
        file.seek(offset)
        try:
            file.write(content)
            file.truncate()
            file.flush()
        except OSError:
            with suppress(OSError):
                os.truncate(path, offset)
            raise
