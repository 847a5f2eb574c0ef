"""Every address of the portal; Bulgarian at /, English at /en/."""

from pathlib import Path

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path, re_path
from wagtail.admin import urls as wagtailadmin_urls

from core.views import documents, health, pages

urlpatterns = [
    path("healthz/", include(health.urlpatterns)),
    path("", include("home.seo_urls")),
    path("admin/", include("members.admin_login_urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("fayl/", include("resources.urls")),
    path("documents/<int:document_id>/<path:document_filename>", documents.serve, name="wagtaildocs_serve"),
]
if settings.DEBUG:
    for folder in ("images", "avatar_images"):  # as on a server: originals and documents have no address of their own
        urlpatterns += static(f"{settings.MEDIA_URL}{folder}/", document_root=Path(settings.MEDIA_ROOT, folder))

urlpatterns += i18n_patterns(
    path("", include("events.urls")),
    path("accounts/", include("members.account_urls")),
    path("tarsene/", include("search.urls")),
    path("vhod/", include("events.checkin.urls")),
    path("uchene/", include("resources.learning.urls")),
    path("udostoverenie/", include("core.certificates.urls")),
    path("mnenie/", include("events.feedback.urls")),
    path("", include("core.urls")),
    path("", include("members.urls")),
    re_path(r"^((?:[\w\-]+/)+[\w\-]+\.(?:csv|json|ics|pdf))$", pages.serve),
    re_path(r"^((?:[\w\-]+/)*)$", pages.serve, name="wagtail_serve"),
    prefix_default_language=False,
)

handler400 = "core.views.errors.bad_request"
handler403 = "core.views.errors.forbidden"
handler404 = "core.views.errors.not_found"
handler500 = "core.views.errors.broken"
