"""Two ways to the same records: the office finds them under „Office“, editors beside their pages."""

from django.urls import reverse
from wagtail.admin.menu import MenuItem

from members.owned import EDITORS


def office_menu_item_class(policy):
    def is_shown(item, request):
        return policy.is_office(request.user)

    return type("OfficeMenuItem", (MenuItem,), {"is_shown": is_shown})


class EditorsMenuItem(MenuItem):
    """For whom some of the records belong to, and who is not of the office."""

    def __init__(self, view_set, label=None, url=None):
        self.policy = view_set.permission_policy
        super().__init__(
            label or view_set.menu_label,
            url or reverse(view_set.get_url_name("list")),
            name=f"own-{view_set.model_name}",
            icon_name=view_set.icon,
            order=view_set.editors_menu_order,
        )

    def is_shown(self, request):
        return not self.policy.is_office(request.user) and keeps_some(request, self.policy)


def keeps_some(request, policy) -> bool:
    """Whether records of this kind may belong to her; asked once for a page, whatever number of kinds there is."""
    known = request.__dict__.setdefault("keeps_records", {})
    who = getattr(policy.model, "kept_by", EDITORS)
    if who not in known:
        known[who] = policy.owners(request.user, "change").exists()
    return known[who]
