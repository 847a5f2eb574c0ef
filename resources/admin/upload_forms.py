"""Many files at once: what they have in common is told once, the rest one by one."""

from django import forms
from django.conf import settings
from django.forms.models import modelform_factory
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

from core.admin.pickers import MomentInput
from core.enums import FileLanguage, Licence
from core.forms.wall_clock import WallClockFormField
from members.models import Organization, Theme
from members.owned import OwnedPolicy
from resources.admin.material_panels import courses_of
from resources.enums import Access
from resources.files.formats import ARCHIVE, TAKEN
from resources.models import Material

MOST_AT_ONCE = 60
ACCEPT = ",".join(f".{extension}" for extension in (*TAKEN, "jpeg", ARCHIVE))


class FilesInput(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data, files, name):
        return files.getlist(name) if hasattr(files, "getlist") else files.get(name)


class FilesField(forms.FileField):
    """A list of files; each is looked at by itself afterwards."""

    widget = FilesInput(attrs={"multiple": True, "accept": ACCEPT})

    def clean(self, data, initial=None):
        files = [file for file in data or [] if file is not None]
        if not files and self.required:
            raise forms.ValidationError(_("Choose at least one file."), code="required")
        if len(files) > MOST_AT_ONCE:
            raise forms.ValidationError(
                _("At most %(count)d files at once. Pack them in a ZIP instead."),
                code="many",
                params={"count": MOST_AT_ONCE},
            )
        return files


class SharedForm(forms.Form):
    """What holds for all files of one upload."""

    organization = forms.ModelChoiceField(label=_("Author organisation"), queryset=Organization.objects.none())
    course = forms.ModelChoiceField(
        label=_("Course"),
        queryset=None,
        required=False,
        help_text=_("If the files belong to one. Who may not read the course, does not get them."),
    )
    audience = forms.ChoiceField(
        label=_("Who may have them"), choices=[choice for choice in Access.choices if choice[0] != Access.PARTICIPANTS]
    )
    public_from = WallClockFormField(
        label=_("For everybody from"), required=False, widget=MomentInput, help_text=_("Until then for members alone.")
    )
    licence = forms.ChoiceField(
        label=_("Licence"),
        choices=Licence.choices,
        initial=Licence.CC_BY,
        help_text=_("What others may do with the files. CC BY: use and change them if they name you."),
    )
    language = forms.ChoiceField(label=_("Language of the files"), choices=FileLanguage.choices)
    themes = forms.ModelMultipleChoiceField(
        label=_("Themes"), queryset=Theme.objects.all(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        policy = OwnedPolicy(Material)
        own = Organization.objects.all() if policy.is_office(user, "add") else policy.owners(user, "add")
        field = self.fields["organization"]
        field.queryset = own.filter(live=True).order_by("sort_key")
        only = list(field.queryset[:2])
        if len(only) == 1:
            field.initial, field.empty_label, field.widget = only[0].pk, None, forms.HiddenInput()
        self.fields["course"].queryset = courses_of(field.queryset)

    def clean(self):
        cleaned = super().clean()
        course, organization = cleaned.get("course"), cleaned.get("organization")
        if course and organization and course.organization_id != organization.pk:
            self.add_error("course", _("This is a course of another organisation."))
        return cleaned

    @property
    def shared(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name in SharedForm.base_fields}


class UploadForm(SharedForm):
    files = FilesField(
        label=_("Files"),
        help_text=_(
            "PDF, Office and LibreOffice files, pictures, video (MP4, WebM), sound, subtitles (VTT, SRT), or a ZIP "
            "with them. Hold Ctrl or Shift to choose several."
        ),
    )
    field_order = ["files"]


class VersionForm(forms.Form):
    file = forms.FileField(label=_("New file"), widget=forms.FileInput(attrs={"accept": ACCEPT}), max_length=200)
    note_bg = forms.CharField(
        label=_("What is new, in Bulgarian"),
        max_length=300,
        widget=AdminAutoHeightTextInput,
        help_text=_("One sentence. Who downloaded an older version with an account gets it by e-mail."),
    )
    note_en = forms.CharField(
        label=_("What is new, in English"), max_length=300, required=False, widget=AdminAutoHeightTextInput
    )


class BesideForm(forms.Form):
    """What goes with a recording: a picture for its beginning, subtitles."""

    poster = forms.FileField(
        label=_("Picture for the beginning"), required=False, widget=forms.FileInput(attrs={"accept": "image/*"})
    )
    subtitles = forms.FileField(
        label=_("Subtitles"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".vtt,.srt"}),
        help_text=_("A file of VTT or SRT. Subtitles of the same language are replaced."),
    )
    language = forms.ChoiceField(label=_("Language of the subtitles"), choices=settings.LANGUAGES)


DescribedForm = modelform_factory(
    Material, fields=["title_bg", "title_en", "kind", "description_bg", "year", "is_accessible"],
    widgets={"description_bg": AdminAutoHeightTextInput},
    labels={
        "title_bg": _("Title in Bulgarian"), "title_en": _("Title in English"),
        "description_bg": _("Description in Bulgarian"),
    },
)  # fmt: skip
DescribedFormSet = forms.modelformset_factory(Material, form=DescribedForm, extra=0, edit_only=True)
