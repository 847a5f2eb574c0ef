"""Panels of the editor that pages and records share."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel


def both_languages(name: str, heading: str) -> MultiFieldPanel:
    """A translated field: its two columns under one heading."""
    columns = [FieldPanel(f"{name}_bg", heading=_("In Bulgarian")), FieldPanel(f"{name}_en", heading=_("In English"))]
    return MultiFieldPanel(columns, heading=heading)


class OriginalPanel(Panel):
    """Beside a translation: the text it translates, and whether that has changed since."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "core/admin/original_panel.html"

        def is_shown(self):
            return bool(self.instance.pk and self.instance.original)

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            return context | {"original": self.instance.original, "translation": self.instance}
