"""What stands on the front page."""

from django.utils import timezone

from core import pictures
from core.prepared import prepared
from core.site_map import site_map
from events.models import Event
from news.archive import rubrics_with_news
from news.models import NewsPage

HOW_MANY = 5
EVENTS = 4


def front(page, code: str) -> dict:
    """The lead story (what the office put on top last, else the newest), the news after it, what takes place
    next, and who paid."""
    locales = site_map().locales_read_in(code)
    newest, on_top = _newest(*locales), _on_top(*locales, timezone.now())
    found = {item.pk: item for item in _with_keys(list({*newest, *on_top}))}
    shown = [found[pk] for pk in dict.fromkeys(on_top + newest) if pk in found]
    funding = page.effective_funding
    if funding:
        pictures.fetch_for([funding.emblems], [])
    return {
        "lead": shown[0] if shown else None,
        "news": shown[1 : HOW_MANY + 1],
        "rubrics": rubrics_with_news(code),
        "events": _coming(timezone.now()),
        "funding": funding,
        "project_url": page.project.address_in(code) if page.project and page.project.live else "",
    }


@prepared
def _newest(own, original):
    return _readable(own, original).newest_first()[: HOW_MANY + 1]


@prepared
def _on_top(own, original, now):
    return _readable(own, original).featured(now).order_by("-featured_from", "-pk")[:1]


def _readable(own, original):
    return NewsPage.objects.visible_to().in_locales(own, original).values_list("pk", flat=True)


@prepared
def _coming(now):
    return Event.objects.visible_to().coming_at(now).first_first().for_listing()[:EVENTS]


@prepared
def _with_keys(keys):
    return NewsPage.objects.filter(pk__in=keys).for_listing()
