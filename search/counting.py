"""How often what is looked for, and what nobody finds. The page itself writes nothing: a browser that showed it says so
afterwards, with what the page signed for it. What may name a person is not counted."""

import re

from django.core import signing
from django.db.models import F
from django.utils import timezone

from search.models import AskedQuery

SALT = "search.counting"
VALID = 600  # seconds
LONGEST = 60
MANY_DIGITS = re.compile(r"(?:\d[ -]?){7}")
SEEN_OFTEN = 3
KEPT_DAYS, RARE_KEPT_DAYS = 365, 30


def sealed(text: str, code: str, total: int) -> str:
    """What the page hands to the browser; empty for what is not counted."""
    text = " ".join(text.lower().split())
    return signing.dumps([text, code, total], salt=SALT, compress=True) if _may_be_counted(text) else ""


def count(seal: str) -> bool:
    try:
        text, code, total = signing.loads(seal, salt=SALT, max_age=VALID)
    except (signing.BadSignature, ValueError):
        return False
    today = timezone.localdate()
    row, _made = AskedQuery.objects.get_or_create(text=text, language=code, defaults={"last_on": today})
    AskedQuery.objects.filter(pk=row.pk).update(times=F("times") + 1, found=total, last_on=today)
    return True


def forget_old() -> None:
    """What was asked for once or twice soon, everything else after a year."""
    today = timezone.localdate()
    AskedQuery.objects.filter(last_on__lt=today - timezone.timedelta(days=KEPT_DAYS)).delete()
    rare = AskedQuery.objects.filter(times__lt=SEEN_OFTEN)
    rare.filter(last_on__lt=today - timezone.timedelta(days=RARE_KEPT_DAYS)).delete()


def _may_be_counted(text: str) -> bool:
    """No addresses, no telephone numbers, no identity numbers; in codes of procedures digits come in smaller groups."""
    has_letters = any(letter.isalpha() for letter in text)
    return 1 < len(text) <= LONGEST and has_letters and "@" not in text and not MANY_DIGITS.search(text)
