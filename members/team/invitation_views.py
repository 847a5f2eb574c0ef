"""What opens behind the link of an invitation, and for whom."""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from members import invitations
from members.affiliations import State
from members.invitations import NotOpen
from members.masked import masked
from members.models import Affiliation, User
from members.team.forms import NewcomerForm, may


@never_cache
def invitation(request, token: str):
    """Explained to whoever opens it; accepted only by whose address it was sent to."""
    found = invitations.find(token)
    if found is None:
        return render(request, "members/team/no_invitation.html", status=404)
    if found.state == State.ACTIVE and found.person == request.user:
        return redirect("members:profile")
    situation = _situation(request, found)
    form = NewcomerForm(found, request.POST if request.method == "POST" else None) if situation == "newcomer" else None
    if request.method == "POST":
        answer = _act(request, found, situation, form)
        if answer:
            return answer
    context = {
        "invitation": found,
        "organization": found.organization,
        "situation": situation,
        "form": form,
        "may": may(found.role),
        "address": masked(found.email),
    }
    return render(request, "members/team/invitation.html", context)


def _situation(request, found: Affiliation) -> str:
    """Which of the few things this page can be."""
    if found.state != State.INVITED:
        return "used" if found.state == State.ACTIVE else "taken-back"
    if found.is_expired:
        return "expired"
    if request.user.is_authenticated:
        return "mine" if invitations.owns(request.user, found.email) else "somebody-else"
    owner = invitations.person_of(found.email)
    if owner is None and not User.objects.filter(email=found.email, is_active=False).exists():
        return "newcomer"
    return "log-in" if owner and owner.is_active else "closed"


def _act(request, found, situation, form):
    verb = request.POST.get("do")
    if situation == "expired" and verb == "again":
        invitations.ask_again(found)
        messages.success(request, _("Your wish is on its way; a new letter comes when the organisation sends it."))
        return redirect(request.path)
    if situation in ("mine", "newcomer", "log-in") and verb == "decline":
        invitations.decline(found)
        return redirect(request.path)
    if situation == "mine" and verb == "accept":
        return _accept(request, found, request.user)
    if situation == "newcomer" and form.is_valid():
        return _welcome(request, found, form.cleaned_data)
    return None


def _accept(request, found, person):
    try:
        place = invitations.accept(found, person)
    except NotOpen:
        return redirect(request.path)
    messages.success(request, _inside(place))
    return redirect("members:profile")


def _welcome(request, found, data):
    """The link came to the address, so it is confirmed: no second letter, and the new person is in."""
    try:
        place = invitations.accept_as_newcomer(found, data["display_name"], data["password"] or None)
    except NotOpen:
        return redirect(request.path)
    messages.success(request, _inside(place))
    record_authentication(request, place.person, method="invitation", email=found.email)
    login = Login(user=place.person, email=found.email, redirect_url=reverse("members:profile"))
    return perform_login(request, login)


def _inside(place: Affiliation) -> str:
    words = {"organization": place.organization.name, "role": place.get_role_display()}
    return _("You are in the team of %(organization)s as %(role)s.") % words
