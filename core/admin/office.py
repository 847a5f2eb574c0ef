"""What the office keeps: messages, letters, contact roles, funding records."""

from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail_modeladmin.options import modeladmin_register

from core import mail
from core.admin.registers import OFFICE_MENU_HOOK, Choice, Register
from core.admin.verbs import Verb
from core.models import ContactMessage, ContactRole, FundingRecord, OutgoingMail


class ByRole(Choice):
    title = gettext_lazy("to")
    parameter_name = "role"

    def lookups(self, request, model_admin):
        return [(role.pk, role.title) for role in ContactRole.objects.all()]

    def queryset(self, request, messages):
        return messages.filter(role=self.value()) if self.value() else messages


class ByAnswer(Choice):
    title = gettext_lazy("answered")
    parameter_name = "answered"

    def lookups(self, request, model_admin):
        return [("no", _("waits for an answer")), ("yes", _("answered"))]

    def queryset(self, request, messages):
        return messages.filter(answered_at__isnull=self.value() == "no") if self.value() else messages


def mark_answered(message: ContactMessage, user) -> str:
    message.answered_at, message.answered_by = timezone.now(), user
    message.save(update_fields=["answered_at", "answered_by"])
    return _("Marked as answered.")


def mark_unanswered(message: ContactMessage, user) -> str:
    message.answered_at = message.answered_by = None
    message.save(update_fields=["answered_at", "answered_by"])
    return _("It waits for an answer again.")


class MessageRegister(Register):
    model = ContactMessage
    menu_icon = "mail"
    menu_order = 10
    list_display = ["name", "text_start", "role", "received_at", "answered_at"]
    list_filter = [ByAnswer, ByRole]
    list_select_related = ["role", "answered_by"]
    search_fields = ["name", "email", "text"]
    inspect_view_fields = [
        "name", "email", "role", "text", "page", "language", "received_at", "answered_at", "answered_by",
    ]  # fmt: skip
    list_export = inspect_view_fields
    export_name = "saobshtenia"
    verbs = {
        "answered": Verb(gettext_lazy("Mark as answered"), lambda message: not message.answered_at, mark_answered),
        "reopen": Verb(gettext_lazy("Not answered after all"), lambda message: message.answered_at, mark_unanswered),
    }

    def text_start(self, message) -> str:
        return message.text[:80]

    text_start.short_description = gettext_lazy("message")


class ByState(Choice):
    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("waiting", _("waits")), ("sent", _("sent"))]

    def queryset(self, request, letters):
        return letters.filter(sent_at__isnull=self.value() == "waiting") if self.value() else letters


def try_again(letter: OutgoingMail, user) -> str:
    letter.next_attempt_at = timezone.now()
    letter.save(update_fields=["next_attempt_at"])
    mail.send_after_commit(letter.pk)
    return _("The letter is being sent once more.")


class LetterRegister(Register):
    """Without their texts: letters carry log-in codes and links that are nobody else's business."""

    model = OutgoingMail
    menu_icon = "upload"
    menu_order = 20
    list_display = ["subject", "addressees", "created_at", "sent_at", "attempts", "last_error"]
    list_filter = [ByState]
    search_fields = ["subject", "to_text"]
    inspect_view_fields = [
        "subject", "addressees", "created_at", "sent_at", "attempts", "next_attempt_at", "last_error", "key",
    ]  # fmt: skip
    list_export = inspect_view_fields
    export_name = "pisma"
    verbs = {"again": Verb(gettext_lazy("Try again"), lambda letter: not letter.sent_at, try_again)}

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(to_text=Cast("to", TextField()))

    def addressees(self, letter) -> str:
        return ", ".join(letter.to)

    addressees.short_description = gettext_lazy("to")


class ContactRoleViewSet(SnippetViewSet):
    model = ContactRole
    icon = "group"
    menu_hook = OFFICE_MENU_HOOK
    menu_order = 30
    list_display = ["title", "phone", "email", "position"]
    copy_view_enabled = False


class FundingRecordViewSet(SnippetViewSet):
    model = FundingRecord
    icon = "tag"
    menu_hook = OFFICE_MENU_HOOK
    menu_order = 40
    list_display = ["name", "contract_number", "starts_on", "ends_on"]


modeladmin_register(MessageRegister)
modeladmin_register(LetterRegister)
register_snippet(ContactRoleViewSet)
register_snippet(FundingRecordViewSet)
