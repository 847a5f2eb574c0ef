"""Forum tours for tests: public, with an open call, unless told otherwise."""

from datetime import date, timedelta
from itertools import count

from django.utils import timezone

from events.models import Tour, TourOffer, TourOfferDay
from members.enums import Kind
from members.models import Organization
from tests.factories.places import make_municipality, make_settlement

_number = count(1)


def make_tour(title_bg: str = "Обиколка", *, days: int = 20, **fields) -> Tour:
    """Its call is open so many days more; below zero it is closed."""
    until = timezone.localdate() + timedelta(days=days)
    return Tour.objects.create(title_bg=title_bg, **{"call_until": until, "is_public": True} | fields)


def as_lag(organization: Organization) -> Organization:
    Organization.objects.filter(pk=organization.pk).update(kind=Kind.LAG)
    organization.kind = Kind.LAG
    return organization


def make_tour_offer(organization: Organization, tour: Tour | None = None, days: tuple[date, ...] = (), **fields):
    """Of a local action group that waits for the answer of the office."""
    days = days or (timezone.localdate() + timedelta(days=40), timezone.localdate() + timedelta(days=47))
    values = {
        "place": "читалище „Просвета“",
        "settlement": fields.pop("settlement", None) or make_settlement(f"Домакиново {next(_number)}"),
        "expected": 60,
        "contact_role": "координатор",
    }
    offer = TourOffer(tour=tour or make_tour(), organization=as_lag(organization), **values | fields)
    offer.days = [TourOfferDay(day=day, sort_order=number) for number, day in enumerate(days)]
    offer.save()
    return offer


def fill_tours(stop, longest: str = "Непротивоконституционствувателствувайте") -> None:
    """One with a call, a stop ahead, one behind and an empty territory, and one whose call is closed."""
    from tests.factories.events import make_event
    from tests.factories.territories import make_lag

    tour = make_tour(longest, slug="dalga", summary_bg=longest, text_bg=f"<p>{longest}</p>", title_en="A tour")
    past = timezone.now() - timedelta(days=60)
    hosts = [make_lag(f"МИГ {longest} {number}", [make_municipality("Тунджа")]) for number in range(14)]
    make_event(
        longest, hosts[0], tour=tour, slug="spirka", starts_at=past, ends_at=past, settlement=make_settlement("Роза")
    )
    make_event(longest, hosts[1], tour=tour, slug="spirka-2", settlement=make_settlement("Роза"))
    stop.tour = tour
    stop.save()
    make_tour("Минала обиколка", days=-30, slug="zatvorena")
