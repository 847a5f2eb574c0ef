from django.core.exceptions import PermissionDenied

from members import second_factor

DOOR = "/admin/"
OUTSIDE = ("/admin/login/", "/admin/logout/", "/admin/password_reset/")


class SecondFactor:
    """Who may enter the admin has a second factor and used it in this session (settings.REQUIRE_SECOND_FACTOR)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        path = request.path_info
        if path.startswith(DOOR) and not path.startswith(OUTSIDE) and request.user.is_authenticated:
            if not request.user.has_perm("wagtailadmin.access_admin"):
                # Wagtail would send them to log in, and the log-in, seeing them logged in, back here for ever.
                raise PermissionDenied
            if second_factor.is_missing(request):
                return second_factor.go_and_show_it(request, then=request.get_full_path())
        return self.get_response(request)
