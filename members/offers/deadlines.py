"""Letters to the editors about deadlines: a week before, and when one has passed."""

from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone

from core import mail
from core.regularly import tick
from members.addressees import editors_of
from members.models import PartnerOffer
from members.offers.addresses import offer_address
from members.offers.states import note_that_it_ran_out

AHEAD = timedelta(days=7)
NEWS_FOR = timedelta(days=14)
"""After a longer stop of the machine nobody is told of what ran out long ago."""


@receiver(tick)
def look_at_deadlines(**_signal) -> None:
    today = timezone.localdate()
    offers = PartnerOffer.objects.filter(live=True)
    for pk in list(offers.run_out_on(today).values_list("pk", flat=True)):
        _end(pk, today)
    soon = offers.open_on(today).filter(deadline__lte=today + AHEAD)
    for pk in list(soon.not_reminded().values_list("pk", flat=True)):
        _remind(pk)


@transaction.atomic
def _end(pk: int, today: date) -> None:
    if note_that_it_ran_out(pk, today):
        offer = PartnerOffer.objects.select_related("organization").get(pk=pk)
        if offer.deadline >= today - NEWS_FOR:
            _write(offer, "over")


@transaction.atomic
def _remind(pk: int) -> None:
    offer = PartnerOffer.objects.select_for_update(of=("self",)).not_reminded().filter(pk=pk).first()
    if offer is None:
        return
    offer.reminded_of = offer.deadline
    offer.save(update_fields=["reminded_of"])
    _write(offer, "soon")


def _write(offer: PartnerOffer, template: str) -> None:
    extend = reverse("wagtailsnippets_members_partneroffer:extend", args=[offer.pk])
    record = reverse("wagtailsnippets_members_partnership:add")
    for person in editors_of(offer.organization):
        context = {
            "offer": offer,
            "extend_url": settings.BASE_URL + extend,
            "formed_url": f"{settings.BASE_URL}{record}?offer={offer.pk}",
            "offer_url": settings.BASE_URL + offer_address(offer.slug, person.language_of_letters),
        }
        key = f"offer-{template}:{offer.pk}:{offer.deadline}:{person.pk}"
        mail.post(key, [person.email], f"offer/{template}", context, person.language_of_letters)
