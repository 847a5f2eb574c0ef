"""Numbers of certificates, year by year without a gap, whatever they are given for."""

from collections.abc import Callable, Iterable

from django.db import transaction
from django.utils import timezone

from core.models import CertificateYear


@transaction.atomic
def number_each(wanted: Callable[[], Iterable], make: Callable) -> list:
    """`make(one, year, running)` for each of `wanted()`, asked under the lock: whoever comes second finds what the
    first one made."""
    year = timezone.localdate().year
    CertificateYear.objects.get_or_create(year=year)
    counter = CertificateYear.objects.select_for_update().get(year=year)
    made = []
    for one in wanted():
        counter.last += 1
        made.append(make(one, year, counter.last))
    counter.save(update_fields=["last"])
    return made


def initials(name: str) -> str:
    """„И. П.“ of „Иван Петров“."""
    return " ".join(f"{word[0].upper()}." for word in name.split() if word[0].isalpha())[:20]
