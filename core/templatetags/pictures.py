"""Pictures in templates: the right size for the screen, no jump of the text, and no error when a file is damaged."""

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from core.renditions import PLACES, renditions

register = template.Library()

EMBLEM_HEIGHT = 56


@register.simple_tag
def photo(image, place, alt=None, lazy=True, css="pic"):
    """`{% photo page.picture "lead" lazy=False %}`: nothing at all without a picture.

    `alt=""` marks a mere decoration (a picture beside its own title); without `alt` the picture's own words are said.
    """
    made = renditions(image, place) if image else []
    if not made:
        return ""
    *webp, jpeg = made
    srcset = ", ".join({item.width: f"{item.url} {item.width}w" for item in webp}.values())
    return format_html(
        '<picture><source type="image/webp" srcset="{}" sizes="{}">'
        '<img class="{}" src="{}" width="{}" height="{}" alt="{}"{}></picture>',
        srcset,
        PLACES[place].width_on_page,
        css,
        jpeg.url,
        jpeg.width,
        jpeg.height,
        _alt(image) if alt is None else alt,
        mark_safe(' loading="lazy" decoding="async"' if lazy else ' fetchpriority="high"'),  # noqa: S308
    )


@register.simple_tag
def emblem(image):
    """An emblem of a funder, at most 56 px high."""
    made = renditions(image, "emblem") if image else []
    if not made:
        return ""
    sharp = made[-1]  # larger than shown, for sharp screens
    height = min(EMBLEM_HEIGHT, sharp.height)
    width = round(sharp.width * height / sharp.height)
    return format_html(
        '<img src="{}" width="{}" height="{}" alt="{}">',
        sharp.url,
        width,
        height,
        _alt(image) or image.title,
    )


@register.simple_tag
def picture_url(image, place, absolute=False):
    """The address of the largest JPEG, for links and for other sites; empty without a picture."""
    made = renditions(image, place) if image else []
    if not made:
        return ""
    url = made[-1].url
    return settings.BASE_URL + url if absolute and url.startswith("/") else url


def _alt(image) -> str:
    """What an editor wrote for this place, else the picture's own words in the language that is read."""
    if getattr(image, "decorative", False):
        return ""
    return getattr(image, "contextual_alt_text", None) or image.alt
