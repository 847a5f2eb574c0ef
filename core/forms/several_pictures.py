"""Several pictures at once: what they have in common is told once, what is to be seen one by one."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.forms.collections import CollectionChoiceField
from wagtail.images.forms import get_image_form
from wagtail.images.permissions import permission_policy

from core.forms.uploads import CONSENT_NEEDED
from core.models import PortalImage

MOST_AT_ONCE = 30


class FilesInput(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data, files, name):
        return files.getlist(name) if hasattr(files, "getlist") else files.get(name)


class FilesField(forms.FileField):
    """A list of files; each is looked at by a form of its own."""

    widget = FilesInput(attrs={"multiple": True, "accept": "image/jpeg,image/png,image/webp,image/gif,image/avif"})

    def clean(self, data, initial=None):
        files = [file for file in data or [] if file]
        if not files:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        if len(files) > MOST_AT_ONCE:
            text = ngettext_lazy("At most %(count)d picture at once.", "At most %(count)d pictures at once.", "count")
            raise forms.ValidationError(text, code="many", params={"count": MOST_AT_ONCE})
        return files


class SeveralPicturesForm(forms.ModelForm):
    """What holds for all of them, and the files."""

    pictures = FilesField(
        label=_("Pictures"),
        help_text=_("Hold Ctrl or Shift to choose several files. JPEG, PNG or WebP, up to 20 MB each."),
    )
    field_order = ["pictures"]

    class Meta:
        model = PortalImage
        fields = ("collection", "credit", "licence", "people", "consent", "language")
        field_classes = {"collection": CollectionChoiceField}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        allowed = permission_policy.collections_user_has_permission_for(user, "add")
        field = self.fields["collection"]
        field.queryset, field.empty_label, field.initial = allowed, None, allowed.first()
        if allowed.count() == 1:
            field.widget = forms.HiddenInput()

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("people") in CONSENT_NEEDED and not cleaned.get("consent"):
            self.add_error("consent", CONSENT_NEEDED[cleaned["people"]])
            self.add_error("pictures", _("Please choose the pictures again: a browser does not keep them."))
        return cleaned

    def one_by_one(self) -> list[tuple[str, forms.ModelForm]]:
        """For each file its name and the form that Wagtail would have shown for it alone."""
        single = get_image_form(PortalImage)
        common = {name: self.data.get(name) for name in self.Meta.fields}
        found = []
        for file in self.cleaned_data["pictures"]:
            name = file.name
            form = single({"title": name[-255:], **common}, {"file": file}, user=self.user)
            form.instance.uploaded_by_user = self.user
            form.instance.collection = self.cleaned_data["collection"]
            found.append((name, form))
        return found


DescriptionFormSet = forms.modelformset_factory(
    PortalImage, fields=("title", "alt_bg", "alt_en"), extra=0, edit_only=True
)
