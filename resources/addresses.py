"""Where materials and their files are read."""

from django.urls import reverse

from core.addresses import below_section, section_address

SECTION = "ResourceIndexPage"
LIBRARY = "biblioteka"


def library_address(code: str) -> str:
    """The library of single materials; empty when the section is not published."""
    section = section_address(SECTION, code)
    return f"{section}{LIBRARY}/" if section else ""


def material_address(slug: str, code: str) -> str:
    library = below_section(SECTION, LIBRARY, code)
    return f"{library}{slug}/" if library else ""


def file_address(slug: str, number: int | None = None) -> str:
    """Without a number the newest version, whichever it is: the one address to write on paper."""
    return reverse("resources:version", args=[slug, number]) if number else reverse("resources:file", args=[slug])
