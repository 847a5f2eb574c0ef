"""How an offer goes on: talks, withdrawal, another deadline, the end. Each may be asked for twice and happens once."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from members.models import PartnerOffer
from members.offers.querysets import CURRENT

State = PartnerOffer.State
LONGEST = timedelta(days=366)
"""How far ahead a deadline may be put: an offer that stands for years is nobody's any more."""


@dataclass(frozen=True)
class Step:
    """A button of the editor: what it says, from which states it leads to which."""

    label: str
    said: str
    since: frozenset[str]
    to: str

    def is_possible(self, offer: PartnerOffer, day: date) -> bool:
        return offer.live and offer.state_on(day) in self.since


STEPS = {
    "talk": Step(
        _("We are in talks"), _("Readers see that you are in talks already."), frozenset({State.OPEN}), State.TALKING
    ),
    "seek": Step(
        _("We seek again"),
        _("The offer is open again."),
        frozenset({State.TALKING, State.WITHDRAWN, State.FORMED}),
        State.OPEN,
    ),
    "withdraw": Step(
        _("Withdraw the offer"),
        _("The offer is withdrawn; it stands in the archive now."),
        frozenset({State.OPEN, State.TALKING}),
        State.WITHDRAWN,
    ),
}


def steps(offer: PartnerOffer, day: date) -> dict[str, Step]:
    """What can be done with it just now."""
    return {
        name: step for name, step in STEPS.items() if step.is_possible(offer, day) and not _blocked(offer, step, day)
    }


def _blocked(offer: PartnerOffer, step: Step, day: date) -> bool:
    """Nobody seeks again with a deadline that has passed, or while the partnership stands recorded."""
    return step.to == State.OPEN and (offer.deadline < day or hasattr(offer, "partnership"))


@transaction.atomic
def take(pk: int, name: str, user) -> bool:
    """Whether it was done; not when somebody did it before, or when it is not possible any more."""
    offer = PartnerOffer.objects.select_for_update(of=("self",)).get(pk=pk)
    step = steps(offer, timezone.localdate()).get(name)
    if step is None:
        return False
    _set(offer, step.to, user)
    return True


def end_formed(offer: PartnerOffer, user) -> None:
    """When the partnership is recorded; in the same transaction."""
    offer = PartnerOffer.objects.select_for_update(of=("self",)).get(pk=offer.pk)
    if offer.state != State.FORMED:
        _set(offer, State.FORMED, user)


def may_be_extended(offer: PartnerOffer) -> bool:
    return offer.live and offer.state in (*CURRENT, State.EXPIRED)


@transaction.atomic
def extend(pk: int, deadline: date, user) -> bool:
    """Another deadline: for readers at once, and in a draft that somebody is writing; what ran out is open again."""
    offer = PartnerOffer.objects.select_for_update(of=("self",)).get(pk=pk)
    if not may_be_extended(offer) or offer.deadline == deadline:
        return False
    offer.deadline = deadline
    offer.save(update_fields=["deadline"])
    draft = offer.latest_revision
    if draft:
        draft.content["deadline"] = deadline.isoformat()
        draft.save(update_fields=["content"])
    log(offer, "portal.offer.extend", user=user, data={"deadline": deadline.isoformat()})
    if offer.state == State.EXPIRED:
        _set(offer, State.OPEN, user)
    return True


@transaction.atomic
def note_that_it_ran_out(pk: int, day: date) -> bool:
    """Readers see it without this; the register and the editors' letter need it written down."""
    offer = PartnerOffer.objects.select_for_update(of=("self",)).run_out_on(day).filter(pk=pk).first()
    if offer is None:
        return False
    _set(offer, State.EXPIRED, None)
    return True


def _set(offer: PartnerOffer, state: str, user) -> None:
    offer.state, offer.state_changed_at = state, timezone.now()
    offer.save(update_fields=["state", "state_changed_at"])
    log(offer, f"portal.offer.{state}", user=user)
