"""Offers, partnerships and an answer of the demo; what is there already stays as it is."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from core.actions import publish_as_it_is
from home.demo.blocks import SAMPLE
from home.demo.keys import key
from home.demo.reading import Text, entries, read
from home.demo.references import as_one
from members.enums import Fund, SpokenLanguage
from members.models import OfferMessage, Organization, Partner, PartnerOffer, Partnership, Theme

FILE = "offers.toml"
STATES = {"draft": PartnerOffer.State.OPEN} | {state.value: state for state in PartnerOffer.State}


def load_offers(progress) -> None:
    for slug, text in progress("offers", list(entries(FILE, "offer").items())):
        if not PartnerOffer.objects.filter(slug=slug).exists():
            _offer(slug, text)
    for name, text in entries(FILE, "partnership").items():
        if not Partnership.objects.filter(key=key(f"partnership:{name}")).exists():
            _partnership(name, text)
    for text in _answers():
        offer = PartnerOffer.objects.get(slug=text.need("offer"))
        told = {name: text.need(name) for name in ("name", "email", "text")}
        OfferMessage.objects.get_or_create(key=_answer_key(text), defaults={"offer": offer, **told})


@transaction.atomic
def remove_offers() -> None:
    Partnership.objects.filter(key__in=[key(f"partnership:{name}") for name in entries(FILE, "partnership")]).delete()
    for slug, text in entries(FILE, "offer").items():
        PartnerOffer.objects.filter(slug=slug, organization__slug=text.need("organization")).delete()


@as_one()
def _offer(slug: str, text: Text) -> None:
    state = text.get("state", "open")
    offer = PartnerOffer(
        slug=slug,
        organization=_organization(text),
        fund=_known(text, "fund", Fund.values),
        languages=[code for code in text.need("languages", list) if code in SpokenLanguage.values],
        deadline=timezone.localdate() + timedelta(text.need("days", int)),
        live=False,
        **{name: text.get(name, "") for name in ("title_bg", "title_en", "role_sought_bg", "role_sought_en")},
        **{f"text_{code}": _with_note(text, code) for code in ("bg", "en")},
    )
    offer.themes.set(Theme.objects.filter(slug__in=text.need("themes", list)))
    if state == "draft":
        offer.save()
        offer.save_revision()
    else:
        publish_as_it_is(offer)
        moment = timezone.now() - timedelta(text.need("days_ago", int))
        told = {"first_published_at": moment, "last_published_at": moment, "state_changed_at": moment}
        PartnerOffer.objects.filter(pk=offer.pk).update(state=STATES[_known(text, "state", STATES, "open")], **told)


@as_one()
def _partnership(name: str, text: Text) -> None:
    offer = PartnerOffer.objects.filter(slug=text.get("offer", ""), partnership=None).first()
    partnership = Partnership.objects.create(
        key=key(f"partnership:{name}"),
        organization=_organization(text),
        offer=offer,
        title_bg=text.need("title_bg"),
        title_en=text.need("title_en"),
        fund=_known(text, "fund", Fund.values),
        formed_on=timezone.localdate() - timedelta(text.need("days_ago", int)),
    )
    for side in text.parts("partners"):
        if "organization" in side:
            said_yes = timezone.now() if side.need("confirmed", bool) else None
            Partner.objects.create(partnership=partnership, organization=_organization(side), confirmed_at=said_yes)
        else:
            told = {field: side.need(field) for field in ("name", "sector", "country")}
            Partner.objects.create(partnership=partnership, **told)


def _organization(text: Text) -> Organization:
    slug = text.need("organization")
    found = Organization.objects.filter(slug=slug).first()
    if found is None:
        raise text.wrong("organization", f"there is no organisation “{slug}”.")
    return found


def _known(text: Text, name: str, values, default: str = "") -> str:
    value = text.get(name, default)
    if value not in values:
        raise text.wrong(name, f"is none of {', '.join(values)}.")
    return value


def _with_note(text: Text, code: str) -> str:
    """The text with the line that says that it is a sample."""
    title, note = SAMPLE[code]
    words = text.get(f"text_{code}", "").strip()
    return words and words + note.replace("<p>", f"<p><b>{title}.</b> ")


def _answers() -> list[Text]:
    return read(FILE).parts("answer")


def _answer_key(text: Text) -> str:
    return key(f"answer:{text.need('offer')}").hex
