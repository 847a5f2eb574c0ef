"""The words in which events are asked for; every list that a reader sees starts here."""

from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import Count, Exists, OuterRef, Prefetch, Q

from core.enums import Audience
from core.keyset import ByMoment
from events.enums import TAKING, SeatState
from members.enums import Membership

ROW = (
    *("slug", "kind", "title", "title_bg", "title_en", "summary", "summary_bg", "summary_en"),
    *("starts_at", "ends_at", "all_day", "place", "place_bg", "place_en", "is_online", "state"),
    *("state_note", "state_note_bg", "state_note_en", "audience", "latitude", "longitude"),
    *(f"organization__{name}" for name in ("slug", "name", "name_bg", "name_en", "kind")),
    *(f"settlement__{name}" for name in ("name", "name_bg", "name_en", "kind", "latitude", "longitude")),
)

CALENDAR = (
    *("uid", "sequence", "slug", "kind", "title_bg", "title_en", "summary_bg", "summary_en", "last_published_at"),
    *("starts_at", "ends_at", "all_day", "is_online", "state", "state_note_bg", "state_note_en"),
    *("place_bg", "place_en", "hall_bg", "hall_en", "address_bg", "address_en", "hints_bg", "hints_en"),
    *("latitude", "longitude", "organization", "settlement"),
)
PLACE = ("name_bg", "name_en", "kind", "latitude", "longitude")


class EventQuerySet(ByMoment, models.QuerySet):
    """`Event.objects.visible_to(user).coming_at(moment).first_first()` is where a list of events starts."""

    moment = "starts_at"

    def visible_to(self, user=None):
        """Published events of published organisations that this person may read; no user means everybody."""
        events = self.filter(live=True, organization__live=True).exclude(organization__status=Membership.APPLICANT)
        if user is not None and user.is_authenticated:
            return events
        return events.filter(audience=Audience.PUBLIC)

    def coming_at(self, moment: datetime):
        """Which have not ended."""
        return self.filter(ends_at__gt=moment)

    def past_at(self, moment: datetime):
        return self.filter(ends_at__lte=moment)

    def between(self, start: datetime, end: datetime):
        """Which take place, in whole or in part, from `start` to before `end`."""
        return self.filter(starts_at__lt=end, ends_at__gt=start)

    def first_first(self):
        return self.order_by("starts_at", "pk")

    def after(self, moment: datetime, pk: int):
        """The keyset: what follows a row in `first_first`."""
        return self.filter(Q(starts_at__gt=moment) | Q(starts_at=moment, pk__gt=pk))

    def for_listing(self):
        """With what a row shows, without the long text."""
        parts = self.model._meta.get_field("parts").related_model.objects
        with_registration = Exists(parts.filter(event=OuterRef("pk"), registration=True))
        rows = self.select_related("organization", "settlement").only(*ROW)
        return rows.annotate(has_registration=with_registration)

    def written_in_english(self):
        return self.exclude(title_en=None).exclude(title_en="")

    def for_calendar(self):
        """With what a calendar file says; the online link is not among it. Hosts and settlements are asked for apart:
        thousands of events share some dozens of them."""
        hosts = self.model._meta.get_field("organization").related_model.objects.only("slug", "name_bg", "name_en")
        places = self.model._meta.get_field("settlement").related_model.objects.only(*PLACE)
        return self.only(*CALENDAR).prefetch_related(Prefetch("organization", hosts), Prefetch("settlement", places))


class EventPartQuerySet(models.QuerySet):
    def with_seats_taken(self):
        """`taken`: of those for everybody, `waiting`: who stands in line."""
        everybody = Q(seats__state__in=TAKING, seats__is_reserved=False)
        return self.annotate(
            taken=Count("seats", filter=everybody), waiting=Count("seats", filter=Q(seats__state=SeatState.WAITING))
        )


class SeatQuerySet(models.QuerySet):
    def taking(self):
        """Which count against the capacity."""
        return self.filter(state__in=TAKING)

    def in_line(self):
        """Who waits and may be offered a seat, the first first."""
        waiting = self.filter(state=SeatState.WAITING, attendee__registration__confirmed_at__isnull=False)
        return waiting.order_by("queued_at", "pk")

    def ahead_of(self, seat):
        """Who stands in line before somebody who waits."""
        before = Q(queued_at__lt=seat.queued_at) | Q(queued_at=seat.queued_at, pk__lt=seat.pk)
        return self.filter(before, part=seat.part_id, state=SeatState.WAITING)

    def run_out_at(self, moment: datetime):
        """Seats held or offered, and places in line of who did not confirm, whose time is over."""
        return self.filter(state__in=(SeatState.HELD, SeatState.OFFERED, SeatState.WAITING), until__lte=moment)

    def who_came(self):
        return self.filter(state=SeatState.CONFIRMED, came_at__isnull=False)


class CertificateQuerySet(models.QuerySet):
    def valid(self):
        """Which no other one stands in for."""
        return self.filter(replaced_by=None)


class EventReportQuerySet(models.QuerySet):
    def visible_to(self, user=None):
        """Published reports of events that this person may read."""
        from events.models import Event

        return self.filter(is_published=True, event__in=Event.objects.visible_to(user).values("pk"))


class TourQuerySet(models.QuerySet):
    def visible_to(self, user=None):
        """What the office has made public; the same for every reader."""
        return self.filter(is_public=True)

    def open_on(self, day: date):
        """Which still call for hosts."""
        return self.filter(is_public=True, call_until__gte=day)

    def going_on(self, day: date):
        """Which call, or have stops ahead as far as it was planned; without a plan, for a year after the call."""
        unplanned = Q(wished_to=None, call_until__gte=day - timedelta(days=365))
        return self.filter(Q(call_until__gte=day) | Q(wished_to__gte=day) | unplanned)

    def written_in_english(self):
        return self.exclude(title_en=None).exclude(title_en="")
