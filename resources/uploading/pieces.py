"""Large files, piece by piece: what arrived stays, whatever happens to the line."""

import fcntl
import os
import shutil
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.regularly import tick
from resources.files.checks import check_name, check_size, format_of
from resources.files.formats import ARCHIVE
from resources.keeping import name_to_keep, no_room
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
    name = name_to_keep(name)
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
    """Writes the piece first and counts it then, so that what is counted is there. The same piece twice counts once.

    Another tab may send the same file: a piece took its time to arrive, and what was true before is looked at again
    under a lock. Raises DoesNotExist when the upload was given up meanwhile.
    """
    path = path_of(upload)
    try:
        with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o644), "r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            upload.refresh_from_db()
            is_there(upload)
            if offset != upload.received or offset + len(content) > upload.size:
                raise OutOfStep
            _write(file, offset, content)
            _count(upload, offset + len(content))
    except Upload.DoesNotExist:
        path.unlink(missing_ok=True)
        raise
    except OSError as error:
        raise no_room() from error


def is_there(upload: Upload) -> bool:
    """Whether all of it is; what was counted and got lost is asked for again."""
    path = path_of(upload)
    length = path.stat().st_size if path.exists() else 0
    if length < upload.received:
        _count(upload, length)
    return upload.received == upload.size


def opened(upload: Upload) -> File:
    return File(path_of(upload).open("rb"), name=upload.name)


def forget(upload: Upload) -> None:
    upload.delete()


@receiver(post_delete, sender=Upload)
def take_pieces_along(sender, instance, **kwargs) -> None:
    """Once the row is gone for good: a piece that arrives then finds none, and a deletion that fails later on takes
    nothing with it."""
    path = path_of(instance)
    transaction.on_commit(lambda: path.unlink(missing_ok=True), robust=True)


@receiver(tick)
def forget_old_ones(**_signal) -> None:
    for upload in Upload.objects.filter(touched_at__lt=timezone.now() - KEPT_FOR):
        forget(upload)


def _count(upload: Upload, received: int) -> None:
    upload.received = received
    Upload.objects.filter(pk=upload.pk).update(received=received, touched_at=timezone.now())


def _write(file, offset: int, content: bytes) -> None:
    file.seek(offset)
    try:
        file.write(content)
        file.truncate()
        file.flush()
    except OSError:
        with suppress(OSError):
            os.truncate(file.fileno(), offset)
        raise
