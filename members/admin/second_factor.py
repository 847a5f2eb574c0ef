"""The office takes a lost second factor off a profile: for who has no phone any more, or never had one."""

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.decorators import user_passes_test
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.log_actions import log

from core import mail
from members.models import User

ACTION = "members.reset_second_factor"


@user_passes_test(lambda user: user.is_superuser)
def reset(request, pk: int):
    """Asks first; only administrators, and nobody for the own profile: that would be a way round the factor."""
    person = get_object_or_404(User, pk=pk, erased_at=None)
    if person == request.user:
        raise PermissionDenied
    if request.method == "POST":
        take_off(person, by=request.user)
        messages.success(request, _("%(name)s sets up a new second factor at the next log-in.") % {"name": person})
        return redirect("wagtailusers_users:edit", pk)
    return render(request, "members/admin/reset_second_factor.html", {"person": person})


@transaction.atomic
def take_off(person: User, by: User) -> None:
    """Factors and recovery codes go, every open log-in ends, the person is told; a second click finds nothing."""
    person = User.objects.select_for_update().get(pk=person.pk)
    removed, _kinds = person.authenticator_set.all().delete()
    for session in UserSession.objects.filter(user=person):
        session.end()
    if not removed:
        return
    log(instance=person, action=ACTION, user=by)
    code = person.language_of_letters
    with translation.override(code):
        context = {
            "subject": _("Your second factor was removed"),
            "lines": [
                _("The network's office removed the second factor of your profile and logged you out everywhere."),
                _("Log in and set up a new one. Was it not you who asked for it? Call the office at once."),
            ],
            "button": _("Log in"),
            "link": settings.BASE_URL + reverse("account_login"),
            "why": _("You get this letter at every change of how you log in, so that nobody does it behind your back."),
        }
        mail.post(f"factor-removed:{person.pk}:{timezone.now().isoformat()}", [person.email], "note", context, code)


@hooks.register("register_admin_urls")
def urls():
    return [path("hora/<int:pk>/vtori-faktor/", reset, name="reset_second_factor")]


@hooks.register("register_log_actions")
def words_for_the_log(actions):
    label = gettext_lazy("Second factor removed")
    actions.register_action(ACTION, label, label)
