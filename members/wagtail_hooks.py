from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages

from core.admin.doors import holders, open_to
from members.admin import (  # noqa: F401 – they register themselves
    applications,
    first_steps,
    offer_messages,
    offers,
    organizations,
    partnership_panel,
    partnership_report,
    partnerships,
    places,
    second_factor,
    self_published,
    team_desk,
)
from members.erasure import erase
from members.models import Application, Organization, User
from members.permissions import LAST_ADMINISTRATOR, others_administer

open_to(holders("members.agreedtexts"), "wagtailsettings:*")


@hooks.register("register_office_news")
def applications_that_wait(user):
    if not user.has_perm("members.change_application"):
        return []
    count = Application.objects.filter(state=Application.State.NEW).count()
    words = ngettext("%(n)d new application to join", "%(n)d new applications to join", count) % {"n": count}
    return [(count, words, "members_application_modeladmin_index", "?state=new")]


@hooks.register("before_bulk_action")
def keep_an_administrator_in_bulk(request, action_type, people, action):
    if action.model is not User:
        return None
    if not request.user.is_superuser and (action_type == "assign_role" or any(each.is_superuser for each in people)):
        raise PermissionDenied
    if action_type == "assign_role":
        return _keep_teams_out(request, action.cleaned_form.cleaned_data["role"])
    if action_type not in ("delete", "set_active_state"):
        return None
    data = action.cleaned_form.cleaned_data
    if not data.get("mark_as_active") and not others_administer(besides=people):
        return _refuse(request)
    return _erase(request, people) if action_type == "delete" else None


@hooks.register("before_delete_user")
def keep_an_administrator(request, person):
    if request.method != "POST":
        return None
    if person.is_superuser and not others_administer(besides=[person]):
        return _refuse(request)
    return _erase(request, [person])


def _erase(request, people):
    """What somebody wrote must stay somebody's: nobody is deleted with all that hangs on him."""
    for person in people:
        erase(person)
    count = len(people)
    said = ngettext("%(n)d profile is deleted.", "%(n)d profiles are deleted.", count) % {"n": count}
    stays = _("What was written stays.")
    messages.success(request, f"{said} {stays}")
    return redirect("wagtailusers_users:index")


def _keep_teams_out(request, group):
    """The groups of organisations follow who is in them, and nothing else."""
    if Organization.objects.filter(editors=group).exists():
        messages.error(request, _("Roles in organisations are given on the page of their people."))
        return redirect("wagtailusers_users:index")
    return None


def _refuse(request):
    messages.error(request, LAST_ADMINISTRATOR)
    return redirect("wagtailusers_users:index")


def _account_link(name: str, label, help_text):
    def item(request):
        return {"url": reverse(name), "label": label, "help_text": help_text}

    hooks.register("register_account_menu_item", item)


_account_link("account_email", _("E-mail"), _("The address you log in with."))
_account_link("account_change_password", _("Password"), _("Change it or set one."))
_account_link("mfa_index", _("Second factor"), _("Authenticator app, passkeys and recovery codes."))


@hooks.register("insert_global_admin_css")
def demo_banner_style() -> str:
    """For the banner of templates/wagtailadmin/base.html."""
    if settings.REQUIRE_SECOND_FACTOR:
        return ""
    return format_html('<link rel="stylesheet" href="{}">', static("css/demo_banner.css"))
