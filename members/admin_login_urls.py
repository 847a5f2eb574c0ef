"""Wagtail's own ways in stay closed: everybody goes through /accounts/login/. Its account page is ours."""

from django.urls import path
from django.views.generic import RedirectView
from wagtail.admin.auth import require_admin_access

from members.admin_account import PersonAccountView

to_login = RedirectView.as_view(pattern_name="account_login", query_string=True)
to_reset = RedirectView.as_view(pattern_name="account_reset_password")

urlpatterns = [
    path("login/", to_login),
    path("password_reset/", to_reset),
    path("password_reset/<path:rest>", RedirectView.as_view(url="/accounts/password/reset/")),
    path("account/", require_admin_access(PersonAccountView.as_view())),
]
