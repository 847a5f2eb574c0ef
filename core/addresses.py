"""Where sections are read, and what hangs below them; without a query."""

from django.conf import settings

from core.site_map import site_map


def section_address(kind: str, code: str) -> str:
    """The address of a section of which there is one in each language; empty when it is not published."""
    return next((section.url for section in site_map().of_kind(kind, code)), "")


def below_section(kind: str, slug: str, code: str) -> str:
    """The address of a record below such a section."""
    section = section_address(kind, code)
    return f"{section}{slug}/" if section else ""


def absolute(address: str) -> str:
    return f"{settings.BASE_URL}{address}"
