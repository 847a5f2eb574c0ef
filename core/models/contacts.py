from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.models.editing import WordFromTitle
from core.panels import both_languages
from core.querysets import ChosenQuerySet


class ContactRole(WordFromTitle, models.Model):
    """Whom to ask for what: edited once, right on every page. A role, never a person's name."""

    slug = models.SlugField(_("word in the address"), unique=True, max_length=40)
    title = models.CharField(_("role"), max_length=80)
    purpose = models.CharField(_("for what"), max_length=160, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), help_text=_("Never shown on a page: readers write through a form."))
    address = models.CharField(_("address"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = ChosenQuerySet.as_manager()

    panels = [
        both_languages("title", _("Role")),
        both_languages("purpose", _("For what")),
        FieldPanel("phone"),
        FieldPanel("email"),
        both_languages("address", _("Address")),
        FieldPanel("position"),
        FieldPanel("slug"),
    ]

    class Meta:
        verbose_name = _("contact role")
        verbose_name_plural = _("contact roles")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("core:write-to-role", args=[self.slug])


class ContactMessage(models.Model):
    """What came in through a contact form; kept until somebody marks it answered."""

    role = models.ForeignKey(
        ContactRole, verbose_name=_("to"), null=True, on_delete=models.SET_NULL, related_name="messages"
    )
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail"))
    text = models.TextField(_("message"), max_length=5000)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    page = models.CharField(_("from the page"), max_length=500, blank=True)
    key = models.CharField(max_length=64, unique=True, editable=False)
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("answered by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-received_at", "-pk"]

    def __str__(self):
        return f"{self.name}: {self.text[:60]}"
