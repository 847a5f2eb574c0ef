"""Where events are read."""

from core.addresses import below_section


def event_address(slug: str, code: str) -> str:
    return below_section("EventIndexPage", slug, code)
