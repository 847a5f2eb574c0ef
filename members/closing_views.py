"""A person closes the own profile for good."""

import time

from allauth.account import app_settings
from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from django import forms
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from members.erasure import erase, is_last_administrator, organizations_without


class ClosingForm(forms.Form):
    sure = forms.BooleanField(label=_("I understand that this cannot be undone."))


@never_cache
@login_required
@reauthentication_required
@transaction.atomic
def close(request):
    """Explained, asked once more who it is, refused while something hangs on this person alone."""
    hindrances = {
        "organizations": organizations_without(request.user),
        "is_last_administrator": is_last_administrator(request.user),
    }
    if _came_long_ago(request):
        again = f"{reverse('account_request_login_code')}?{urlencode({'next': request.path})}"
        return render(request, "members/closing/log_in_again.html", {"again": again})
    form = ClosingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and not any(hindrances.values()):
        erase(request.user)
        logout(request)
        return redirect("members:closed")
    return render(request, "members/closing/close.html", hindrances | {"form": form})


def closed(request):
    return render(request, "members/closing/closed.html")


def _came_long_ago(request) -> bool:
    """Who has no password and no second factor cannot be asked for one: a fresh log-in by letter takes its place."""
    if get_reauthentication_flows(request.user):
        return False
    records = get_authentication_records(request, request.user)
    latest = max((record["at"] for record in records), default=0)
    return time.time() - latest > app_settings.REAUTHENTICATION_TIMEOUT
