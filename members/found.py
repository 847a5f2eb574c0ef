"""Organisations, offers of partnership and settlements in the search."""

from urllib.parse import urlencode

from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from core import language
from core.addresses import section_address
from core.findable import EDITORS, PUBLIC, Findable, Text, Thing, register
from core.typography import plain
from members.enums import Membership
from members.models import Organization, PartnerOffer, Settlement
from members.offers.addresses import offer_address, profile_address


def is_hidden(organization: Organization) -> bool:
    return not organization.live or organization.status == Membership.APPLICANT


def provinces_of(settlement: Settlement | None) -> list[str]:
    return [settlement.municipality.province.nuts] if settlement else []


def slugs(themes) -> list[str]:
    return [theme.slug for theme in themes.all()]


@register
class FoundOrganizations(Findable):
    kind, model, order, section = "organisation", Organization, 30, "DirectoryPage"
    label, label_many = _("organisation"), _("Organisations")
    stamped = (
        *("live", "status", "slug", "name_bg", "name_en", "last_published_at", "territory_bg", "seat_bg"),
        *("latest_revision_id", "settlement_id"),
    )

    def audience_of(self, instance):
        return EDITORS if is_hidden(instance) else PUBLIC

    def things(self, pks):
        organizations = Organization.objects.filter(pk__in=list(pks))
        for one in organizations.prefetch_related("themes", "provinces"):
            yield Thing(
                one.pk,
                [self._text(one, "bg"), self._text(one, "en")],
                self.audience_of(one),
                path=one.slug,
                moment=one.last_published_at or one.first_published_at,
                organization=one.pk,
                provinces=[province.nuts for province in one.provinces.all()],
                themes=slugs(one.themes),
            )

    def _text(self, one, code) -> Text:
        """In English the name alone is enough: it stands in Latin letters, and the profile says what is missing."""
        own = {name: getattr(one, f"{name}_{code}") or "" for name in ("summary", "description", "territory")}
        seat = one.seat_in(code).text
        names = f"{getattr(one, f'short_name_{code}') or ''} {one.eik or ''}".strip()
        return Text(
            code, one.name_in(code).text, own["summary"], plain(own["description"]), own["territory"], names, seat
        )

    def address(self, path, written_in, code):
        return profile_address(path, code)


@register
class FoundOffers(Findable):
    kind, model, order, section = "offer", PartnerOffer, 40, "PartnersPage"
    label, label_many = _("partner offer"), _("Partner offers")
    of_organizations = True
    stamped = (
        *("live", "last_published_at", "slug", "state", "deadline", "title_bg", "title_en"),
        *("organization__live", "organization__status", "organization__name_bg", "organization__name_en"),
        "organization__settlement",
    )

    def audience_of(self, instance):
        return EDITORS if not instance.live or is_hidden(instance.organization) else PUBLIC

    def things(self, pks):
        beside = "organization__settlement__municipality__province"
        offers = PartnerOffer.objects.filter(pk__in=list(pks)).select_related(beside)
        for offer in offers.prefetch_related("themes"):
            codes = [code for code in language.NAMES if code == "bg" or offer.title_en]
            yield Thing(
                offer.pk,
                [self._text(offer, code) for code in codes],
                self.audience_of(offer),
                path=offer.slug,
                moment=offer.first_published_at or timezone.now(),
                organization=offer.organization_id,
                provinces=provinces_of(offer.organization.settlement),
                themes=slugs(offer.themes),
            )

    def _text(self, offer, code) -> Text:
        role = getattr(offer, f"role_sought_{code}") or ""
        body = plain(getattr(offer, f"text_{code}") or "")
        whose = offer.organization.name_in(code).text
        return Text(code, getattr(offer, f"title_{code}"), role, body, beside=whose, note=whose)

    def address(self, path, written_in, code):
        return offer_address(path, code)


@register
class FoundSettlements(Findable):
    """Villages and towns lead to who works there."""

    kind, model, order, section = "settlement", Settlement, 80, "DirectoryPage"
    label, label_many = _("settlement"), _("Settlements")
    stamped = (
        *("name_bg", "name_en", "kind", "municipality__name_bg", "municipality__name_en"),
        *("municipality__province__name_bg", "municipality__province__name_en", "municipality__province__nuts"),
    )

    def things(self, pks):
        places = Settlement.objects.filter(pk__in=list(pks)).select_related("municipality__province")
        for place in places:
            yield Thing(
                place.pk,
                [self._text(place, code) for code in language.NAMES],
                PUBLIC,
                path=f"{place.pk}:{place.name_bg}:{place.name_en}",
                provinces=provinces_of(place),
            )

    def _text(self, place, code) -> Text:
        names = [getattr(one, f"name_{code}") for one in (place.municipality, place.municipality.province)]
        with translation.override(code):
            where = (_("municipality of %(name)s"), _("province %(name)s"))
            note = ", ".join(str(words) % {"name": name} for words, name in zip(where, names, strict=True))
        return Text(code, place.written(code), beside=" ".join(names), note=note)

    def address(self, path, written_in, code):
        directory = section_address("DirectoryPage", code)
        pk, bulgarian, english = path.split(":", 2)
        query = urlencode({"q": english if code == "en" else bulgarian, "mesto": pk})
        return f"{directory}namerete/?{query}" if directory else ""
