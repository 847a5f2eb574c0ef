"""News in the search."""

from django.utils.translation import gettext_lazy as _

from core.findable import register
from core.found import STAMPED, FoundPages
from news.models import NewsPage


@register
class FoundNews(FoundPages):
    kind, model, order = "news", NewsPage, 10
    label, label_many = _("news item"), _("News")
    stamped = (*STAMPED, "published_on", "organization", "organization__name_bg", "organization__name_en")

    def specific(self, pks):
        return (
            NewsPage.objects.not_deleted()
            .filter(pk__in=list(pks))
            .select_related("organization")
            .iterator(chunk_size=200)
        )

    def thing(self, page):
        found = super().thing(page)
        found.organization = page.organization_id
        if page.organization:
            found.texts[0].note = found.texts[0].beside = page.organization.name_in(page.language).text
        return found

    def moment(self, page):
        return page.published_on
