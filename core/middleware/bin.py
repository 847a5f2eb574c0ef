from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

PAGE_ARGUMENTS = {"page_id", "parent_page_id", "page_to_move_id", "destination_id"}


class GuardBin:
    """In the admin, any address of a deleted page (edit, history, preview, copy …) leads to the bin."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        from core.models import BasePage

        asked = [kwargs[name] for name in PAGE_ARGUMENTS & kwargs.keys()]
        if not asked or not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        if request.resolver_match.url_name.startswith("wagtailadmin_choose_page"):
            return None  # a window that lists pages; it leaves the bin out by itself
        if not request.user.has_perm("wagtailadmin.access_admin"):
            return None
        if not BasePage.objects.deleted().filter(pk__in=asked).exists():
            return None
        messages.warning(request, _("This page is in the bin. It must be restored before anything else."))
        return redirect("bin:index")
