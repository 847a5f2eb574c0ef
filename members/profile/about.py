"""What a profile says to search engines (schema.org)."""

from django.conf import settings

from core.json_ld import NETWORK
from members.enums import Kind, Membership
from members.models import Organization

TYPES = {
    **dict.fromkeys((Kind.LAG, Kind.FLAG, Kind.NGO, Kind.CHITALISHTE), "NGO"),
    **dict.fromkeys((Kind.MUNICIPALITY, Kind.INSTITUTION), "GovernmentOrganization"),
}


def json_ld(organization: Organization, name: str, summary: str, url: str, links: list[str], picture: str) -> dict:
    """No e-mail address: robots read this."""
    found = {
        "@type": TYPES.get(organization.kind, "Organization"),
        "name": name,
        "alternateName": organization.short_name,
        "description": summary,
        "url": settings.BASE_URL + url,
        "telephone": organization.phone,
        "address": _address(organization),
        "areaServed": organization.territory,
        "image": picture,
        "sameAs": [link for link in (organization.website, *links) if link],
        "identifier": organization.eik and {"@type": "PropertyValue", "propertyID": "ЕИК", "value": organization.eik},
        "memberOf": NETWORK if organization.status == Membership.MEMBER else None,
        "dateModified": organization.last_published_at and organization.last_published_at.isoformat(),
    }
    return {key: value for key, value in found.items() if value}


def _address(organization: Organization) -> dict:
    place = organization.settlement
    found = {"@type": "PostalAddress", "addressCountry": "BG", "streetAddress": organization.address}
    if place:
        found |= {
            "addressLocality": place.name,
            "postalCode": place.postcode,
            "addressRegion": place.municipality.province.name,
        }
    return {key: value for key, value in found.items() if value}
