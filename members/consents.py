"""To what people agree, in which words, and how they take it back.

A changed sentence gets a new version: what was agreed to before stays as it was read then.
"""

from typing import NamedTuple

from django.db.models import QuerySet
from django.forms import BooleanField
from django.utils import timezone
from django.utils.functional import Promise, lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from core import language
from core.site_map import site_map
from members.models import AgreedTexts, Application, Consent, User
from members.models.user import normal_email

Kind = Consent.Kind


class Wording(NamedTuple):
    version: str
    text: str | Promise


WORDINGS: dict[str, Wording] = {
    Kind.TERMS: Wording("2026-11", _("I have read the rules of the portal and will keep them.")),
    Kind.DATA: Wording("2026-11", _("I have read how the portal handles personal data and agree to it.")),
    Kind.ADULT: Wording("2026-11", _("I am 18 years old or older.")),
    Kind.CONTACTS: Wording("2026-11", _("The contacts I give may be shown on the public profile of the organisation.")),
    Kind.NEWSLETTER: Wording("2026-11", _("I want to get the newsletter of the network; I can stop it at any time.")),
    Kind.PHOTOS: Wording("2026-11", _("Pictures on which I can be recognised may be used to show the network's work.")),
}
FREE = (Kind.NEWSLETTER, Kind.PHOTOS)  # each by itself, with a profile or without
FOR_A_PROFILE = (Kind.TERMS, Kind.DATA, Kind.ADULT)  # without these there can be no profile


def tick(kind: str, required: bool = True) -> BooleanField:
    """A box in a form, never ticked beforehand, beside the text that it is about."""
    return BooleanField(
        label=WORDINGS[kind].text, required=required, initial=False, help_text=lazy(_text_of, SafeString)(kind)
    )


def _text_of(kind: str) -> SafeString:
    """A link to the text in the language of the page; in a tab of its own, so that nothing typed is lost."""
    page = AgreedTexts.page_for(kind)
    if page is None:
        return SafeString()
    section = site_map().in_reading_language(page.pk, language.active())
    words = _("Read: %(title)s (opens in a new tab)") % {"title": section.title if section else page.title}
    return format_html('<a href="{}" target="_blank">{}</a>', page.address_in(language.active()), words)


def record(
    kind: str,
    *,
    person: User | None = None,
    application: Application | None = None,
    email: str = "",
    source: str = Application.Source.WEB,
) -> Consent:
    """Write down that somebody agreed, in the words shown just now; a second click finds the first."""
    version, text = WORDINGS[kind]
    email = normal_email(email or getattr(person or application, "email", ""))
    givers = {"person": person, "application": application, "email": email}
    giver = next(name for name, value in givers.items() if value)
    found, _new = Consent.objects.get_or_create(
        **{"kind": kind, "version": version, "withdrawn_at": None, giver: givers[giver]},
        defaults=givers | {"wording": str(text), "source": source},
    )
    return found


def claim(person: User, email: str) -> None:
    """What was agreed to under an address belongs to whoever has shown that it is hers, to be taken back there."""
    given = set(in_force(person).values_list("kind", "version"))
    for consent in Consent.objects.filter(person=None, email=normal_email(email)):
        if (consent.kind, consent.version) not in given or consent.withdrawn_at:
            consent.person = person
            consent.save(update_fields=["person"])
            given.add((consent.kind, consent.version))


def withdraw(consent: Consent) -> None:
    """From now on it is no longer agreed; that it was stays written."""
    Consent.objects.filter(pk=consent.pk, withdrawn_at=None).update(withdrawn_at=timezone.now())


def in_words(consent: Consent) -> str:
    """For its giver to read: in the language of the page, as long as the sentence has not changed since."""
    wording = WORDINGS.get(consent.kind)
    return str(wording.text) if wording and wording.version == consent.version else consent.wording


def in_force(person: User) -> QuerySet[Consent]:
    return person.consents.filter(withdrawn_at=None)
