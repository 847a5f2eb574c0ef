"""Where events are read, and where one registers for them."""

from django.conf import settings

from core import language
from core.addresses import absolute, below_section, section_address


def event_address(slug: str, code: str) -> str:
    return below_section("EventIndexPage", slug, code)


def event_file_address(slug: str, code: str) -> str:
    """The event as a calendar file."""
    address = event_address(slug, code)
    return f"{address}sabitie.ics" if address else ""


def paper_address(slug: str, code: str, name: str) -> str:
    """The event as a paper: “plakat” for the notice board, “pokana” with the programme."""
    address = event_address(slug, code)
    return f"{address}{name}.pdf" if address else ""


def registration_address(event) -> str:
    """The form of registration, in the language that is read."""
    return f"{language.prefix(language.active())}zapisvane/{event.slug}/"


def as_webcal(address: str) -> str:
    """An address that a phone hands to its calendar."""
    return absolute(address).replace(settings.BASE_URL.partition("://")[0], "webcal", 1)


def tour_address(slug: str, code: str) -> str:
    section = section_address("EventIndexPage", code)
    return f"{section}obikolka/{slug}/" if section else ""
