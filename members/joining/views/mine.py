"""Which application this browser is filling in."""

from uuid import UUID

from django.utils.translation import gettext as _

from core.rate_limit import too_many
from members.models import Application

KEPT_AS, BEGUN, MOST = "application", "applications", 10
HOUR = 3600
AN_HOUR = {"join": 20, "join-code": 20, "join-letter": 6, "join-address": 6}


def mine(request) -> Application | None:
    """The one that the form says it is about, else the one begun last: each tab may have its own."""
    number = request.POST.get("application", "")
    if number.isascii() and number.isdecimal() and len(number) < 19:
        begun = Application.objects.filter(pk=number, key__in=request.session.get(BEGUN, [])).first()
        if begun:
            return begun
    return with_key(request.session.get(KEPT_AS, ""))


def with_key(key: str) -> Application | None:
    try:
        return Application.objects.filter(key=UUID(key)).first()
    except ValueError:
        return None


def remember(request, application: Application) -> None:
    key = str(application.key)
    request.session[KEPT_AS] = key
    request.session[BEGUN] = [*(one for one in request.session.get(BEGUN, []) if one != key), key][-MOST:]


def is_slowed_down(request, what: str, form) -> bool:
    """Whether too much came from this address within an hour; the form then says so."""
    if not too_many(request, what, AN_HOUR[what], HOUR):
        return False
    form.add_error(None, _("Too many attempts from here in one hour. What you wrote is still below; try again later."))
    return True


def show(page, request, name: str, status: int = 200, **shown):
    response = page.render(request, template=f"members/joining/{name}.html", context_overrides=shown)
    response.status_code = status
    return response


def show_to_the_writer(page, request, name: str, **shown):
    """With the addresses that he or she gave, which are shown to nobody else."""
    response = show(page, request, name, **shown)
    response.shows_addresses = True
    return response
