"""Old addresses of records lead on: a record remembers the words that its address ended with."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from core.models import FormerWord


def remember(record, word: str) -> None:
    """The address of a record ended with this word until now; a word that is somebody's today leads nowhere else."""
    kind = ContentType.objects.get_for_model(record)
    FormerWord.objects.filter(content_type=kind, word=record.slug).delete()
    FormerWord.objects.update_or_create(content_type=kind, word=word, defaults={"object_id": record.pk})


def find(records: QuerySet, word: str):
    """The record among these whose address once ended with the word."""
    kind = ContentType.objects.get_for_model(records.model)
    former = FormerWord.objects.filter(content_type=kind, word=word)
    return records.filter(pk__in=former.values("object_id")).first()


class LeadsOn:
    """For records with a `slug`: when it changes, the old one is remembered."""

    def save(self, *args, **kwargs):
        changes = kwargs.get("update_fields")
        before = ""
        if self.pk and (changes is None or "slug" in changes):
            before = type(self)._base_manager.filter(pk=self.pk).values_list("slug", flat=True).first()
        super().save(*args, **kwargs)
        if before and before != self.slug and getattr(self, "first_published_at", True):
            remember(self, before)
