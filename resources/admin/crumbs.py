"""Where a view of the trainers stands in the admin."""

from django.urls import reverse
from django.utils.translation import gettext as _


class AmongMaterials:
    """For views with a `page_title`: the list of materials above it."""

    def get_breadcrumbs_items(self):
        materials = reverse(self.model.snippet_viewset.get_url_name("list"))
        return [
            *self.breadcrumbs_items,
            {"url": materials, "label": _("Materials")},
            {"url": "", "label": self.get_page_title()},
        ]
