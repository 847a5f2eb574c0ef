"""What stands on the front page."""

from core import pictures
from news.archive import rubrics_with_news
from news.models import NewsPage

HOW_MANY = 5


def front(page, code: str) -> dict:
    """The lead story (what the office put on top last, else the newest), the news after it, and who paid."""
    readable = NewsPage.objects.visible_to().in_language(code).newest_first()
    newest = list(readable.values_list("pk", flat=True)[: HOW_MANY + 1])
    on_top = list(readable.featured().order_by("-featured_from", "-pk").values_list("pk", flat=True)[:1])
    found = {item.pk: item for item in NewsPage.objects.filter(pk__in={*newest, *on_top}).for_listing()}
    shown = [found[pk] for pk in dict.fromkeys(on_top + newest) if pk in found]
    funding = page.effective_funding
    if funding:
        pictures.fetch_for([funding.emblems], [])
    return {
        "lead": shown[0] if shown else None,
        "news": shown[1 : HOW_MANY + 1],
        "rubrics": rubrics_with_news(code),
        "funding": funding,
        "project_url": page.project.address_in(code) if page.project and page.project.live else "",
    }
