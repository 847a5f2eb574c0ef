"""Profiles that nobody uses: warned after two years, anonymised half a year later."""

from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core import mail
from members.erasure import erase, is_last_administrator
from members.models import User

WARNED_AFTER = timedelta(days=730)
CLOSED_AFTER = timedelta(days=913)
TIME_TO_ANSWER = CLOSED_AFTER - WARNED_AFTER


def warn(now: datetime | None = None) -> int:
    """One letter to each, with a link to log in; returns how many."""
    now = now or timezone.now()
    number = 0
    for person in quiet_since(now - WARNED_AFTER).filter(warned_at=None):
        with transaction.atomic():
            if User.objects.filter(pk=person.pk, warned_at=None).update(warned_at=now):
                _write(person, now + TIME_TO_ANSWER)
                number += 1
    return number


def close(now: datetime | None = None) -> int:
    """Whoever was warned long enough ago and did not come; never the last administrator. Returns how many."""
    now = now or timezone.now()
    number = 0
    for person in quiet_since(now - CLOSED_AFTER).filter(warned_at__lte=now - TIME_TO_ANSWER):
        with transaction.atomic():
            if not is_last_administrator(person):
                erase(person, because=_not_used)
                number += 1
    return number


def quiet_since(moment: datetime):
    """People who neither logged in nor used an open log-in since then."""
    used = UserSession.objects.filter(user=OuterRef("pk"), last_seen_at__gt=moment)
    people = User.objects.filter(erased_at=None).annotate(latest=Coalesce("last_login", "date_joined"))
    return people.filter(~Exists(used), latest__lte=moment).order_by("pk")


def _not_used() -> str:
    return _("Nobody had logged in with it for thirty months, and our letter stayed without an answer.")


def _write(person: User, last_day: datetime) -> None:
    code = person.language_of_letters
    with translation.override(code):
        day = date_format(timezone.localtime(last_day), "DATE_FORMAT")
        context = {
            "subject": _("Are you still with us?"),
            "lines": [
                _("You have not logged in to the portal for two years."),
                _("Log in until %(day)s and everything stays as it is. Otherwise your name and address are deleted.")
                % {"day": day},
            ],
            "button": _("I am still here"),
            "link": f"{settings.BASE_URL}{reverse('account_login')}?next={reverse('members:profile')}",
            "why": _("You get this letter because we keep no data of people who no longer need the portal."),
        }
        mail.post(f"inactive:{person.pk}:{last_day:%Y-%m-%d}", [person.email], "note", context, code)
