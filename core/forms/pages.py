from django import forms
from wagtail.admin.forms import WagtailAdminPageForm

from core.forms.references import OwnReferences
from core.reserved import REFUSED, is_reserved


class PageForm(OwnReferences, WagtailAdminPageForm):
    """The editor's form of every page."""

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if is_reserved(slug, self.parent_page):
            raise forms.ValidationError(REFUSED)
        return slug
