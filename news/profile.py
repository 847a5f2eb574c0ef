"""The newest news of an organisation on its profile."""

from django.utils.translation import gettext_lazy as _

from members.models import Organization
from members.profile.sections import Section, register
from news.filing import attach_rubrics
from news.models import NewsPage

SHOWN = 3


def newest(organization: Organization, code: str) -> dict | None:
    news = NewsPage.objects.visible_to().in_language(code).filter(organization=organization)
    shown = list(news.beside_a_text()[:SHOWN])
    if not shown:
        return None
    attach_rubrics(shown)
    return {
        "news": shown,
        "pictures": [item.picture for item in shown if item.picture_id],
        "more_url": _newsroom(shown, code),
        "more": _("All news of the organisation"),
    }


def _newsroom(news: list[NewsPage], code: str) -> str:
    """What stands above a news item in its address; nothing when the office wrote them all."""
    addresses = (item.address_in(code) for item in news if item.newsroom_id)
    return next((f"{address.rstrip('/').rpartition('/')[0]}/" for address in addresses if address), "")


def show_on_profiles() -> None:
    register(Section("novini", _("News"), "news/profile.html", 100, newest))
