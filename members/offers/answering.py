"""An answer to an offer: kept on the portal, sent to the organisation, no address shown to either side."""

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from core import language, mail
from core.rate_limit import too_many
from core.views.contact import TOO_MANY
from core.written import written
from members.addressees import of_organization
from members.models import OfferMessage, PartnerOffer
from members.offers.addresses import offer_address
from members.offers.forms import AnswerForm, known_about

PER_HOUR = 6


@never_cache
def write(request, slug: str):
    offer = _offer(slug)
    if not offer.is_open_on(timezone.localdate()):
        return redirect(offer_address(offer.slug, language.active()) or "/")
    if request.method == "POST":
        form = AnswerForm(request.POST, user=request.user)
    else:
        form = AnswerForm.opened_now(known_about(request.user), user=request.user)
    status = 200
    if request.method == "POST" and form.is_valid():
        key = form.once("email", "text")
        is_new = not OfferMessage.objects.filter(key=key).exists()
        if is_new and too_many(request, "answer-offer", PER_HOUR, 3600):
            form.add_error(None, TOO_MANY)
            status = 429
        else:
            _keep(offer, form.cleaned_data, key)
            return redirect("offers:answered", offer.slug)
    return render(request, "members/answer_offer.html", _about(offer) | {"form": form}, status=status)


@never_cache
def sent(request, slug: str):
    """Thanks; reached by a redirect, so that loading it again sends nothing."""
    return render(request, "members/offer_answered.html", _about(_offer(slug)))


def _offer(slug: str) -> PartnerOffer:
    return get_object_or_404(PartnerOffer.objects.visible_to().select_related("organization"), slug=slug)


def _about(offer: PartnerOffer) -> dict:
    code, organization = language.active(), offer.organization
    return {
        "offer": offer,
        "offer_url": offer_address(offer.slug, code),
        "title": written(offer.title_bg, offer.title_en, code),
        "organization_name": written(organization.name_bg, organization.name_en, code, in_latin=True),
    }


@transaction.atomic
def _keep(offer: PartnerOffer, data: dict, key: str) -> None:
    """Into the register and, by the outbox, to the organisation; the same press twice counts once."""
    message, is_new = OfferMessage.objects.get_or_create(
        key=key,
        defaults={
            "offer": offer,
            "language": language.active(),
            "organization": data.get("organization"),
            **{name: data[name] for name in ("name", "email", "text")},
        },
    )
    if is_new:
        to = of_organization(offer.organization)
        mail.post(f"offer-answer:{message.pk}", to, "offer/answer", {"message": message}, "bg", [message.email])
