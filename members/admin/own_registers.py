"""Registers of what belongs to organisations: the office reads all rows, editors those of their own."""

from django.urls import reverse
from wagtail.admin.menu import MenuItem

from core.admin.registers import Reader, Register
from members.admin.owned_menu import keeps_some
from members.owned import OwnedPolicy

SEE = {"view", "change"}


class OwnRows(Reader):
    """Also for editors, who have no right on the model; which rows is asked in `get_queryset`."""

    def user_can_list(self, user):
        return self._policy.user_has_any_permission(user, SEE)

    def user_can_inspect_obj(self, user, obj):
        """`inspect_view` looks for the row among one's own; asked for each row of a list, this must cost nothing."""
        return True

    def user_can_act(self, user):
        return self._policy.user_has_permission(user, "change")

    @property
    def _policy(self):
        return OwnedPolicy(self.model)


class OwnRegister(Register):
    """Narrowed to one's own for editors."""

    permission_helper_class = OwnRows

    def get_queryset(self, request):
        own = OwnedPolicy(self.model).instances_user_has_any_permission_for(request.user, SEE)
        return super().get_queryset(request).filter(pk__in=own.order_by().values("pk"))

    def get_menu_item(self, order=None):
        """In the menu of the office; editors have it beside what it belongs to."""
        item = super().get_menu_item(order)
        item.is_shown = lambda request: OwnedPolicy(self.model).is_office(request.user, "view")
        return item


class OwnRowsMenuItem(MenuItem):
    """For editors, who find it outside of the menu of the office."""

    def __init__(self, label, model, **kwargs):
        self.policy = OwnedPolicy(model)
        url = reverse(f"{model._meta.app_label}_{model._meta.model_name}_modeladmin_index")
        super().__init__(label, url, **kwargs)

    def is_shown(self, request):
        return not self.policy.is_office(request.user, "view") and keeps_some(request, self.policy)
