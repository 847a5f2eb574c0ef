from core import language
from news.models import NewsPage

HOW_MANY = 3


def related_to(page: NewsPage) -> list[NewsPage]:
    """The items picked by hand, in the reader's language where there is one, else the newest of the same rubric."""
    others = NewsPage.objects.visible_to().in_language(language.active()).exclude(translation_key=page.translation_key)
    picked = list(page.related_news.all().values_list("target__translation_key", flat=True))
    if picked:
        found = {item.translation_key: item for item in others.filter(translation_key__in=picked).beside_a_text()}
        return [found[key] for key in picked if key in found][:HOW_MANY]
    rubric = NewsPage.rubrics.through.objects.filter(newspage=page.pk).values("rubricpage")[:1]
    return list(others.filter(rubrics__in=rubric).beside_a_text()[:HOW_MANY])
