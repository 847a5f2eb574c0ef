"""The files of a material go with it, and no sooner than it is gone for good."""

import pytest
from django.core.files.storage import default_storage
from django.db import transaction

from resources.keeping import files_of
from resources.models import Material
from tests.factories.resources import make_material

pytestmark = pytest.mark.django_db


def test_files_go_once_the_rows_are_gone_for_good(homes, django_capture_on_commit_callbacks):
    names = files_of(make_material().current)
    assert len(names) == 3 and all(map(default_storage.exists, names))
    with transaction.atomic():
        Material.objects.all().delete()
        transaction.set_rollback(True)
    assert Material.objects.get().current and all(map(default_storage.exists, names))
    with django_capture_on_commit_callbacks(execute=True):
        Material.objects.all().delete()
    assert not any(map(default_storage.exists, names))
