from core import language
from news.models import NewsPage

HOW_MANY = 3


def related_to(page: NewsPage) -> list[NewsPage]:
    """The items picked by hand, else the newest of the same rubrics."""
    readable = NewsPage.objects.visible_to().exclude(pk=page.pk)
    picked = list(readable.filter(related_from__page=page).beside_a_text().order_by("related_from__sort_order"))
    if picked:
        return picked[:HOW_MANY]
    filed = NewsPage.rubrics.through.objects.filter(newspage=page.pk).values("rubricpage")[:1]
    same = readable.in_language(language.active()).filter(rubrics__in=filed)
    return list(same.exclude(translation_key=page.translation_key).beside_a_text()[:HOW_MANY])
