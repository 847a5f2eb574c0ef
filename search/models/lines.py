"""Fields of the office in which every line counts for itself."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from search.analysis.queries import read

MOST_LINES = 50


def lines_of(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()][:MOST_LINES]


def check_lines(text: str) -> None:
    """Each of them must have a word that somebody can look for."""
    for line in lines_of(text):
        if read(line).is_empty:
            message = _("“%(line)s” has no word that can be looked for: such words and signs stand everywhere.")
            raise ValidationError({"words": message % {"line": line}})
