"""The word in the address, made from the title while the officer types, by the official transliteration.

The same rules as `core.transliteration.slugify_bg`, told to Wagtail's editor as patterns that the browser applies.
"""

from django.db.models import SlugField
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import SlugInput
from wagtail.models import Page

from core.models.editing import WordFromTitle
from core.transliteration import LETTERS

LETTER = "[А-Яа-яЍѝ]"
UNSEEN = "[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060\ufeff]"


def formatters() -> list[tuple[str, str, str]]:
    """Patterns in the order in which they are applied: (what, by what, flags of JavaScript)."""
    return [
        ("и\u0306", "й", "gui"),
        (UNSEEN, "", "gu"),
        (f"(?<!{LETTER})българия(?!{LETTER})", "bulgaria", "gui"),
        (f"ия(?!{LETTER})", "ia", "gui"),
        *((cyrillic, latin, "gui") for cyrillic, latin in LETTERS.items()),
        ("[^0-9A-Za-z\u00c0-\u024f]+", " ", "gu"),
        ("^ | $", "", "gu"),
    ]


def register() -> None:
    """What makes its word from its title when it is saved may be saved without one."""
    register_form_field_override(
        SlugField,
        override=lambda field: (
            {"widget": SlugInput(locale="bg", formatters=formatters())}
            | ({"required": False} if issubclass(field.model, (Page, WordFromTitle)) else {})
        ),
    )
