from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from core.rate_limit import too_many
from core.views.private import private
from members.joining import actions, keys, letters
from members.joining.reading import read
from members.joining.steps import STEPS, undone
from members.joining.views.mine import AN_HOUR, HOUR, mine, remember, show_to_the_writer
from members.joining.views.start import lost
from members.models import Application

DRAFT = Application.State.DRAFT


@private
def check(page, request):
    """Everything once more, each part with its way back; then send."""
    application = mine(request)
    if application is None:
        return lost(page, request)
    if application.state != DRAFT:
        return redirect(keys.address("sastoyanie"))
    if request.method == "POST":
        try:
            actions.send(application)
            return redirect(keys.address("sastoyanie"))
        except actions.NotReady as error:
            messages.error(request, error.message)
    missing = undone(application)
    shown = {"parts": read(application, missing), "steps": STEPS, "missing": missing, "application": application}
    return show_to_the_writer(page, request, "pregled", **shown)


@private
def state(page, request):
    """How the application stands; a draft goes on where it was left."""
    application = mine(request)
    if application is None:
        return lost(page, request)
    if application.state == DRAFT:
        return redirect(keys.address(next((step.slug for step in undone(application)), "pregled")))
    if request.method == "POST" and not application.email_confirmed_at:
        if too_many(request, "join-letter", AN_HOUR["join-letter"], HOUR):
            messages.error(request, _("The letter was sent several times. Look in the spam folder too."))
        else:
            letters.received_again(application)
            messages.success(request, _("The letter is sent once more."))
        return redirect(keys.address("sastoyanie"))
    return show_to_the_writer(page, request, "sastoyanie", application=application)


@private
def confirm(page, request, key, proof: str):
    """The link in the letter; a button, because machines follow links. Pressing it again does no harm."""
    application = Application.objects.filter(key=key).first()
    if application is None or not keys.proves(application, proof):
        return lost(page, request, status=404)
    if request.method == "POST" and actions.confirm_email(application, proof):
        remember(request, application)
        return redirect(keys.address("sastoyanie"))
    return show_to_the_writer(page, request, "potvardi", application=application)
