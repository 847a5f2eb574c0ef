"""A place in the list of open offers, as it stands in the address: deadline, moment of publishing, key."""

from datetime import date

from django.http import Http404
from django.utils.dateparse import parse_date

from core.keyset import Cursor
from members.models import PartnerOffer


def place_of(offer: PartnerOffer) -> str:
    """“2027-02-15_2026-11-20T10:00:00+00:00_17”."""
    return f"{offer.deadline.isoformat()}_{offer.published_on.isoformat()}_{offer.pk}"


def place_from(request) -> tuple[date, object, int] | None:
    """What `PartnerOfferQuerySet.after` needs; nothing at the beginning of the list."""
    text = request.GET.get("from")
    if not text:
        return None
    day, _, rest = text.partition("_")
    cursor = Cursor.read(rest)
    try:
        deadline = parse_date(day)
    except ValueError:
        deadline = None
    if deadline is None:
        raise Http404
    return deadline, cursor.moment, cursor.pk
