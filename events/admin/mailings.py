"""The register of letters to everybody who is registered. Each host has its own, the office all."""

from wagtail_modeladmin.options import modeladmin_register

from core.admin.doors import everybody, open_to
from events.admin import seat_filters
from events.models import Mailing
from members.admin.own_registers import OwnRegister


class MailingRegister(OwnRegister):
    """What was written to everybody who is registered: by the host, and by itself."""

    model = Mailing
    menu_icon = "mail"
    menu_order = 9
    list_display = ["subject", "event", "letters", "sent_by", "sent_at"]
    list_filter = [seat_filters.ByEvent]
    list_select_related = ["event", "sent_by"]
    search_fields = ["subject", "text"]
    inspect_view_fields = ["subject", "event", "text", "letters", "sent_by", "sent_at"]
    list_export = inspect_view_fields
    export_name = "pisma-do-zapisani"


modeladmin_register(MailingRegister)
open_to(everybody, *(f"events_mailing_modeladmin_{name}" for name in ("index", "inspect")))
