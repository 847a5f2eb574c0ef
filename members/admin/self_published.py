"""Looked through afterwards: what organisations published by themselves, until somebody of the office has seen it."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail_modeladmin.options import modeladmin_register

from core.admin.registers import Choice, Register
from core.admin.verbs import Verb
from members.models import SelfPublished


class BySeen(Choice):
    title, parameter_name = gettext_lazy("seen"), "seen"

    def lookups(self, request, model_admin):
        return [("no", _("not seen yet")), ("yes", _("seen"))]

    def queryset(self, request, rows):
        return rows.filter(seen_at__isnull=self.value() == "no") if self.value() else rows


def mark_seen(row: SelfPublished, user) -> str:
    row.seen_at, row.seen_by = timezone.now(), user
    row.save(update_fields=["seen_at", "seen_by"])
    return _("Marked as seen.")


class SelfPublishedRegister(Register):
    model = SelfPublished
    menu_icon = "view"
    menu_order = 6
    list_display = ["title", "organization", "what", "by", "published_at", "seen_at"]
    list_filter = [BySeen]
    list_select_related = ["organization", "content_type", "by", "seen_by"]
    search_fields = ["title", "organization__name_bg"]
    inspect_view_fields = ["title", "organization", "what", "by", "published_at", "seen_at", "seen_by"]
    list_export = inspect_view_fields
    export_name = "bez-pregled"
    verbs = {"seen": Verb(gettext_lazy("Seen"), lambda row: row.seen_at is None, mark_seen)}

    def what(self, row) -> str:
        model = row.content_type.model_class()
        return str(model._meta.verbose_name) if model else ""

    what.short_description = gettext_lazy("what")

    def links(self, row) -> list[tuple[str, str]]:
        address = row.thing and AdminURLFinder().get_edit_url(row.thing)
        return [(_("Open it"), address)] if address else []


modeladmin_register(SelfPublishedRegister)


@hooks.register("register_office_news")
def not_seen_yet(user):
    if not user.has_perm("members.change_selfpublished"):
        return []
    count = SelfPublished.objects.filter(seen_at=None).count()
    words = ngettext("%(n)d text published without review", "%(n)d texts published without review", count)
    return [(count, words % {"n": count}, "members_selfpublished_modeladmin_index", "?seen=no")]
