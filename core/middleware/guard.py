from django.urls import reverse
from wagtail.admin.auth import permission_denied


class GuardAdmin:
    """Only what is open to this person is opened in the admin (core/admin/doors.py, core/admin/guard.py).

    Who is not logged in or has no business in the admin is sent away by Wagtail itself.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        from core.admin.guard import lets_in

        if not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        if not request.user.has_perm("wagtailadmin.access_admin"):
            return None
        found = request.resolver_match
        if lets_in(request, found.view_name if found.url_name else found.route, kwargs):
            return None
        return permission_denied(request)
