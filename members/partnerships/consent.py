"""Nothing stands on the profile of an organisation that its editors have not said yes to: asking, and their answer."""

from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log

from core import mail
from members.addressees import editors_of
from members.models import Partner, Partnership


def ask(partnership: Partnership) -> None:
    """A letter to the editors of each organisation that has not answered; once for the same words."""
    for side in partnership.partners.waiting().select_related("organization"):
        _write("asked", partnership, side, side.organization)


@transaction.atomic
def confirm(side_pk: int, user) -> bool:
    """Whether it was done now; a second press changes nothing."""
    side = _locked(side_pk)
    if side is None or side.confirmed_at:
        return False
    side.confirmed_at, side.declined_at = timezone.now(), None
    return _answered(side, "confirmed", user)


@transaction.atomic
def decline(side_pk: int, user) -> bool:
    """Also later: what was confirmed can be taken back."""
    side = _locked(side_pk)
    if side is None or side.declined_at:
        return False
    side.declined_at, side.confirmed_at = timezone.now(), None
    return _answered(side, "declined", user)


def _locked(side_pk: int) -> Partner | None:
    return Partner.objects.select_for_update(of=("self",)).filter(pk=side_pk, organization__isnull=False).first()


def _answered(side: Partner, answer: str, user) -> bool:
    side.save(update_fields=["confirmed_at", "declined_at"])
    partnership = side.partnership
    log(partnership, f"portal.partnership.{answer}", user=user, data={"organization": side.organization_id})
    _write(answer, partnership, side, partnership.organization)
    return True


def _write(template: str, partnership: Partnership, side: Partner, to) -> None:
    words = "|".join(
        str(said)
        for said in (partnership.title_bg, partnership.fund, partnership.formed_on, partnership.partners_in_words)
        + (side.confirmed_at, side.declined_at)
    )
    key = f"partnership-{template}:{side.pk}:{sha256(words.encode()).hexdigest()[:16]}"
    url = reverse("wagtailsnippets_members_partnership:inspect", args=[partnership.pk])
    for person in editors_of(to):
        context = {"partnership": partnership, "side": side, "url": settings.BASE_URL + url}
        mail.post(f"{key}:{person.pk}", [person.email], f"partnership/{template}", context, person.language_of_letters)
