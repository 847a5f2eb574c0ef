from django import forms
from wagtail.admin.forms import WagtailAdminPageForm

from core.reserved import REFUSED, is_reserved


class PageForm(WagtailAdminPageForm):
    """The editor's form of every page."""

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if is_reserved(slug, self.parent_page):
            raise forms.ValidationError(REFUSED)
        return slug
