"""What organisations publish by themselves is noted, and looked through by the office afterwards."""

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.log_actions import get_active_log_context
from wagtail.models import TaskState

from members.models import Organization, SelfPublished, User


def note(thing, organization: Organization | None, revision) -> None:
    """Called whenever something of an organisation is published; what was reviewed, or the office's own, is no news."""
    by = get_active_log_context().user or (revision and revision.user)
    if organization is None or by is None or is_of_the_office(by) or _was_approved(revision):
        return
    SelfPublished.objects.update_or_create(
        content_type=ContentType.objects.get_for_model(thing),
        object_id=thing.pk,
        seen_at=None,
        defaults={
            "organization": organization,
            "title": str(thing)[:255],
            "by": by,
            "published_at": timezone.now(),
        },
    )


def is_of_the_office(user: User) -> bool:
    return user.has_perm("members.change_organization")


def _was_approved(revision) -> bool:
    return bool(revision) and TaskState.objects.filter(revision=revision, status=TaskState.STATUS_APPROVED).exists()
