"""What a material is edited with, and what does not fit together said in words."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)

from core import language
from core.panels import both_languages
from resources.enums import Access
from resources.models import CoursePage

ABOUT = [
    FieldPanel("organization"),
    MultiFieldPanel(
        [
            TitleFieldPanel("title_bg", heading=_("In Bulgarian"), classname="", placeholder=False),
            FieldPanel("title_en", heading=_("In English")),
        ],
        heading=_("Title"),
    ),
    both_languages("description", _("Description")),
    FieldRowPanel([FieldPanel("kind"), FieldPanel("level")]),
    FieldRowPanel([FieldPanel("language"), FieldPanel("year")]),
    FieldPanel("themes"),
    FieldPanel("licence"),
    FieldPanel("is_accessible"),
    both_languages("transcript", _("Text of the recording")),
    FieldPanel("slug", help_text=_("Empty: made from the title. The old address leads to the new one.")),
    PublishingPanel(),
]
ACCESS = [
    FieldPanel("course"),
    FieldPanel("audience"),
    FieldPanel("public_from"),
    FieldPanel("event"),
]


def courses_of(organizations):
    """The originals: a material belongs to a course in whatever language it is read."""
    courses = CoursePage.objects.not_deleted().really_in_language(language.ORIGINAL)
    return courses.filter(organization__in=organizations).order_by("title")


class MaterialForm(WagtailAdminModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        themes = self.fields["themes"]
        themes.widget = forms.CheckboxSelectMultiple(choices=themes.choices)
        organization = self.instance.organization_id
        if "course" in self.fields:
            queryset = courses_of([organization] if organization else [])
            self.fields["course"] = forms.ModelChoiceField(
                queryset, required=False, label=_("Course"), help_text=self.fields["course"].help_text
            )

    def clean_slug(self):
        return self.cleaned_data["slug"] or self.instance.slug

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("audience") == Access.PARTICIPANTS and not cleaned.get("event"):
            wrong = ValidationError(_("Choose the event whose participants may have it."), code="event")
            self.add_error("event", wrong)
        return cleaned


edit_handler = TabbedInterface(
    [ObjectList(ABOUT, heading=_("What it is")), ObjectList(ACCESS, heading=_("Who may have it"))],
    base_form_class=MaterialForm,
)
