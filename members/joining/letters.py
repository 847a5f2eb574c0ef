"""Letters about an application: to who applies in the language of the application, and to the office."""

from hashlib import sha256

from django.db.models import QuerySet
from django.utils import timezone, translation

from core import mail
from members.joining import keys
from members.models import Application, User
from members.permissions import who_may


def begun(application: Application) -> None:
    """How to go on later."""
    _post(application, "begun", link=keys.link_to_go_on(application))


def entered(application: Application) -> None:
    """The office entered it; here is how to finish it. Asked for again, again: at most one a minute."""
    mark = f":{timezone.now():%Y%m%d%H%M}"
    _post(application, "entered", mark, link=keys.link_to_go_on(application))


def received(application: Application) -> None:
    """It was sent; the address is to be confirmed."""
    _post(application, "received", link=keys.link_to_confirm(application))


def received_again(application: Application) -> None:
    """Asked for: at most one a minute."""
    mark = f":{timezone.now():%Y%m%d%H%M}"
    _post(application, "received", mark, link=keys.link_to_confirm(application))


def talking(application: Application, words: str) -> None:
    _post(application, "talking", words=words, link=keys.link_to_go_on(application))


def approved(application: Application) -> None:
    _post(application, "approved", link=keys.link_to_go_on(application))


def declined(application: Application) -> None:
    _post(application, "declined", f":{application.decided_at:%Y%m%d%H%M%S}", link=keys.link_to_go_on(application))


def tell_the_office(application: Application) -> None:
    for person in office():
        with translation.override(person.language_of_letters):
            context = {"application": application, "kind": application.get_kind_display()}
        key = f"application:{application.pk}:office:{person.pk}"
        mail.post(key, [person.email], "joining/office", context, person.language_of_letters)


def office() -> QuerySet[User]:
    """Who decides about applications; where nobody was given that, the administrators."""
    who = who_may("members", "change_application").filter(is_superuser=False)
    return who if who.exists() else User.objects.filter(is_superuser=True, is_active=True)


def _post(application: Application, name: str, mark: str = "", **context) -> None:
    """One of a kind to each address."""
    if not application.email:
        return
    address = sha256(application.email.encode()).hexdigest()[:12]
    key = f"application:{application.key}:{name}{mark}:{address}"
    context |= {"application": application}
    mail.post(key, [application.email], f"joining/{name}", context, application.language)
