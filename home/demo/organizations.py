"""Sample organisations besides the local action groups, and what completes the profile of one of those."""

from decimal import Decimal

from django.utils import timezone

from core.actions import publish_as_it_is
from home.demo.blocks import SAMPLE
from home.demo.made import Made
from home.demo.places import find
from home.demo.reading import Text, entries, read
from home.demo.references import as_one
from home.demo.unused import unused
from members.enums import Membership
from members.models import Organization, OrganizationContact, Strategy, Theme

FILE = "organizations.toml"
WORDS = ("name", "short_name", "legal_form", "summary", "address")
PLAIN = ("eik", "verified", "member_since", "languages", "phone", "email", "website")


@as_one()
def make_organization(slug: str, text: Text) -> None:
    """A profile without a newsroom; one that is there stays as it is."""
    if Organization.objects.filter(slug=slug).exists():
        return
    organization = Organization(
        slug=slug, kind=text.need("kind"), status=text.get("status", Membership.MEMBER), **_fields(text)
    )
    organization.settlement = find(*text.need("place").split("/"))
    for code in ("bg", "en"):
        title, note = SAMPLE[code]
        setattr(organization, f"description_{code}", note.replace("<p>", f"<p><b>{title}.</b> "))
    organization.themes.set(_themes(text))
    publish_as_it_is(organization)


@as_one()
def complete_organization(slug: str, made: Made) -> None:
    """Once: what somebody has changed since is not written over."""
    text = Text(read(FILE).need("complete", dict)[slug], f"{FILE}, {slug}")
    organization = Organization.objects.get(slug=slug)
    if organization.contacts.exists():
        return
    for name, value in _fields(text).items():
        setattr(organization, name, value)
    organization.cover = made.pictures[text.need("cover")]
    organization.confirmed_on = timezone.localdate()
    organization.themes.set(_themes(text))
    organization.contacts.set([OrganizationContact(**contact) for contact in text.parts("contacts")])
    organization.save()
    for part in text.parts("strategies"):
        _write_strategy(organization, part, made)
    publish_as_it_is(Organization.objects.get(pk=organization.pk))


def organizations() -> dict[str, Text]:
    return entries(FILE, "organization")


def completed() -> list[str]:
    return list(read(FILE).need("complete", dict))


def remove_organizations() -> None:
    """Those that nobody has filled with life."""
    unused(Organization.objects.filter(slug__in=organizations()), "affiliations").delete()


def _fields(text: Text) -> dict:
    words = {f"{name}_{code}": text[f"{name}_{code}"] for name in WORDS for code in ("bg", "en")
             if f"{name}_{code}" in text}  # fmt: skip
    return words | {name: text[name] for name in PLAIN if name in text}


def _themes(text: Text) -> list[Theme]:
    return list(Theme.objects.filter(slug__in=text.need("themes", list)))


def _write_strategy(organization: Organization, text: Text, made: Made) -> None:
    strategy, _new = Strategy.objects.get_or_create(organization=organization, period=text.need("period"))
    for name in ("title_bg", "title_en", "priorities_bg", "priorities_en", "currency"):
        setattr(strategy, name, text.need(name).strip())
    strategy.budget = Decimal(text.need("budget"))
    if "document" in text:
        strategy.document = made.documents[text.need("document")]
    strategy.save()
