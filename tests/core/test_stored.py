"""Files go with their rows, and no sooner than those are gone for good."""

import logging
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import transaction
from django.db.models import FileField
from django.db.models.signals import post_delete
from wagtail.users.models import UserProfile

from core.stored import remove_in_the_end
from events.models import AnswerFile, Dossier, SignedSheet
from members.models import OwnDataCopy, User
from tests.factories.events import make_event
from tests.factories.members import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def copy(db):
    made = OwnDataCopy.objects.create(person=make_user())
    made.file.save("kopie.zip", ContentFile(b"zebra"))
    return made


def test_a_deletion_that_is_taken_back_loses_no_file(copy, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(ZeroDivisionError), transaction.atomic():
        OwnDataCopy.objects.all().delete()
        raise ZeroDivisionError
    assert OwnDataCopy.objects.get() == copy and default_storage.exists(copy.file.name)


def test_files_go_when_the_rows_are_gone_for_good(copy, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        OwnDataCopy.objects.all().delete()
        assert default_storage.exists(copy.file.name)
    assert not OwnDataCopy.objects.exists() and not default_storage.exists(copy.file.name)


def test_they_go_also_when_something_above_is_deleted(copy, homes, django_capture_on_commit_callbacks):
    event = make_event()
    dossier = Dossier.objects.create(event=event, file=ContentFile(b"okapi", "dosie.zip"))
    answer = AnswerFile.objects.create(event=event, file=ContentFile(b"okapi", "otgovor.txt"))
    profile = UserProfile.get_for_user(copy.person)
    profile.avatar.save("lice.png", ContentFile(b"okapi"))
    names = [dossier.file.name, answer.file.name, profile.avatar.name, copy.file.name]
    assert all(map(default_storage.exists, names))
    with django_capture_on_commit_callbacks(execute=True):
        event.delete()
        User.objects.filter(pk=copy.person.pk).delete()
    assert not any(map(default_storage.exists, names))


def test_a_signed_sheet_is_evidence_until_it_is_deleted(homes, django_capture_on_commit_callbacks):
    sheet = SignedSheet.objects.create(event=make_event(), file=ContentFile(b"okapi", "list.pdf"), checksum="1")
    with django_capture_on_commit_callbacks(execute=True):
        sheet.delete()
    assert not default_storage.exists(sheet.file.name)


def test_what_has_no_file_or_lost_it_stops_nothing(copy, caplog, django_capture_on_commit_callbacks):
    OwnDataCopy.objects.create(person=copy.person)  # not ready yet
    default_storage.delete(copy.file.name)
    kept = default_storage.save("ostava.txt", ContentFile(b"okapi"))
    with django_capture_on_commit_callbacks(execute=True):
        OwnDataCopy.objects.all().delete()
        remove_in_the_end("", None, "nyama.txt", kept)
    assert not OwnDataCopy.objects.exists() and not default_storage.exists(kept)
    assert not caplog.records


@pytest.mark.parametrize("error", [PermissionError, RuntimeError])  # of a disk, of another kind of storage
def test_a_file_that_cannot_be_removed_is_told_and_the_next_ones_go(
    copy, monkeypatch, caplog, django_capture_on_commit_callbacks, error
):
    kept = default_storage.save("ostava.txt", ContentFile(b"okapi"))
    delete = FileSystemStorage.delete

    def stumble(storage, name):
        if name == copy.file.name:
            raise error
        delete(storage, name)

    monkeypatch.setattr(FileSystemStorage, "delete", stumble)
    done = []
    with django_capture_on_commit_callbacks(execute=True):
        copy.delete()
        remove_in_the_end(kept)
        transaction.on_commit(lambda: done.append(True))
    assert done and not default_storage.exists(kept)
    assert [(record.levelno, copy.file.name in record.getMessage()) for record in caplog.records] == [
        (logging.ERROR, True)
    ]


@pytest.mark.django_db(transaction=True)
def test_outside_of_a_transaction_the_row_goes_first(copy, monkeypatch):
    monkeypatch.setattr("django.db.models.sql.DeleteQuery.delete_batch", lambda *_rows: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        OwnDataCopy.objects.get(pk=copy.pk).delete()
    monkeypatch.undo()
    assert OwnDataCopy.objects.get() == copy and default_storage.exists(copy.file.name)


def test_no_kind_of_row_leaves_its_file_behind():
    """Wagtail removes pictures and documents itself; `resources/library/forgetting.py` also what was made of a file."""
    ours = {path.parent.name for path in Path(settings.ROOT).glob("*/models")}
    fields = {
        f"{model._meta.label}-{field.name}"
        for model in apps.get_models()
        for field in model._meta.local_fields
        if model._meta.app_label in ours and isinstance(field, FileField)
    }
    elsewhere = {"core.PortalImage-file", "core.PortalRendition-file", "core.PortalDocument-file"}
    elsewhere |= {"resources.MaterialVersion-file", "resources.MaterialVersion-rendered"}
    taken = {str(uid).removeprefix("stored-") for ((uid, _sender), *_more) in post_delete.receivers}
    assert fields >= elsewhere and fields - elsewhere <= taken
    assert len(fields - elsewhere) == 4
