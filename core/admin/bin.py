"""The bin in the admin: every way of deleting a page ends here, and from here it comes back."""

from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import ListView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.utils import type_to_delete_confirmation
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from core import bin
from core.models import BasePage
from core.permissions import PagesOutsideTheBin
from core.views.sent import sent_to

# Explorer, search, reports and sidebar all ask this one object which pages a person finds; Wagtail has no hook for it.
page_permission_policy.__class__ = PagesOutsideTheBin


class BinView(WagtailAdminTemplateMixin, ListView):
    """What this person may bring back, newest first."""

    page_title = gettext_lazy("Bin")
    header_icon = "bin"
    template_name = "core/admin/bin.html"
    paginate_by = 50

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_queryset(self):
        rows = bin.entries().select_related("locale").defer_streamfields().specific()
        return [page for page in rows if bin.may_restore(self.request.user, page)]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        who = bin.deleted_by(context["object_list"])
        for page in context["object_list"]:
            page.deleted_by = who.get(page.pk)
            page.count_below = page.get_descendant_count()
        return context | {"may_empty": bin.may_empty(self.request.user)}


@sent_to("bin:index")
def restore(request, pk: int):
    """Safe to press twice: the second time there is nothing left to do."""
    page = get_object_or_404(BasePage, pk=pk)
    if not bin.may_restore(request.user, page):  # nor may others learn its title
        raise PermissionDenied
    try:
        restored = bin.restore(page, request.user)
    except bin.ParentInBin as above:
        messages.error(request, _("First restore “%(title)s”, the page above.") % {"title": above.parent.title})
        return redirect("bin:index")
    if restored is None:
        messages.warning(request, _("“%(title)s” is back already.") % {"title": page.title})
        return redirect("bin:index")
    text = _("“%(title)s” is published again.") if restored.live else _("“%(title)s” is back as a draft.")
    edit = messages.button(reverse("wagtailadmin_pages:edit", args=[restored.pk]), _("Edit"))
    messages.success(request, text % {"title": restored.title}, buttons=[edit])
    return redirect("bin:index")


def empty(request, pk: int):
    """Delete for good: asked once more, only by the office."""
    page = get_object_or_404(bin.entries(), pk=pk)
    if not bin.may_empty(request.user):
        raise PermissionDenied
    if request.method != "POST":
        return render(request, "core/admin/empty_bin.html", {"page": page})
    try:
        bin.empty(page, request.user)
    except bin.TranslationNeedsIt as needed:
        messages.error(request, NEEDED % {"title": needed.page.title})
    else:
        messages.success(request, _("“%(title)s” is deleted for good.") % {"title": page.title})
    return redirect("bin:index")


NEEDED = gettext_lazy("“%(title)s” stays: its text in the other language hangs on it. Delete that one first.")


@hooks.register("register_admin_urls")
def urls():
    patterns = [
        path("", BinView.as_view(), name="index"),
        path("<int:pk>/restore/", restore, name="restore"),
        path("<int:pk>/delete/", empty, name="empty"),
    ]
    return [path("bin/", include((patterns, "bin")))]


@hooks.register("register_admin_menu_item")
def menu_item():
    return MenuItem(gettext_lazy("Bin"), reverse("bin:index"), name="bin", icon_name="bin", order=900)


@hooks.register("register_permissions")
def permissions():
    return Permission.objects.filter(content_type__app_label="core", codename="delete_basepage")


@hooks.register("register_log_actions")
def log_actions(actions):
    away = gettext_lazy("Put into the bin")
    actions.register_action(bin.PUT, away, away)
    back = gettext_lazy("Restored from the bin")
    actions.register_action(bin.RESTORED, back, back)


@hooks.register("before_delete_page")
def delete_one(request, page):
    if request.method != "POST" or not type_to_delete_confirmation(request):
        return None
    parent = page.get_parent()
    bin.put(page, request.user)
    _say_deleted(request, [page])
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_explore", args=[parent.pk]))


@hooks.register("before_bulk_action")
def delete_many(request, action_type, objects, action):
    if action_type != "delete" or action.model is not Page:
        return None
    pages = sorted(objects, key=lambda page: page.depth)
    for page in pages:
        bin.put(page, request.user)
    _say_deleted(request, pages)
    return redirect(action.next_url)


def _say_deleted(request, pages) -> None:
    if not pages:
        return
    text = ngettext("%(count)d page is in the bin.", "%(count)d pages are in the bin.", len(pages))
    look = messages.button(reverse("bin:index"), _("To the bin"))
    messages.success(request, text % {"count": len(pages)}, buttons=[look])
