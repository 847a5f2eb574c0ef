"""The words in which offers and partnerships are asked for; every list that a reader sees starts here."""

from datetime import date

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from core.keyset import ByMoment
from members.enums import Membership

CURRENT = ("open", "talking")


class PartnerOfferQuerySet(ByMoment, models.QuerySet):
    """`PartnerOffer.objects.visible_to(user).open_on(day).due_first()` is where a list of offers starts."""

    def visible_to(self, user=None):
        """Published offers of published organisations; the same for every reader."""
        return self.filter(live=True, organization__live=True).exclude(organization__status=Membership.APPLICANT)

    def open_on(self, day: date):
        """Which still seek. The deadline alone decides, whether or not anybody wrote down that it passed."""
        return self.filter(state__in=CURRENT, deadline__gte=day)

    def past_on(self, day: date):
        """Which found somebody, gave up or ran out."""
        return self.exclude(state__in=CURRENT, deadline__gte=day)

    def run_out_on(self, day: date):
        """Whose deadline passed without anybody having said how it ended."""
        return self.filter(state__in=CURRENT, deadline__lt=day)

    def not_reminded(self):
        """Whose editors were not told yet that this deadline comes near."""
        return self.filter(Q(reminded_of=None) | ~Q(reminded_of=F("deadline")))

    def due_first(self):
        return self.order_by("deadline", "-first_published_at", "-pk")

    def after(self, deadline: date, moment, pk: int):
        """The keyset: what follows a row in `due_first`."""
        later = Q(deadline__gt=deadline)
        older = Q(first_published_at__lt=moment) | Q(first_published_at=moment, pk__lt=pk)
        return self.filter(later | Q(deadline=deadline) & older)

    def for_listing(self):
        """With what a row shows, without the long text."""
        return self.select_related("organization").only(*ROW)

    def written_in_english(self):
        return self.exclude(title_en=None).exclude(title_en="")


ROW = (
    *("slug", "title", "title_bg", "title_en", "role_sought", "role_sought_bg", "role_sought_en"),
    *("fund", "deadline", "languages", "state", "state_changed_at", "first_published_at", "last_published_at"),
    *(f"organization__{name}" for name in ("slug", "name", "name_bg", "name_en", "seat", "seat_bg", "seat_en")),
    "organization__kind",
)


class PartnerQuerySet(models.QuerySet):
    def standing(self):
        """Sides that hold: organisations of the portal that said yes, and others, who cannot be asked."""
        return self.filter(Q(organization=None) | Q(confirmed_at__isnull=False), declined_at=None)

    def waiting(self):
        """Organisations of the portal that have not said yet whether it is so."""
        return self.filter(organization__isnull=False, confirmed_at=None, declined_at=None)


class PartnershipQuerySet(models.QuerySet):
    def of(self, organization_pk: int):
        """What stands on the profile of an organisation: recorded by itself, or confirmed by its editors."""
        sides = self._sides().filter(organization=organization_pk, confirmed_at__isnull=False, declined_at=None)
        return self.filter(Q(organization=organization_pk) | Exists(sides))

    def formed(self):
        """With at least one other side that holds."""
        return self.filter(Exists(self._sides().standing()))

    def cross_sector(self):
        """Partnerships of more than one of the three sectors: what the network counts itself by."""
        return self.filter(Exists(self._sides().standing().exclude(sector=OuterRef("sector"))))

    def _sides(self):
        return self.model._meta.get_field("partners").related_model.objects.filter(partnership=OuterRef("pk"))
