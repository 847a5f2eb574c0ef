"""Whose a course or a material is, with the way to the profile."""

from typing import NamedTuple

from core.written import Written
from members.models import Organization
from members.offers.addresses import profile_address


class Told(NamedTuple):
    name: Written
    url: str


def told_of(organization: Organization, code: str) -> Told:
    url = profile_address(organization.slug, code) if organization.is_public else ""
    return Told(organization.name_in(code), url)
