"""Who looks for a village mostly wants to know who works there: said above the results."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from core.written import Written
from events.addresses import event_address
from events.models import Event
from members.enums import Kind, Period
from members.models import Organization, Strategy
from members.offers.addresses import profile_address
from search.analysis.queries import Query
from search.analysis.tokens import folded, words
from search.analysis.words import asked, indexed
from search.looking import Found
from search.results import Hit

NOW = Period.values[-1]
SHORT = {"с", "гр", "ман"}


@dataclass
class Group:
    pk: int
    name: Written
    url: str
    phone: str


@dataclass
class Answer:
    place: Hit
    groups: list[Group]
    event: Event | None
    event_url: str
    others: int


def answer(found: Found, hits: list[Hit], code: str) -> Answer | None:
    """When the query is the name of a settlement, as typed or in another spelling: two queries."""
    if found.query.is_empty or found.is_loose:
        return None
    named = [row for row in found.rows if row.kind == "settlement" and _is_named(row.title, found.query)]
    if not named:
        return None
    place = next((hit for hit in hits if hit.kind == "settlement" and hit.pk == named[0].pk), None)
    if place is None:
        return None
    groups = _working_in(place.thing, code) if len(named) == 1 else []
    event = _next_event(groups, code) if groups else None
    url = event_address(event.slug, code) if event else ""
    return Answer(place, groups, event, url, len(named) - 1)


def _is_named(title: str, query: Query) -> bool:
    name = [word for word in words(folded(title)) if word not in SHORT]
    typed = [word for word in query.words if word not in SHORT]
    return len(name) == len(typed) and all(set(asked(a)) & set(indexed(b)) for a, b in zip(typed, name, strict=True))


def _working_in(settlement: int, code: str) -> list[Group]:
    works = Strategy.objects.filter(period=NOW)
    named = works.filter(settlements=settlement).values("organization")
    whole = works.filter(municipalities__settlements=settlement).exclude(without=settlement).values("organization")
    groups = Organization.objects.visible_to().filter(Q(pk__in=named) | Q(pk__in=whole), kind__in=(Kind.LAG, Kind.FLAG))
    return [
        Group(one.pk, one.name_in(code), profile_address(one.slug, code), one.phone)
        for one in groups.only("slug", "name_bg", "name_en", "phone").order_by("sort_key", "pk")
    ]


def _next_event(groups: list[Group], code: str) -> Event | None:
    events = Event.objects.visible_to().coming_at(timezone.now()).filter(organization__in=[one.pk for one in groups])
    if code == "en":
        events = events.written_in_english()
    return events.first_first().only("slug", "title_bg", "title_en", "title", "starts_at", "all_day").first()
