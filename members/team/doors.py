"""Who may open the pages about the people of an organisation."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache

from members import second_factor
from members.affiliations import lock
from members.models import Organization
from members.permissions import may_manage_people
from members.team.letters import team_path


def for_managers(view):
    """Its managers and the office, with the second factor; for everybody else there is no such page.

    A change is made with the organisation locked and the right asked for once more: of two managers who remove each
    other at the same moment the second has no right any more.
    """

    @never_cache
    @login_required
    @wraps(view)
    def guarded(request, slug, **kwargs):
        organization = get_object_or_404(Organization, slug=slug)
        _refuse_others(request, organization)
        if second_factor.is_missing(request):
            return second_factor.go_and_show_it(request, then=team_path(organization))
        if request.method != "POST":
            return view(request, organization, **kwargs)
        with transaction.atomic():
            organization = lock(organization)
            _refuse_others(request, organization)
            return view(request, organization, **kwargs)

    return guarded


def _refuse_others(request, organization) -> None:
    if not may_manage_people(request.user, organization):
        raise Http404
