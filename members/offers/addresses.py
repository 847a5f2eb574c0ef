"""Where offers are read; without a query."""

from django.conf import settings

from core.site_map import site_map


def section_address(kind: str, code: str) -> str:
    """The address of a section of which there is one in each language; empty when it is not published."""
    return next((section.url for section in site_map().of_kind(kind, code)), "")


def offer_address(slug: str, code: str) -> str:
    section = section_address("PartnersPage", code)
    return f"{section}{slug}/" if section else ""


def profile_address(slug: str, code: str) -> str:
    section = section_address("DirectoryPage", code)
    return f"{section}{slug}/" if section else ""


def absolute(address: str) -> str:
    return f"{settings.BASE_URL}{address}"
