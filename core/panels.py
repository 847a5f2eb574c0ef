"""Panels of the page editor that every page shares."""

from wagtail.admin.panels import Panel


class OriginalPanel(Panel):
    """Beside a translation: the text it translates, and whether that has changed since."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "core/admin/original_panel.html"

        def is_shown(self):
            return bool(self.instance.pk and self.instance.original)

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            return context | {"original": self.instance.original, "translation": self.instance}
