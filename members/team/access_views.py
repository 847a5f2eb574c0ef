"""Who asks to be let into an organisation, and who leaves one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from core.rate_limit import too_many
from members.affiliations import State, ask
from members.models import Affiliation, Organization
from members.team.actions import LastManager, is_last_manager, remove
from members.team.forms import AskForm

PER_DAY = 5


@never_cache
@login_required
def ask_access(request, slug):
    """„Вече е член – поискайте достъп“: one open request per person and organisation."""
    organization = get_object_or_404(Organization.objects.visible_to(request.user), slug=slug)
    form = AskForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and not _asks_too_much(request, form):
        ask(request.user, organization, form.cleaned_data["message"])
        return redirect("members:ask-access", slug)
    places = Affiliation.objects.of(request.user).filter(organization=organization)
    place = places.filter(state__in=[State.ASKED, State.ACTIVE]).first()
    return render(request, "members/team/ask.html", {"organization": organization, "place": place, "form": form})


def _asks_too_much(request, form) -> bool:
    """Each request writes to the managers of an organisation; nobody belongs to dozens."""
    if not too_many(request, f"ask-access-{request.user.pk}", PER_DAY, 24 * 3600):
        return False
    form.add_error(None, _("You asked for access to many organisations today. Please ask for the others tomorrow."))
    return True


@never_cache
@login_required
@transaction.atomic
def leave_team(request, pk):
    """A person leaves an organisation of his or her own accord; asked once."""
    place = get_object_or_404(
        Affiliation.objects.of(request.user).select_related("organization", "person"),
        pk=pk,
        state__in=[State.ACTIVE, State.ENDED],
    )
    if request.method == "POST":
        try:
            remove(place, request.user)
        except LastManager:
            messages.error(
                request,
                _("You are the only manager. Make somebody else a manager first, or write to the network's office."),
            )
        else:
            messages.success(request, _("You left %(name)s.") % {"name": place.organization.name})
        return redirect("members:profile")
    context = {"place": place, "organization": place.organization, "is_last_manager": is_last_manager(place)}
    return render(request, "members/team/leave.html", context)
