from wagtail.admin.forms.pages import CopyForm as WagtailCopyForm


class CopyForm(WagtailCopyForm):
    """Copies only, no aliases: an alias goes down with its source, and the other language with the alias."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("alias", None)
