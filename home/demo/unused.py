"""Organisations of the demo that nobody has filled with life: only these are taken away with it."""

from django.db.models import QuerySet

NEEDED_BY = (
    *("newsrooms", "news", "offers", "partnerships", "partner_in", "events", "event_series", "tour_offers"),
    *("courses", "materials", "practices"),
)


def unused(organizations: QuerySet, *also: str) -> QuerySet:
    """`also` names further relations that keep an organisation."""
    return organizations.filter(**dict.fromkeys((*NEEDED_BY, *also)))
