"""All pictures of a page with two queries: one for the pictures, one for the sizes they are shown in.

Blocks fetch their pictures kind by kind (a gallery, then the single ones), and each picture its sizes. So the page
fetches them all beforehand and the blocks find them there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from itertools import chain

from django.db.models import prefetch_related_objects
from wagtail.images.models import ImageQuerySet

_fetched: ContextVar[dict | None] = ContextVar("fetched_pictures", default=None)


class PictureQuerySet(ImageQuerySet):
    def in_bulk(self, id_list=None, **options):
        known = _fetched.get()
        if known and id_list is not None and set(id_list) <= known.keys():
            return {pk: copy(known[pk]) for pk in id_list}  # a block writes its alt text on the picture
        return super().in_bulk(id_list, **options)


def fetch_for(bodies: list, beside: list) -> None:
    """Make the blocks of stream fields ready, with the sizes of their pictures and of those beside them."""
    from core.models import PortalImage

    keys = set(_keys([body.get_prep_value() for body in bodies]))
    pictures = list(PortalImage.objects.filter(pk__in=keys)) if keys else []
    prefetch_related_objects([*pictures, *beside], "renditions")
    with _known({picture.pk: picture for picture in pictures}):
        for block in chain.from_iterable(bodies):
            block.value  # noqa: B018 – reading it is what fetches


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
