"""News in every state an officer meets: published, on top, planned, over, a draft, waiting for approval."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from home.demo import pages
from home.demo.made import Made
from home.demo.reading import Text
from news.models import NewsPage, RelatedNews

ON_TOP_DAYS = 30
STATES = ("published", "draft", "waiting", "planned", "over")


@transaction.atomic
def write(page: NewsPage, text: Text, made: Made) -> None:
    state = text.get("state", "published")
    if state not in STATES:
        raise text.wrong("state", f"must be one of {', '.join(STATES)}, not “{state}”.")
    author = made.people["tundzha" if text.need("newsroom") == "tundzha" else "redaktor"]
    page.owner = author
    pages.write(page, text, made, "bg")
    _file(page, text, made)
    _date(page, text, state)
    if state in ("draft", "waiting"):
        page.save_revision(user=author, log_action=True)
        if state == "waiting":
            page.get_workflow().start(page, author)
        return
    pages.publish(page, text, made)
    if text.is_translated:
        pages.publish_in_english(NewsPage.objects.get(pk=page.pk), text, made)
    if state == "over":
        NewsPage.objects.get(pk=page.pk).unpublish(set_expired=True, user=made.people["redaktor"])


def _file(page: NewsPage, text: Text, made: Made) -> None:
    """Under its rubrics and beside the news that belong to it."""
    rubrics = text.need("rubrics", list)
    if not rubrics:
        raise text.wrong("rubrics", "must name at least one.")
    page.rubrics = [made.find("pages", f"rubric:{name}", text, "rubrics") for name in rubrics]
    related = [made.find("pages", f"news:{name}", text, "related") for name in text.need("related", list)]
    page.related_news = [RelatedNews(target=target, sort_order=place) for place, target in enumerate(related)]


def _date(page: NewsPage, text: Text, state: str) -> None:
    now = timezone.now()
    age = dt.timedelta(text.need("days_ago", int))
    if state == "planned":
        page.go_live_at = now - age
    elif state not in ("draft", "waiting"):
        page.display_date = timezone.localdate() - age
    if state == "over":
        page.expire_at = now - dt.timedelta(1)
    if text.need("featured", bool):
        page.featured_from, page.featured_until = now - age, now + dt.timedelta(ON_TOP_DAYS)
