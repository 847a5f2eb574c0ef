from wagtail.admin.forms.pages import CopyForm as WagtailCopyForm

from core.reserved import REFUSED, is_reserved


class CopyForm(WagtailCopyForm):
    """Copies only, no aliases: an alias goes down with its source, and the other language with the alias."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("alias", None)

    def clean(self):
        cleaned = super().clean()
        parent = cleaned.get("new_parent_page") or self.page.get_parent()
        if is_reserved(cleaned.get("new_slug"), parent):
            self.add_error("new_slug", REFUSED)
        return cleaned
