from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from core.former_words import LeadsOn
from core.models.editing import WordFromTitle
from core.written import Written, written
from events.models.report import FEATURES
from events.querysets import TourQuerySet

USUAL_CALL = timedelta(days=30)


def in_a_month() -> date:
    return timezone.localdate() + USUAL_CALL


class Tour(LeadsOn, WordFromTitle, models.Model):
    """A forum that travels: the network calls for hosts, local action groups offer, each stop is an event of its host.

    It belongs to the network's office and has no drafts: until it is public nobody else learns of it.
    """

    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(_("word in the address"), max_length=80, unique=True, blank=True)
    summary = models.TextField(_("summary"), max_length=300, blank=True, help_text=_("One or two sentences."))
    text = RichTextField(_("text"), blank=True, features=FEATURES)
    call_until = models.DateField(
        _("offers are taken until"),
        default=in_a_month,
        db_index=True,
        help_text=_("The last day. A day that has passed closes the call."),
    )
    wished_from = models.DateField(_("stops from"), null=True, blank=True)
    wished_to = models.DateField(_("stops to"), null=True, blank=True)
    funding = models.ForeignKey(
        "core.FundingRecord",
        verbose_name=_("funding record"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The events of the tour begin with it."),
    )
    is_public = models.BooleanField(
        _("public"),
        default=False,
        help_text=_("Readers find the page of the tour, local action groups see the call and may offer."),
    )
    last_published_at = models.DateTimeField(_("last changed"), auto_now=True)

    objects = models.Manager.from_queryset(TourQuerySet)()

    class Meta:
        verbose_name = _("forum tour")
        verbose_name_plural = _("forum tours")
        ordering = ["-call_until", "-pk"]

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        if self.wished_from and self.wished_to and self.wished_to < self.wished_from:
            raise ValidationError({"wished_to": _("It ends before it begins.")})

    def title_in(self, code: str) -> Written:
        return written(self.title_bg, self.title_en, code)

    def is_open_on(self, day: date) -> bool:
        """Whether a local action group may offer itself as a host."""
        return self.is_public and day <= self.call_until
