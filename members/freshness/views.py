from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from core.views.private import private
from members.freshness.actions import confirm
from members.freshness.rules import is_due
from members.models import Organization


@private
@login_required
def still_right(request, slug: str):
    """What the profile says, and a button for its editors: it still holds. Opening the link changes nothing."""
    organization = get_object_or_404(Organization.objects.of_editor(request.user).filter(live=True), slug=slug)
    today = timezone.localdate()
    if request.method == "POST":
        confirm(organization, request.user, today)
        messages.success(request, _("Thank you. The profile now shows that it was confirmed today."))
        return redirect(request.path)
    context = {
        "organization": organization,
        "is_due": is_due(organization, today),
        "contacts": organization.contacts.all(),
        "strategy": organization.strategies.order_by("-period").first(),
    }
    return render(request, "members/freshness/still_right.html", context)
