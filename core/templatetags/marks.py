"""Small drawings in templates: icons and stitched marks."""

from django import template
from django.utils.html import format_html

from core.stitch import stitch

register = template.Library()


@register.simple_tag
def icon(name):
    """Show an icon of the sprite in base.html; it only repeats a word beside it, so it has no name."""
    return format_html('<svg class="icon" aria-hidden="true"><use href="#i-{}"/></svg>', name)


@register.simple_tag
def stitch_mark(seed, css_class=""):
    """Show the embroidery of an organisation without a logo; `seed` is its permanent id."""
    path, ground = stitch(str(seed))
    return format_html(
        '<span class="{}" aria-hidden="true">'
        '<svg viewBox="0 0 9 9" shape-rendering="crispEdges"><path d="{}"/></svg></span>',
        " ".join(filter(None, ["stitch-mark", ground, css_class])),
        path,
    )
