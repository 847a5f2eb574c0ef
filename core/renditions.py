"""The sizes that pictures are shown in, by the name of their place on a page.

Places share sizes: every size of every picture in a list is a row to read from the database.
"""

import logging
from dataclasses import dataclass
from functools import cached_property

from wagtail.images.models import Filter

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Place:
    """Sizes of WebP from small to large, one JPEG for old browsers, and how wide the picture stands on the page."""

    sizes: tuple[str, ...]
    fallback: str
    width_on_page: str

    def filters(self) -> list[Filter]:
        webp = [Filter(f"{size}|format-webp") for size in self.sizes]
        return [*webp, Filter(f"{self.fallback}|format-jpeg|bgcolor-fff")]


PLACES = {
    "lead": Place(
        ("fill-480x270", "fill-800x450", "fill-1200x675"),
        "fill-1200x675",
        "(min-width: 62rem) min(53rem, 66vw), 94vw",
    ),
    "story": Place(("fill-480x270", "fill-800x450"), "fill-1200x675", "(min-width: 52rem) 54vw, 94vw"),
    "card": Place(("fill-480x270", "fill-800x450"), "fill-1200x675", "(min-width: 52rem) 20rem, 94vw"),
    "row": Place(("fill-320x320",), "fill-320x320", "(min-width: 40rem) 9rem, 22vw"),
    "text": Place(("max-640x960", "max-1200x1200"), "max-1200x1200", "(min-width: 44rem) 42rem, 94vw"),
    "gallery": Place(("fill-320x214", "fill-640x428"), "fill-640x428", "(min-width: 44rem) 21rem, 47vw"),
    "whole": Place(("max-1200x1200",), "max-1200x1200", "94vw"),
    "logo": Place(("max-160x160", "max-320x320"), "max-320x320", "8rem"),
    "emblem": Place(("max-240x56", "max-480x112"), "max-480x112", "15rem"),
}


@dataclass
class Size:
    """A picture in one size, as far as a page shows it."""

    file: str
    width: int
    height: int

    @cached_property
    def url(self) -> str:
        from core.models import PortalRendition

        return PortalRendition._meta.get_field("file").storage.url(self.file)


FILTERS = {name: place.filters() for name, place in PLACES.items()}
AT_ONCE = ("lead", "row")  # what a new picture is likely to be asked for


def renditions(image, place: str) -> list:
    """WebP from small to large, then the JPEG; empty when the file of the picture is damaged or gone."""
    filters = FILTERS[place]
    fetched = getattr(image, "sizes", None)  # by core/pictures.py
    if fetched:
        focal_point = filters[0].get_cache_key(image)  # all sizes of a place are cut alike
        found = [fetched.get((item.spec, focal_point)) for item in filters]
        if None not in found:
            return found
    try:
        return list(image.get_renditions(*filters).values())
    except Exception as error:  # whatever a file may do to the library, the page is shown without it
        log.warning("No rendition of picture %s: %s", image.pk, error)
        return []


def prepare(image) -> None:
    """Make the usual sizes before the first reader asks for them."""
    for place in AT_ONCE:
        renditions(image, place)
