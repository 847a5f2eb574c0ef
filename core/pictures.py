"""All pictures of a page, with the sizes they are shown in, by one query.

Blocks fetch their pictures kind by kind (a gallery, then the single ones), and each picture its sizes. So the page
fetches them all beforehand and the blocks find them there.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from itertools import chain

from wagtail.images.models import ImageQuerySet

from core.prepared import partly, prepared
from core.renditions import Size

SHOWN = (
    *("id", "title", "file", "file_hash", "width", "height", "alt_bg", "alt_en", "credit", "licence"),
    *(f"focal_point_{name}" for name in ("x", "y", "width", "height")),
)
_fetched: ContextVar[dict | None] = ContextVar("fetched_pictures", default=None)


class PictureQuerySet(ImageQuerySet):
    def in_bulk(self, id_list=None, **options):
        known = _fetched.get()
        if known and id_list is not None and set(id_list) <= known.keys():
            return {pk: copy(known[pk]) for pk in id_list}  # a block writes its alt text on the picture
        return super().in_bulk(id_list, **options)


def fetch_for(bodies: list, beside: Iterable) -> None:
    """Make the blocks of stream fields ready, and the lead pictures of the pages beside them."""
    in_texts = set(_keys([body.get_prep_value() for body in bodies]))
    fetched = fetch(in_texts | _leads(beside))
    _hang(fetched, beside)
    with _known({pk: fetched[pk] for pk in in_texts if pk in fetched}):
        for block in chain.from_iterable(bodies):
            block.value  # noqa: B018 – reading it is what fetches


def attach(pages: list) -> None:
    """Give pages their lead pictures."""
    _hang(fetch(_leads(pages)), pages)


def fetch(keys: set[int]) -> dict:
    """Pictures by their keys."""
    from core.models import PortalImage

    found: dict = {}
    for row in _with_sizes(sorted(keys)):
        values, size = row[: len(SHOWN)], row[len(SHOWN) :]
        if values[0] not in found:
            found[values[0]] = partly(PortalImage, SHOWN, values)
            found[values[0]].sizes = {}
        if size[0] is not None:
            spec, focal_point, *shown = size
            found[values[0]].sizes[spec, focal_point] = Size(*shown)
    return found


@prepared
def _with_sizes(keys):
    from core.models import PortalImage

    sizes = (f"renditions__{name}" for name in ("filter_spec", "focal_point_key", "file", "width", "height"))
    return PortalImage.objects.filter(pk__in=keys).values_list(*SHOWN, *sizes)


def _leads(pages: Iterable) -> set[int]:
    return {page.picture_id for page in pages if page.picture_id}


def _hang(fetched: dict, pages: Iterable) -> None:
    for page in pages:
        if page.picture_id in fetched:
            page.picture = fetched[page.picture_id]


@contextmanager
def _known(pictures: dict):
    token = _fetched.set(pictures)
    try:
        yield
    finally:
        _fetched.reset(token)


def _keys(value) -> Iterator[int]:
    """The picture keys anywhere in the stored form of a body."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name == "image" and isinstance(part, int):
                yield part
            else:
                yield from _keys(part)
    elif isinstance(value, list):
        for part in value:
            yield from _keys(part)
