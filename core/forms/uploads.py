"""Upload forms of the admin: a wrong file is a sentence in the form, never a broken page.

Wagtail makes its single form, the form for several files and that of the choosers from these.
"""

from pathlib import Path

from django.utils.translation import gettext_lazy as _
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from core.enums import People
from core.transliteration import ascii_file_name, clean_title_from_file_name, without_invisible
from core.uploads import check_document, check_image, checksum, document_facts, without_metadata

CONSENT_NEEDED = {
    People.ADULTS: _(
        "People can be recognised in it: write where their signed consent is kept, or why none is needed."
    ),
    People.CHILDREN: _("Children can be recognised in it: write where the signed consent of a parent is kept."),
}


class PictureField(WagtailImageField):
    def to_python(self, data):
        if data:
            data.name = ascii_file_name(data.name)
            self.check_image_file_size(data)
            check_image(data)
        return super().to_python(data)


class DocumentField(WagtailDocumentField):
    def to_python(self, data):
        if data:
            data.name = ascii_file_name(data.name)
            self.check_document_file_size(data)
            check_document(data)
        return super().to_python(data)


class UploadForm:
    """What pictures and documents have in common: a title made from the file name, choices that have an answer."""

    file_field: type
    choices: tuple[str, ...]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if plain := self.fields.get("file"):
            self.fields["file"] = self.file_field(label=plain.label, required=plain.required, widget=plain.widget)
        # Several files at once come with nothing but a title: the rest keeps the defaults of the model.
        for name in self.choices:
            self.fields[name].required = False

    def clean_title(self):
        title = without_invisible(self.cleaned_data["title"]).strip()
        uploaded = self.files.get(self.add_prefix("file"))
        name = without_invisible(uploaded.name) if uploaded else ""
        if title in (name, name.rpartition(".")[0]):
            title = clean_title_from_file_name(name) or title
        return title

    def clean(self):
        cleaned = super().clean()
        for name in self.choices:
            cleaned[name] = cleaned.get(name) or getattr(self.instance, name)
        if "file" not in self.changed_data:
            cleaned.pop("file", None)
        return cleaned

    def _get_validation_exclusions(self):
        # Looking at a stored file again would read it, and it may have been damaged or lost since.
        excluded = super()._get_validation_exclusions()
        return excluded if "file" in self.changed_data else excluded | {"file"}

    def save(self, commit=True):
        if "file" in self.changed_data or self.instance._state.adding:
            self.record_facts()
        return super().save(commit)


class ImageForm(UploadForm, BaseImageForm):
    file_field = PictureField
    choices = ("language", "licence", "people")

    def clean_file(self):
        file = self.cleaned_data["file"]
        return without_metadata(file) if "file" in self.changed_data else file

    def clean(self):
        cleaned = super().clean()
        if cleaned["people"] in CONSENT_NEEDED and not cleaned.get("consent"):
            self.add_error("consent", CONSENT_NEEDED[cleaned["people"]])
        return cleaned

    def record_facts(self):
        file = self.instance.file
        if "file" not in self.changed_data:
            # It was stored as it came and waited for what the form lacked.
            storage, waiting = file.storage, file.name
            file.save(Path(waiting).name, without_metadata(file), save=False)
            storage.delete(waiting)
            self.instance._set_image_file_metadata()
        self.instance.checksum = checksum(file)


class DocumentForm(UploadForm, BaseDocumentForm):
    file_field = DocumentField
    choices = ("language", "licence")

    def record_facts(self):
        for name, value in document_facts(self.instance.file).items():
            setattr(self.instance, name, value)
