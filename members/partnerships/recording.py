"""A partnership is recorded or changed: the offer ends, the other sides are asked."""

from django.db import transaction

from members.models import Partnership
from members.offers.states import end_formed
from members.partnerships.consent import ask


@transaction.atomic
def record(partnership: Partnership, user) -> None:
    if partnership.offer:
        end_formed(partnership.offer, user)
    ask(partnership)


@transaction.atomic
def change(partnership: Partnership, is_another: bool) -> None:
    """What somebody said yes to were the words and the partners of then."""
    if is_another:
        partnership.partners.filter(organization__isnull=False).update(confirmed_at=None)
    ask(partnership)
