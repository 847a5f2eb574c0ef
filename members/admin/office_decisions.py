"""What only the office decides about an organisation. It holds at once and never travels with drafts."""

from django.db import transaction

from members.models import Organization

DECIDED = ("slug", "status", "member_since", "member_until", "verified", "may_publish", "reviewer_id")


@transaction.atomic
def decide(edited: Organization) -> list[str]:
    """Put what the office chose in the form into the live row; returns what has changed."""
    organization = Organization.objects.select_for_update().get(pk=edited.pk)
    changed = [name for name in DECIDED if getattr(edited, name) != getattr(organization, name)]
    if changed:
        for name in changed:
            setattr(organization, name, getattr(edited, name))
        organization.save(update_fields=[name.removesuffix("_id") for name in changed])
    return changed
