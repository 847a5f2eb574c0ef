from django.core.validators import MaxValueValidator
from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable

from core import deeds
from core.blocks import BODY_BLOCKS
from core.forms.sent import SentBlocks
from core.models import BasePage
from core.models.parts import Body
from resources.blocks import QuestionBlock, ScreenshotBlock
from resources.querysets import LessonManager


class LessonPage(Body, BasePage):
    """A lesson of a course: something to read, files, a task to try, questions to check oneself."""

    is_section = False
    is_creatable = True
    parent_page_types = ["resources.CoursePage"]
    subpage_types: list[str] = []

    body = StreamField(
        SentBlocks([*BODY_BLOCKS, ("screenshot", ScreenshotBlock())]), verbose_name=_("text"), blank=True
    )
    module = models.CharField(
        _("module"), max_length=160, blank=True,
        help_text=_("Lessons of the same module stand under one heading."),
    )  # fmt: skip
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), null=True, blank=True, validators=[MaxValueValidator(24 * 60)]
    )
    task = RichTextField(_("practice task"), blank=True, features=["bold", "ol", "ul", "link"])
    task_steps = models.TextField(_("steps to tick off"), max_length=2000, blank=True, help_text=_("One in each line."))
    deed = models.CharField(
        _("ticks itself when"), max_length=40, choices=deeds.choices, blank=True,
        help_text=_("What the learner has to do in the portal. The portal looks by itself whether it was done."),
    )  # fmt: skip
    questions = StreamField(
        SentBlocks([("question", QuestionBlock())]),
        verbose_name=_("questions to check oneself"),
        blank=True,
        help_text=_("They are not marked: after each answer its explanation is shown."),
    )

    course = models.ForeignKey(
        "resources.CoursePage", null=True, editable=False, on_delete=models.SET_NULL, related_name="lessons"
    )

    objects = LessonManager()

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("module"), FieldPanel("minutes")]),
        Body.body_panel,
        InlinePanel("materials", heading=_("Materials"), label=_("material")),
        MultiFieldPanel([FieldPanel("task"), FieldPanel("task_steps"), FieldPanel("deed")], heading=_("Practice task")),
        FieldPanel("questions"),
    ]
    settings_panels = [panel for panel in BasePage.settings_panels if getattr(panel, "field_name", "") != "audience"]
    live_value_fields = [*BasePage.live_value_fields, "course", "audience"]
    template = "resources/lesson_page.html"

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    def save(self, *args, **kwargs):
        self._belong_to_course()
        super().save(*args, **kwargs)

    @property
    def steps(self) -> list[str]:
        """Of the practice task, to be ticked off one by one."""
        return [line.strip() for line in self.task_steps.splitlines() if line.strip()]

    def turn_away(self, request):
        """As its course does; nobody reads a lesson whose course is a draft."""
        if self.course is None:
            return super().turn_away(request)
        if not self.course.live:
            raise Http404
        return self.course.turn_away(request)

    def get_context(self, request, *args, **kwargs):
        from resources.courses import around

        return super().get_context(request, *args, **kwargs) | around(self, request)

    def _belong_to_course(self):
        """To the original, whatever the language; who may read the course may read the lesson."""
        from resources.models import CoursePage

        if not self.path or not self.depth:
            return
        parent = self.get_parent()
        if parent is not None and parent.specific_class is CoursePage:
            course = parent.specific
            self.course, self.audience = course.original or course, course.audience


class LessonMaterial(Orderable):
    """A material that goes with a lesson."""

    page = ParentalKey(LessonPage, on_delete=models.CASCADE, related_name="materials")
    material = models.ForeignKey(
        "resources.Material", verbose_name=_("material"), on_delete=models.CASCADE, related_name="lessons"
    )

    panels = [FieldPanel("material")]

    class Meta(Orderable.Meta):
        verbose_name = _("material of a lesson")
        verbose_name_plural = _("materials of lessons")

    def __str__(self):
        return str(self.material)
