import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

CONTROL = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Characters that no XML takes. NUL is not among them: forms refuse it with a sentence."""
BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
LINE_ENDS = set("\r\n\t\u2028\u2029")
BLANK = set("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that show nothing."""


def plain_line(text: str) -> None:
    """Refuse what nobody types: control characters, ends of lines, and marks that turn the direction of writing."""
    if any(unicodedata.category(sign) in ("Cc", "Zl", "Zp") or sign in BIDI for sign in text):
        raise ValidationError(_("There are invisible signs in the text. Please type it anew."), code="invisible")


def visible(text: str) -> None:
    """Refuse what leaves nothing to be read: zero-width signs, blanks of other alphabets."""
    if not any(unicodedata.category(sign)[0] in "LNPS" and sign not in BLANK for sign in text):
        raise ValidationError(_("There is nothing to be read in it. Please type it anew."), code="blank")


def plain_text(text: str) -> None:
    """The same for a text of several lines."""
    plain_line("".join(sign for sign in text if sign not in LINE_ENDS))
