"""The words in which organisations and what belongs to them are asked for."""

from django.db import models
from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from members.enums import Membership, Role

# What a row of a list shows: descriptions and strategies stay in the database.
ROW = (
    *("kind", "slug", "status", "name_bg", "name_en", "seat_bg", "seat_en", "territory_bg", "territory_en"),
    *("settlement", "logo"),
)
BESIDE = (
    *(f"settlement__municipality__province__{name}" for name in ("nuts", "name_bg", "name_en")),
    *(f"logo__{name}" for name in ("title", "file", "file_hash", "width", "height", "alt_bg", "alt_en")),
    *(f"logo__focal_point_{name}" for name in ("x", "y", "width", "height")),
)


class OrganizationQuerySet(models.QuerySet):
    def visible_to(self, user=None):
        """Published organisations; applicants are nobody's business. The same for every reader."""
        return self.filter(live=True).exclude(status=Membership.APPLICANT)

    def for_listing(self):
        """With what a row shows: the component is `{% org_row organization %}`."""
        beside = self.select_related("settlement__municipality__province", "logo").only(*ROW, *BESIDE)
        return beside.annotate(offer_count=_open_offers()).prefetch_related("themes", "logo__renditions")

    def from_a_to_z(self, code: str):
        """By the name that readers of the language see."""
        return self.order_by("sort_key_en" if code == "en" else "sort_key", "pk")

    def of_editor(self, user):
        """Where this person may edit just now."""
        return self.filter(pk__in=_affiliations(user).editing().values("organization"))

    def of_trainer(self, user):
        """Whose courses and materials this person may keep just now: its trainers, editors and managers."""
        return self.filter(pk__in=_affiliations(user).training().values("organization"))

    def of_manager(self, user):
        """Whose people this person may invite and remove just now."""
        return self.filter(pk__in=_affiliations(user).filter(role=Role.MANAGER).values("organization"))

    def of_person(self, user):
        return self.filter(pk__in=_affiliations(user).values("organization"))


EDITING = (Role.EDITOR, Role.MANAGER)
TRAINING = (Role.TRAINER, *EDITING)


class AffiliationQuerySet(models.QuerySet):
    def active(self, day=None):
        """Accepted, begun and not ended."""
        day = day or timezone.localdate()
        return self.filter(Q(until=None) | Q(until__gt=day), state="active", since__lte=day, person__is_active=True)

    def editing(self):
        return self.filter(role__in=EDITING)

    def training(self):
        return self.filter(role__in=TRAINING)

    def of(self, user):
        return self.filter(person=user.pk) if user.is_authenticated else self.none()


def _affiliations(user):
    from members.models import Affiliation

    return Affiliation.objects.of(user).active()


def _open_offers():
    """How many partners an organisation seeks today."""
    from members.models import PartnerOffer

    offers = PartnerOffer.objects.filter(
        Q(deadline=None) | Q(deadline__gte=timezone.localdate()),
        organization=OuterRef("pk"),
        live=True,
        state=PartnerOffer.State.OPEN,
    )
    number = offers.order_by().values("organization").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(number, output_field=IntegerField()), 0)
