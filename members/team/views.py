"""The people of an organisation: seen, invited, given a role and removed by its managers."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from core.rate_limit import too_many
from core.views.sent import sent_to
from members import invitations
from members.affiliations import OPEN, State
from members.enums import Role
from members.invitations import AlreadyInside, NotOpen
from members.models import Affiliation
from members.permissions import may_manage_people
from members.team import actions
from members.team.doors import for_managers
from members.team.forms import DecisionForm, InviteForm, RoleForm

PER_HOUR = 40


@for_managers
def team(request, organization):
    """Everybody who is in it, who is invited and who asks, with what can be done; below the form for an invitation."""
    form = InviteForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _invited(request, organization, form):
        messages.success(request, _("The invitation is on its way to %(email)s.") % form.cleaned_data)
        return redirect("members:team", organization.slug)
    return _page(request, organization, form)


@for_managers
def change_role(request, organization, pk):
    place = _place(organization, pk, State.ACTIVE)
    form = RoleForm(request.POST)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_role(place, form.cleaned_data["role"], request.user)
        except actions.LastManager:
            messages.error(request, _last_manager())
        else:
            messages.success(request, _("Saved."))
    return _back(request, organization)


@for_managers
def remove(request, organization, pk):
    """Asks once; a person who is out already stays out. An invitation that nobody took up is no person."""
    place = _place(organization, pk, State.ACTIVE, State.ENDED)
    if place.person is None:
        raise Http404
    if request.method != "POST":
        if not actions.may_go(place, request.user):
            messages.error(request, _last_manager())
            return _back(request, organization)
        context = {"organization": organization, "place": place, "is_self": place.person == request.user}
        return render(request, "members/team/remove.html", context)
    try:
        actions.remove(place, request.user)
    except actions.LastManager:
        messages.error(request, _last_manager())
    else:
        messages.success(request, _("%(name)s is no longer in the team.") % {"name": place.person.get_full_name()})
    return _back(request, organization)


@sent_to("members:team", "slug")
@for_managers
def send_again(request, organization, pk):
    try:
        invitations.send_again(_place(organization, pk, State.INVITED, State.ENDED))
    except NotOpen:
        messages.error(request, _("This invitation was used or taken back in the meantime."))
    else:
        messages.success(request, _("The invitation is sent again."))
    return _back(request, organization)


@sent_to("members:team", "slug")
@for_managers
def withdraw(request, organization, pk):
    invitations.withdraw(_place(organization, pk, State.INVITED, State.ENDED))
    messages.success(request, _("The invitation is taken back; its link no longer works."))
    return _back(request, organization)


@sent_to("members:team", "slug")
@for_managers
def decide(request, organization, pk):
    place = _place(organization, pk, *State.values)
    form = DecisionForm(request.POST)
    if place.state != State.ASKED:
        messages.info(request, _("Somebody has decided about this request already."))
    elif not form.is_valid():
        return _page(request, organization, InviteForm(), wrong={place.pk: form})
    elif form.cleaned_data["decision"] == "grant":
        actions.grant(place, form.cleaned_data["role"], request.user)
        messages.success(request, _("%(name)s is in the team.") % {"name": place.person.get_full_name()})
    else:
        actions.refuse(place, form.cleaned_data["reason"], request.user)
        messages.success(request, _("The request is declined; the person gets a letter."))
    return _back(request, organization)


def _invited(request, organization, form) -> bool:
    if too_many(request, f"invite-{organization.pk}", PER_HOUR, 3600):
        form.add_error(None, _("Too many invitations in one hour. Please send the rest later."))
        return False
    data = form.cleaned_data
    try:
        invitations.invite(organization, data["email"], data["role"], name=data["name"], by=request.user)
    except AlreadyInside:
        form.add_error("email", _("This person is in the team already; change the role in the list above."))
        return False
    return True


def _page(request, organization, form, wrong=None):
    places = (
        Affiliation.objects.filter(organization=organization, state__in=OPEN).select_related("person").order_by("pk")
    )
    people = sorted((one for one in places if one.state == State.ACTIVE and one.person.is_active), key=_managers_first)
    context = {
        "organization": organization,
        "form": form,
        "people": [(one, RoleForm(initial={"role": one.role}, auto_id=f"id_{one.pk}_%s")) for one in people],
        "invitations": [one for one in places if one.state == State.INVITED],
        "requests": [
            (one, (wrong or {}).get(one.pk) or DecisionForm(auto_id=f"id_{one.pk}_%s"))
            for one in places
            if one.state == State.ASKED
        ],
    }
    return render(request, "members/team/team.html", context)


def _managers_first(place: Affiliation):
    return [Role.MANAGER, Role.EDITOR, Role.TRAINER, Role.MEMBER].index(place.role), place.person.get_full_name()


def _place(organization, pk, *states) -> Affiliation:
    places = Affiliation.objects.select_related("person", "organization")
    return get_object_or_404(places, pk=pk, organization=organization, state__in=states)


def _back(request, organization):
    """To the list, or to the own profile for who has just given the right away."""
    if may_manage_people(request.user, organization):
        return redirect("members:team", organization.slug)
    return redirect("members:profile")


def _last_manager() -> str:
    return _("You are the only manager. Make somebody else a manager first, or write to the network's office.")
