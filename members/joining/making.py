"""From the answers of an application to the profile of an organisation."""

from django.utils import timezone

from core.transliteration import transliterate
from members.enums import Membership
from members.joining.steps import BY_SLUG
from members.models import Application, Consent, Organization, Theme


def make_organization(application: Application) -> Organization:
    """A member from today; contacts stand in the profile only when that was agreed to."""
    form = BY_SLUG["profil"].again(application)
    form.full_clean()
    answers = application.answers | form.cleaned_data
    place, typed, street = form.place, answers.get("settlement", ""), answers.get("street", "")
    organization = Organization(
        kind=application.kind,
        name_bg=application.name,
        name_en=answers.get("name_en", ""),
        eik=application.eik,
        summary_bg=answers.get("summary_bg", ""),
        summary_en=answers.get("summary_en", ""),
        settlement=place,
        seat_bg=typed,
        seat_en=_in_latin(typed, "seat_en"),
        address_bg=street,
        address_en=_in_latin(street, "address_en"),
        website=answers.get("site", ""),
        status=Membership.MEMBER,
        member_since=timezone.localdate(),
        confirmed_on=timezone.localdate(),  # its people have just said so
        **_contacts(application, answers),
    )
    organization.save()
    organization.themes.set(Theme.objects.filter(slug__in=answers.get("themes", [])))
    organization.save()
    return organization


def _in_latin(text: str, name: str) -> str:
    """As much of it as the column holds: „щ“ becomes three letters."""
    return transliterate(text)[: Organization._meta.get_field(name).max_length]


def _contacts(application: Application, answers: dict) -> dict:
    agreed = application.consents.filter(kind=Consent.Kind.CONTACTS, withdrawn_at=None).exists()
    return {"phone": answers.get("phone", ""), "email": answers.get("public_email", "")} if agreed else {}
