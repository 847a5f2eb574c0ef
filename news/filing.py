"""Under which rubrics news are filed: one small query for a whole list; names and addresses are in the site map."""

from django.apps import apps

from core.prepared import prepared
from core.site_map import site_map


def attach_rubrics(items: list) -> None:
    """Give each news item its `rubric_pks`, in the order of the site."""
    filed: dict[int, set] = {item.pk: set() for item in items}
    for news_pk, rubric_pk in _pairs([*filed]):
        filed[news_pk].add(rubric_pk)
    order = list(site_map().by_pk)
    for item in items:
        own = filed[item.pk]
        item.rubric_pks = [pk for pk in order if pk in own]


@prepared
def _pairs(news):
    through = apps.get_model("news", "NewsPage").rubrics.through
    return through.objects.filter(newspage_id__in=news).values_list("newspage_id", "rubricpage_id")
