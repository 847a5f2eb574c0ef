"""Names as people type them."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def clean_name(text: str) -> str:
    """Without signs that nobody sees (they turn lines round, hide letters or split headers of letters)."""
    seen = "".join(" " if sign.isspace() else sign for sign in unicodedata.normalize("NFC", text))
    seen = "".join(sign for sign in seen if not unicodedata.category(sign).startswith("C"))
    seen = re.sub(" +", " ", seen).strip()
    if re.search(r"[<>@]|https?:|www\.", seen):
        raise ValidationError(_("A name has no addresses and no < or > in it."), code="address")
    if mixed := next((word for word in re.findall(r"\w+", seen) if len(_scripts(word)) > 1), None):
        raise ValidationError(
            _("“%(word)s” mixes letters of two alphabets that look alike. Type it anew in one of them."),
            code="mixed",
            params={"word": mixed},
        )
    if not any(sign.isalpha() for sign in seen):
        raise ValidationError(_("Write a name."), code="required")
    return seen


ALPHABETS = ("CYRILLIC", "LATIN", "GREEK", "ARMENIAN", "CHEROKEE")  # those that share shapes


def _scripts(word: str) -> set[str]:
    """From which alphabets the letters of a word come."""
    names = [unicodedata.name(sign, "") for sign in word if sign.isalpha()]
    return {alphabet for alphabet in ALPHABETS if any(name.startswith(alphabet) for name in names)}
