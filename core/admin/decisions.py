"""A decision about an article is taken once.

Wagtail's editor writes the decision into the form before it sends it. Autosave sends the same form half a second later,
and so does a second press; both would be an error page for the officer.
"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _


def decide_once(request, page):
    """Runs before a page is edited; an answer of its own instead of taking the decision again."""
    if "action-workflow-action" not in request.POST:
        return None
    if not request.accepts("text/html"):  # autosave
        return HttpResponse(status=409)
    if not page.workflow_in_progress:
        messages.info(request, _("The decision on “%(title)s” had been taken already.") % {"title": page.title})
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None
