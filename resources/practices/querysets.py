from django.db import models
from django.db.models import Q

from core.keyset import ByMoment
from members.enums import SECTORS, Membership

ROW = (
    *("slug", "title", "title_bg", "title_en", "summary", "summary_bg", "summary_en"),
    *("first_published_at", "last_published_at", "picture"),
    *(f"organization__{name}" for name in ("slug", "name", "name_bg", "name_en", "seat", "seat_bg", "seat_en")),
    "organization__kind",
)


class PracticeQuerySet(ByMoment, models.QuerySet):
    """`Practice.objects.visible_to(user).newest_first().for_listing()` is where every list of practices starts."""

    def visible_to(self, user=None):
        """Published practices of published organisations; the same for every reader."""
        return self.filter(live=True, organization__live=True).exclude(organization__status=Membership.APPLICANT)

    def of_sector(self, sector: str):
        """Of an organisation of this sector, or with a partner of it."""
        kinds = [kind for kind, its in SECTORS.items() if its == sector]
        partners = self.model._meta.get_field("partners").related_model.objects.filter(sector=sector)
        return self.filter(Q(organization__kind__in=kinds) | Q(pk__in=partners.values("practice")))

    def for_listing(self):
        """With what a row shows, without the long text."""
        return self.select_related("organization").only(*ROW)

    def written_in_english(self):
        return self.exclude(title_en=None).exclude(title_en="")
