"""Which language is read, and which language a text is in."""

from django.conf import settings
from django.utils import translation

ORIGINAL = settings.LANGUAGE_CODE
NAMES = {"bg": "Български", "en": "English"}


def active() -> str:
    """The code of the language of this answer ("bg" or "en")."""
    code = (translation.get_language() or ORIGINAL).split("-")[0]
    return code if code in NAMES else ORIGINAL


def prefix(code: str) -> str:
    """Where the tree of a language starts in addresses: "/" or "/en/"."""
    return "/" if code == ORIGINAL else f"/{code}/"


def from_path(path: str) -> str:
    """The language that an address stands for."""
    first = path.lstrip("/").split("/", 1)[0]
    return first if first in NAMES and first != ORIGINAL else ORIGINAL
