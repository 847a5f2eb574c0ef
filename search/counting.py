"""How often what is looked for, and what nobody finds. The page itself writes nothing: a browser that showed it says so
afterwards, with what the page signed for it. What may name a person is not counted."""

from typing import NamedTuple

from django.core import signing
from django.db.models import F
from django.utils import timezone

from search.analysis.tokens import folded, words
from search.looking import Found
from search.models import AskedQuery
from search.persons import may_name_a_person

SALT = "search.counting"
VALID = 600  # seconds
LONGEST = 60
SEEN_OFTEN = 3
KEPT_DAYS, RARE_KEPT_DAYS = 365, 30


class Asked(NamedTuple):
    text: str
    language: str
    found: int


def sealed(text: str, code: str, found: Found) -> str:
    """What the page hands to the browser; empty for what is not counted."""
    asked = Asked(" ".join(text.lower().split()), code, found.total)
    return signing.dumps(asked, salt=SALT, compress=True) if _may_be_counted(asked.text, found) else ""


def opened(seal: str) -> Asked | None:
    """What the page has signed, unless that is too long ago."""
    try:
        return Asked(*signing.loads(seal, salt=SALT, max_age=VALID))
    except (signing.BadSignature, ValueError, TypeError):
        return None


def count(asked: Asked) -> None:
    today = timezone.localdate()
    row, _made = AskedQuery.objects.get_or_create(text=asked.text, language=asked.language, defaults={"last_on": today})
    AskedQuery.objects.filter(pk=row.pk).update(times=F("times") + 1, found=asked.found, last_on=today)


def forget_old() -> None:
    """What was asked for once or twice soon, everything else after a year."""
    today = timezone.localdate()
    AskedQuery.objects.filter(last_on__lt=today - timezone.timedelta(days=KEPT_DAYS)).delete()
    rare = AskedQuery.objects.filter(times__lt=SEEN_OFTEN)
    rare.filter(last_on__lt=today - timezone.timedelta(days=RARE_KEPT_DAYS)).delete()


def _may_be_counted(text: str, found: Found) -> bool:
    """No addresses, no numbers, no names of people, but of those after whom an organisation is called: Христо Ботев."""
    if not 1 < len(text) <= LONGEST or not any(letter.isalpha() for letter in text):
        return False
    return not may_name_a_person(text) or _is_a_title(text, found)


def _is_a_title(text: str, found: Found) -> bool:
    typed = set(words(folded(text)))
    titles = (row.title for row in found.rows[:20] if row.kind in ("organisation", "settlement"))
    return any(typed <= set(words(folded(title))) for title in titles)
