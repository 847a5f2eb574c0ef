"""Which application this browser is filling in."""

from uuid import UUID

from django.utils.translation import gettext as _

from core.rate_limit import too_many
from members.models import Application

KEPT_AS = "application"
HOUR = 3600
AN_HOUR = {"join": 20, "join-code": 20, "join-letter": 6}


def mine(request) -> Application | None:
    return with_key(request.session.get(KEPT_AS, ""))


def with_key(key: str) -> Application | None:
    try:
        return Application.objects.filter(key=UUID(key)).first()
    except ValueError:
        return None


def remember(request, application: Application) -> None:
    request.session[KEPT_AS] = str(application.key)


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
