"""What to read after a news item."""

from core import language
from core.prepared import prepared
from core.site_map import site_map
from news.models import NewsPage, RelatedNews

HOW_MANY = 3


def related_to(page: NewsPage) -> list[NewsPage]:
    """The items picked by hand, in the reader's language where there is one, else the newest of the same rubric."""
    others = (*site_map().locales_read_in(language.active()), page.translation_key)
    picked = _in_draft(page) if page.is_draft else _picked(page.pk)
    if picked:
        found = {item.translation_key: item for item in _others_of(*others, picked)}
        return [found[key] for key in picked if key in found][:HOW_MANY]
    return _newest_under(*others, page.rubric_pks[:1]) if page.is_draft else _newest_beside(*others, page.pk)


def _in_draft(page) -> list:
    picked = [one.target_id for one in page.related_news.all()]
    keys = dict(NewsPage.objects.filter(pk__in=picked).values_list("pk", "translation_key"))
    return [keys[pk] for pk in picked if pk in keys]


@prepared
def _picked(page):
    return RelatedNews.objects.filter(page=page).values_list("target__translation_key", flat=True)


@prepared
def _others_of(own, original, but, keys):
    return _others(own, original, but).filter(translation_key__in=keys)


@prepared
def _newest_under(own, original, but, rubrics):
    return _others(own, original, but).filter(rubrics__in=rubrics)[:HOW_MANY]


@prepared
def _newest_beside(own, original, but, page):
    first_rubric = NewsPage.rubrics.through.objects.filter(newspage=page).values("rubricpage")[:1]
    return _others(own, original, but).filter(rubrics__in=first_rubric)[:HOW_MANY]


def _others(own, original, but):
    return NewsPage.objects.visible_to().in_locales(own, original).exclude(translation_key=but).beside_a_text()
