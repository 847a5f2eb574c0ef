from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from core import language
from core.site_map import site_map
from members import consents, invitations, own_page, second_factor
from members.affiliations import State
from members.enums import Role
from members.forms import ProfileForm
from members.managers import EDITING
from members.models import User
from members.own_data import views as own_data
from members.team.letters import token_of


@never_cache
@login_required
def profile(request):
    """A person's own page: organisations, name and languages, ways to log in, consents, data."""
    # A copy: what did not pass the form must not show in the header of the same page.
    form = ProfileForm(request.POST or None, instance=User.objects.get(pk=request.user.pk))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("members:profile")
    context = (
        {"form": form, "own_parts": own_page.filled(request.user)}
        | _organizations(request.user)
        | _log_in(request.user)
        | _data(request.user)
    )
    return render(request, "account/profile.html", context)


def _organizations(person) -> dict:
    places = person.affiliations.select_related("organization")
    active = places.active()
    return {
        "places": [(place, place.role in EDITING, place.role == Role.MANAGER) for place in active],
        "requests": places.filter(state=State.ASKED),
        "invitations": [(one, token_of(one)) for one in invitations.waiting_for(person)],
        "directory": next(iter(site_map().of_kind("DirectoryPage", language.active())), None),
    }


def _log_in(person) -> dict:
    kept = person.authenticator_set.filter(type=Authenticator.Type.RECOVERY_CODES).first()
    return {
        "has_second_factor": is_mfa_enabled(person, second_factor.REAL),
        "passkeys": person.authenticator_set.filter(type=Authenticator.Type.WEBAUTHN).count(),
        "codes_left": len(kept.wrap().get_unused_codes()) if kept else None,
        "session_count": UserSession.objects.filter(user=person).count(),
    }


def _data(person) -> dict:
    given = list(consents.in_force(person))
    kinds = {consent.kind for consent in given}
    answered = set(person.consents.values_list("kind", flat=True))
    return {
        "consents": [(consent, consents.in_words(consent)) for consent in given],
        "taken_back": [
            (consent, consents.in_words(consent))
            for consent in person.consents.exclude(withdrawn_at=None).exclude(kind__in=kinds)
        ],
        "wanting": [(kind, consents.WORDINGS[kind].text) for kind in consents.FOR_A_PROFILE if kind not in kinds],
        "possible": [(kind, consents.WORDINGS[kind].text) for kind in consents.FREE if kind not in answered],
        "needed": consents.FOR_A_PROFILE,
        "copy": own_data.ready(person).first(),
        "copy_in_work": person.data_copies.filter(ready_at=None).exists(),
    }
