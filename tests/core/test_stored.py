"""Files go with their rows, and no sooner than those are gone for good."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from core.stored import delete_with_file, remove_in_the_end
from members.models import OwnDataCopy
from tests.factories.members import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def copy(db):
    made = OwnDataCopy.objects.create(person=make_user())
    made.file.save("kopie.zip", ContentFile(b"zebra"))
    return made


def test_a_deletion_that_is_taken_back_loses_no_file(copy, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(ZeroDivisionError), transaction.atomic():
        assert delete_with_file(OwnDataCopy.objects.all()) == 1
        raise ZeroDivisionError
    assert OwnDataCopy.objects.get() == copy and default_storage.exists(copy.file.name)


def test_files_go_when_the_rows_are_gone_for_good(copy, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        delete_with_file(OwnDataCopy.objects.all())
        assert default_storage.exists(copy.file.name)
    assert not OwnDataCopy.objects.exists() and not default_storage.exists(copy.file.name)


def test_what_has_no_file_or_lost_it_stops_nothing(copy, django_capture_on_commit_callbacks):
    OwnDataCopy.objects.create(person=copy.person)  # not ready yet
    default_storage.delete(copy.file.name)
    kept = default_storage.save("ostava.txt", ContentFile(b"okapi"))
    with django_capture_on_commit_callbacks(execute=True):
        assert delete_with_file(OwnDataCopy.objects.all()) == 2
        remove_in_the_end("", None, "nyama.txt", kept)
    assert not OwnDataCopy.objects.exists() and not default_storage.exists(kept)
