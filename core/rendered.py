"""Pieces of a page that look the same until something in them changes, such as the row of a news item.

Everything a piece shows is handed over, so what is remembered can never be out of date.
"""

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language


def piece(template: str, **shown) -> SafeString:
    """Render a template with values that can be compared (texts, numbers, moments, tuples of these)."""
    return _render(template, get_language(), tuple(shown.items()))


@lru_cache(maxsize=2048)
def _render(template: str, language: str, shown: tuple) -> SafeString:
    return render_to_string(template, dict(shown))
