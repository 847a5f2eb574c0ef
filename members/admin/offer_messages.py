"""The register of answers to offers: each organisation reads its own, the office all of them."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail_modeladmin.options import modeladmin_register

from core.admin.doors import everybody, open_to
from core.admin.registers import Reader, Register
from members.models import OfferMessage
from members.owned import OwnedPolicy

SEE = {"view"}


class ReaderOfOwn(Reader):
    """Also for editors, who have no right on the model."""

    def user_can_list(self, user):
        return OwnedPolicy(OfferMessage).user_has_permission(user, "view")

    def user_can_inspect_obj(self, user, obj):
        return OwnedPolicy(OfferMessage).user_has_permission_for_instance(user, "view", obj)


class OfferMessageRegister(Register):
    model = OfferMessage
    menu_icon = "comment"
    menu_order = 8
    permission_helper_class = ReaderOfOwn
    list_display = ["name", "text_start", "offer", "received_at"]
    list_select_related = ["offer", "organization"]
    search_fields = ["name", "email", "text"]
    inspect_view_fields = ["name", "email", "organization", "offer", "text", "language", "received_at"]
    list_export = inspect_view_fields
    export_name = "otgovori"

    def get_queryset(self, request):
        own = OwnedPolicy(OfferMessage).instances_user_has_any_permission_for(request.user, SEE)
        return super().get_queryset(request).filter(pk__in=own.values("pk"))

    def text_start(self, message) -> str:
        return message.text[:80]

    text_start.short_description = _("message")

    def get_menu_item(self, order=None):
        """In the menu of the office; editors have it beside their offers."""
        item = super().get_menu_item(order)
        item.is_shown = lambda request: OwnedPolicy(OfferMessage).is_office(request.user, "view")
        return item


modeladmin_register(OfferMessageRegister)
open_to(everybody, "members_offermessage_modeladmin_index", "members_offermessage_modeladmin_inspect")


class AnswersMenuItem(MenuItem):
    def is_shown(self, request):
        policy = OwnedPolicy(OfferMessage)
        return not policy.is_office(request.user, "view") and policy.user_has_permission(request.user, "view")


@hooks.register("register_admin_menu_item")
def answers_menu_item():
    url = reverse("members_offermessage_modeladmin_index")
    return AnswersMenuItem(_("Answers"), url, name="own-answers", icon_name="comment", order=165)
