"""Once a day: the office is told a month before each step, and what was told goes when its day comes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core import mail
from core.dates import day
from core.regularly import tick
from events.models import Event, EventErasure
from events.retention.erasing import erase, erase_contacts
from events.retention.rules import contacts_erased_from, erased_from, months_after
from members.permissions import who_may

AHEAD = timedelta(days=30)
FROM_HOUR = 6
ONE_DAY = 24 * 60 * 60


@receiver(tick)
def look_daily(**_signal) -> None:
    now = timezone.localtime()
    if now.hour >= FROM_HOUR and cache.add(f"events:retention:{now:%Y-%m-%d}", True, ONE_DAY):
        look(now.date())


def look(today: date) -> None:
    """Safe to run twice on a day."""
    for event in _with_data(today):
        contacts_go, names_go = contacts_erased_from(event), erased_from(event)
        if names_go == contacts_go:
            _tell_or_erase(event, EVERYTHING, names_go, today)
            continue
        _tell_or_erase(event, CONTACTS, contacts_go, today)
        if names_go is None:
            _ask_for_the_audit_date(event, today)
        elif names_go <= today + AHEAD:
            _tell_or_erase(event, NAMES, names_go, today)


def _with_data(today: date):
    """Ended, with something of somebody in it, and near enough to the end of the shortest period."""
    registered = Event.objects.filter(registrations__isnull=False, erasure__erased_at=None)
    latest_end = timezone.now() + AHEAD - timedelta(days=28)
    found = registered.filter(ends_at__lte=latest_end).select_related("funding", "organization", "erasure").distinct()
    return [event for event in found if months_after(_ended(event), event.retention_months) <= today + AHEAD]


def _ended(event: Event) -> date:
    return timezone.localdate(event.ends_at)


@dataclass(frozen=True)
class Step:
    """What goes together: where its day stands in `EventErasure`, and how the letter says it."""

    key: str
    announced: str
    erased: str
    erase: Callable[[int], bool]
    lines: Callable[[dict], list[str]]


@transaction.atomic
def _tell_or_erase(event: Event, step: Step, on: date, today: date) -> None:
    """Never without a month's notice; who put the day off is told of the new one."""
    erasure, _is_new = EventErasure.objects.select_for_update().get_or_create(event=event)
    if getattr(erasure, step.erased):
        return
    announced_for = getattr(erasure, step.announced)
    if announced_for is None or on > announced_for:
        announced_for = max(on, today + AHEAD)
        setattr(erasure, step.announced, announced_for)
        erasure.save(update_fields=[step.announced])
        _write(event, f"{step.key}:{announced_for}", _announcement(step, announced_for))
    elif announced_for <= today:
        step.erase(event.pk)


@transaction.atomic
def _ask_for_the_audit_date(event: Event, today: date) -> None:
    """Once a month, as long as it is not written into the funding record."""
    erasure, _is_new = EventErasure.objects.select_for_update().get_or_create(event=event)
    if erasure.audit_asked_on is None or erasure.audit_asked_on + AHEAD <= today:
        erasure.audit_asked_on = today
        erasure.save(update_fields=["audit_asked_on"])
        _write(event, f"audit-date:{today}", _question)


def _announcement(step: Step, on: date):
    def lines(title: str) -> tuple[str, list[str]]:
        return _("Personal data will be erased: %(title)s") % {"title": title}, step.lines(
            {"day": day(on), "title": title}
        )

    return lines


def _of_everything(about: dict) -> list[str]:
    return [
        _("On %(day)s the names, contact data and answers of those registered for “%(title)s” are erased, and with "
          "them the signed sheets. The numbers stay.") % about,
        _before_that(),
    ]  # fmt: skip


def _of_contacts(about: dict) -> list[str]:
    return [
        _("On %(day)s the contact data, notes, answers and letters of those registered for “%(title)s” are erased, and "
          "the names of those who did not come.") % about,
        _("The attendance list, the certificates and the signed sheets stay until the funder may last ask for them."),
        _("Download the dossier before that if the letters are still needed in it. If the contact data must be kept "
          "longer, write more months into the event."),
    ]  # fmt: skip


def _of_names(about: dict) -> list[str]:
    return [
        _("On %(day)s the names of those who came to “%(title)s” are erased, and with them the signed sheets. "
          "The numbers stay.") % about,
        _before_that(),
    ]  # fmt: skip


def _before_that() -> str:
    return _(
        "Download the dossier before that if it is still needed. If it must be kept longer, write the date into "
        "the funding record, or more months into the event."
    )


EVERYTHING = Step("erasure", "announced_for", "erased_at", erase, _of_everything)
CONTACTS = Step("erasure-of-contacts", "contacts_announced_for", "contacts_erased_at", erase_contacts, _of_contacts)
NAMES = Step("erasure", "announced_for", "erased_at", erase, _of_names)


def _question(title: str) -> tuple[str, list[str]]:
    return _("Until when is the evidence kept? %(title)s") % {"title": title}, [
        _("The period of “%(title)s” is over, but its funding record does not say until when the funder may ask for "
          "attendance lists. The names of those who came and the signed sheets stay until that day is written there.")
        % {"title": title}
    ]  # fmt: skip


def _write(event: Event, what: str, words) -> None:
    for person in who_may("events", "change_event"):
        code = person.language_of_letters
        with translation.override(code):
            subject, lines = words(event.title_in(code).text)
            context = {
                "subject": subject,
                "lines": lines,
                "button": _("The event in the admin"),
                "link": settings.BASE_URL + reverse(event.snippet_viewset.get_url_name("inspect"), args=[event.pk]),
                "why": _("You get this letter because you are of the network's office."),
            }
            mail.post(f"event:{event.pk}:{what}:{person.pk}", [person.email], "note", context, code)
