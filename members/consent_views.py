"""Consents are taken back with one button, as they were given."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from core.views.sent import sent_to
from members import consents


@sent_to("members:profile")
@login_required
def give(request, kind):
    if kind not in consents.WORDINGS:
        raise Http404
    consents.record(kind, person=request.user)
    messages.success(request, _("Saved."))
    return redirect("members:profile")


@sent_to("members:profile")
@login_required
def withdraw(request, pk):
    """Without the first three there can be no profile: taking one of them back begins with deleting it."""
    consent = get_object_or_404(request.user.consents, pk=pk)
    if consent.kind in consents.FOR_A_PROFILE:
        return redirect("members:close")
    consents.withdraw(consent)
    messages.success(request, _("Taken back."))
    return redirect("members:profile")
