from tempfile import TemporaryFile
from uuid import uuid4

from django.core.files import File
from django.utils import timezone, translation
from django_tasks import task

from members.models import OwnDataCopy
from members.own_data import archive, letters


@task()
def make_copy(pk: int) -> None:
    """Safe to run twice: a copy that is ready stays as it is."""
    copy = OwnDataCopy.objects.select_related("person").filter(pk=pk, ready_at=None).first()
    if copy is None or copy.person.erased_at:
        return
    with translation.override(copy.language), TemporaryFile() as made:
        archive.write(copy.person, made)
        made.seek(0)
        copy.file.save(f"{uuid4()}.zip", File(made), save=False)
    copy.ready_at = timezone.now()
    copy.save(update_fields=["file", "ready_at"])
    letters.tell_ready(copy)
