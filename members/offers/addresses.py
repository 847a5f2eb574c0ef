"""Where offers and profiles are read."""

from core.addresses import below_section


def offer_address(slug: str, code: str) -> str:
    return below_section("PartnersPage", slug, code)


def profile_address(slug: str, code: str) -> str:
    return below_section("DirectoryPage", slug, code)
