from django.conf import settings
from django.shortcuts import redirect

from core.views.private import private
from members.joining import keys
from members.joining.forms import CodeForm
from members.joining.problems import problems
from members.joining.views.mine import is_slowed_down, mine, remember, show
from members.models import Application


def start(page, request):
    """What joining means and what it takes. A reader without a session gets no cookie here."""
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
    return page.render(request, context_overrides={"going_on": mine(request) if has_session else None})


def person(page, request):
    """For who comes alone: a profile of one's own, or access to an organisation that is here."""
    return show(page, request, "person")


@private
def go_on(page, request, key):
    """The link in letters. From here on the browser knows the key; it stands in no further address."""
    application = Application.objects.filter(key=key).first()
    if application is None:
        return lost(page, request, status=404)
    remember(request, application)
    return redirect(keys.address("sastoyanie"))


@private
def code(page, request):
    """The digits that were told by phone or printed on paper."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    status = 200
    if form.is_bound and is_slowed_down(request, "join-code", form):
        status = 429
    elif form.is_valid():
        remember(request, form.application)
        return redirect(keys.address("sastoyanie"))
    return show(page, request, "code", status, form=form, problems=problems(form))


def lost(page, request, status=200):
    """The browser no longer knows the application, or it was not gone on with and is deleted."""
    return show(page, request, "lost", status)
