from django.db.models import Case, IntegerField, Q, When

from core.models import BasePage
from search.text import stems

HOW_MANY = 30


def find_pages(query: str, code: str) -> list[BasePage]:
    """Public pages with every word of the query, hits in the title first, then the newest; at most thirty."""
    words = stems(query)
    if not words:
        return []
    everywhere, in_title = Q(), Q()
    for word in words:
        everywhere &= Q(search_entry__text__contains=word)
        in_title &= Q(search_entry__title__contains=word)
    found = BasePage.objects.visible_to().in_language(code).filter(everywhere)
    rank = Case(When(in_title, then=0), default=1, output_field=IntegerField())
    return list(found.annotate(rank=rank).order_by("rank", "-first_published_at")[:HOW_MANY])
