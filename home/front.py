"""What stands on the front page."""

from news.archive import rubrics_with_news
from news.models import NewsPage

HOW_MANY = 5


def front(page, code: str) -> dict:
    """The lead story (what the office put on top, else the newest) and the news after it."""
    readable = NewsPage.objects.visible_to().in_language(code)
    lead = readable.featured().for_listing().first()
    newest = list(readable.for_listing()[: HOW_MANY + 1])
    if lead is None and newest:
        lead = newest[0]
    return {
        "lead": lead,
        "news": [item for item in newest if lead and item.pk != lead.pk][:HOW_MANY],
        "rubrics": rubrics_with_news(code),
    }
