"""Where good practices are read."""

from core.addresses import below_section, section_address
from resources.addresses import SECTION

PRACTICES = "praktiki"


def practices_address(code: str) -> str:
    """The list of all; empty when the section is not published."""
    section = section_address(SECTION, code)
    return f"{section}{PRACTICES}/" if section else ""


def practice_address(slug: str, code: str) -> str:
    practices = below_section(SECTION, PRACTICES, code)
    return f"{practices}{slug}/" if practices else ""
