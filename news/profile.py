"""The newest news of an organisation on its profile."""

from django.utils.translation import gettext_lazy as _

from core.prepared import prepared
from core.site_map import site_map
from members.models import Organization
from members.profile.sections import Section, register
from news.models import NewsPage

SHOWN = 3


def newest(organization: Organization, code: str) -> dict | None:
    shown = _newest_of(*site_map().locales_read_in(code), organization.pk)
    if not shown:
        return None
    return {
        "news": shown,
        "pictured": shown,
        "more_url": _newsroom(shown, code),
        "more": _("All news of the organisation"),
    }


@prepared
def _newest_of(own, original, organization):
    news = NewsPage.objects.visible_to().in_locales(own, original).filter(organization=organization)
    return news.for_listing(pictures=False)[:SHOWN]


def _newsroom(news: list[NewsPage], code: str) -> str:
    """What stands above a news item in its address; nothing when the office wrote them all."""
    addresses = (item.address_in(code) for item in news if item.newsroom_id)
    return next((f"{address.rstrip('/').rpartition('/')[0]}/" for address in addresses if address), "")


def show_on_profiles() -> None:
    register(Section("novini", _("News"), "news/profile.html", 100, newest))
