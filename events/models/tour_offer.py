from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable


class TourOffer(ClusterableModel):
    """A local action group offers to host a stop of a tour. The office accepts, which begins the event, or declines."""

    class State(models.TextChoices):
        OFFERED = "offered", _("waits for an answer")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined with thanks")
        WITHDRAWN = "withdrawn", _("withdrawn")

    tour = models.ForeignKey(
        "events.Tour", verbose_name=_("forum tour"), on_delete=models.PROTECT, related_name="offers"
    )
    organization = models.ForeignKey(
        "members.Organization", verbose_name=_("host"), on_delete=models.PROTECT, related_name="tour_offers"
    )
    place = models.CharField(_("place"), max_length=160, help_text=_("The building: „читалище „Просвета““."))
    hall = models.CharField(_("hall"), max_length=120, blank=True)
    settlement = models.ForeignKey(
        "members.Settlement", verbose_name=_("settlement"), on_delete=models.PROTECT, related_name="+"
    )
    expected = models.PositiveIntegerField(
        _("people expected"), validators=[MinValueValidator(1), MaxValueValidator(10_000)]
    )
    contact_role = models.CharField(
        _("whom to ask"), max_length=80, help_text=_("A role, not a person's name: „координатор“.")
    )
    note = models.TextField(_("note"), max_length=2000, blank=True, help_text=_("What the office should know."))

    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.OFFERED, editable=False, db_index=True
    )
    reason = models.TextField(_("reason"), blank=True, editable=False)
    sent_at = models.DateTimeField(_("sent"), auto_now_add=True)
    changed_at = models.DateTimeField(_("last changed"), auto_now=True)
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    event = models.OneToOneField(
        "events.Event",
        verbose_name=_("event"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="tour_offer",
        editable=False,
    )

    owner_path = "organization"

    class Meta:
        verbose_name = _("offer to host a tour")
        verbose_name_plural = _("offers to host a tour")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["tour", "organization"],
                condition=models.Q(state="offered"),
                name="one_offer_waits_for_an_answer",
            ),
        ]

    def __str__(self):
        return f"{self.tour}: {self.settlement}"

    @property
    def days_in_words(self) -> str:
        """For sheets: „14.05.2027; 21.05.2027“."""
        return "; ".join(str(one) for one in self.days.all())

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.OFFERED


class TourOfferDay(Orderable):
    """A day on which the host could hold it."""

    offer = ParentalKey(TourOffer, on_delete=models.CASCADE, related_name="days")
    day = models.DateField(_("day"))

    class Meta(Orderable.Meta):
        verbose_name = _("possible day")
        verbose_name_plural = _("possible days")

    def __str__(self):
        return f"{self.day:%d.%m.%Y}"
