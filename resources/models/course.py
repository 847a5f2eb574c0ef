from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin

from core.enums import Licence
from core.models import BasePage
from core.models.parts import Body, LeadPicture
from resources.course_form import CourseForm
from resources.enums import Level
from resources.querysets import CourseManager
from resources.routes import CourseRoutes

LONGEST = 60 * 200  # minutes
KEPT_WORDS = ("kursove", "biblioteka", "praktiki")  # pages beside the courses


class CoursePage(CourseRoutes, RoutablePageMixin, LeadPicture, Body, BasePage):
    """A course of an organisation, with its lessons below."""

    is_section = False
    is_creatable = True
    admin_default_ordering = "ord"  # the lessons as readers get them
    parent_page_types = ["resources.ResourceIndexPage"]
    subpage_types = ["resources.LessonPage"]

    organization = models.ForeignKey(
        "members.Organization",
        verbose_name=_("trainer's organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="courses",
        help_text=_("Empty: a course of the network itself."),
    )
    level = models.CharField(_("level"), max_length=10, choices=Level.choices, default=Level.FIRST_STEPS)
    themes = ParentalManyToManyField("members.Theme", verbose_name=_("themes"), blank=True, related_name="courses")
    taught_in = models.CharField(_("taught in"), max_length=2, choices=settings.LANGUAGES, default="bg")
    minutes = models.PositiveIntegerField(
        _("length in minutes"), null=True, blank=True, validators=[MaxValueValidator(LONGEST)],
        help_text=_("Empty: the lessons are added up."),
    )  # fmt: skip
    starts_on = models.DateField(
        _("from"), null=True, blank=True, help_text=_("Empty: everybody learns at a pace of their own.")
    )
    ends_on = models.DateField(_("to"), null=True, blank=True)
    for_whom = models.CharField(_("for whom"), max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=20, choices=Licence.choices, default=Licence.CC_BY)
    event = models.ForeignKey(
        "events.Event",
        verbose_name=_("part of the event"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="courses",
        help_text=_("Whose participants this course takes over."),
    )

    objects = CourseManager()
    base_form_class = CourseForm

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("organization", permission="members.change_organization"),  # it is set when the course begins
        FieldPanel("for_whom"),
        FieldRowPanel([FieldPanel("level"), FieldPanel("taught_in"), FieldPanel("minutes")]),
        MultiFieldPanel([FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")])], heading=_("When")),
        FieldPanel("themes"),
        LeadPicture.picture_panel,
        Body.body_panel,
        FieldPanel("licence"),
        FieldPanel("event"),
    ]
    template = "resources/course_page.html"

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")

    def clean(self):
        super().clean()
        if self.slug in KEPT_WORDS:
            raise ValidationError({"slug": _("This word stands for something else. Please choose another one.")})
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("It ends before it begins.")})

    def permissions_for_user(self, user):
        from resources.rights import CoursePermissions

        return super().permissions_for_user(user) if self.deleted_at else CoursePermissions(user, self)

    @property
    def is_self_paced(self) -> bool:
        return self.starts_on is None
