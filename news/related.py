from core import language
from news.models import NewsPage

HOW_MANY = 3


def related_to(page: NewsPage) -> list[NewsPage]:
    """The items picked by hand, else the newest of the same rubrics."""
    readable = NewsPage.objects.visible_to().exclude(pk=page.pk)
    picked = list(readable.filter(related_from__page=page).for_listing().order_by("related_from__sort_order"))
    if picked:
        return picked[:HOW_MANY]
    rubric_pks = [rubric.pk for rubric in page.rubrics.all()]
    if not rubric_pks:
        return []
    same = readable.in_language(language.active()).filter(rubrics__in=rubric_pks[:1])
    return list(same.exclude(translation_key=page.translation_key).for_listing()[:HOW_MANY])
