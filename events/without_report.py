"""Events that ended and have no published report; their hosts are reminded three times, then the office sees them."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.cache import cache
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks

from core import mail
from core.dates import day
from core.regularly import tick
from events.enums import State
from events.models import Event
from members.addressees import editors_of

DAYS = (3, 7, 14)
ONE_DAY = 24 * 60 * 60
AGAIN = timedelta(days=30)
"""After a longer stop of the machine nobody is reminded of what was long ago."""


def without_report(moment: datetime):
    """The last first; drafts and what was cancelled have nothing to report."""
    ended = Event.objects.filter(live=True, ends_at__lte=moment).exclude(state=State.CANCELLED)
    return ended.exclude(report__is_published=True).select_related("organization").order_by("-ends_at", "-pk")


@receiver(tick)
def remind(**_signal) -> None:
    """Safe to run twice: a letter has a key for each person and each of the three days. Who missed one gets the last
    that is due, not all of them at once. The cache only spares writing the same letters at every tick."""
    now = timezone.now()
    for event in without_report(now).filter(ends_at__gt=now - AGAIN, ends_at__lte=now - timedelta(days=DAYS[0])):
        due = max(number for number in DAYS if event.ends_at <= now - timedelta(days=number))
        if cache.add(f"events:report-due:{event.pk}:{due}", True, ONE_DAY):
            for person in editors_of(event.organization):
                _write(event, person, due)


def _write(event: Event, person, due: int) -> None:
    code = person.language_of_letters
    with translation.override(code):
        title = event.title_in(code).text
        context = {
            "subject": _("Waits for a report: %(title)s") % {"title": title},
            "lines": [
                _("“%(title)s” ended on %(day)s and has no published report yet.")
                % {"title": title, "day": day(event.ends_at)},
                _("A few sentences, what was decided and two or three photos are enough. The numbers the portal "
                  "counts by itself from the marks made at the entrance."),
            ],
            "button": _("Write the report"),
            "link": settings.BASE_URL + reverse(event.snippet_viewset.get_url_name("inspect"), args=[event.pk]),
            "why": _("You get this letter because you are an editor of %(name)s.") % {"name": event.organization.name},
        }  # fmt: skip
        mail.post(f"event:{event.pk}:report-due:{due}:{person.pk}", [person.email], "note", context, code)


@hooks.register("register_office_news")
def tell_the_office(user) -> list[tuple]:
    """Only what the reminders did not bring."""
    if not user.has_perm("events.change_event"):
        return []
    count = without_report(timezone.now() - timedelta(days=DAYS[-1])).count()
    words = ngettext("%(n)d event has no report two weeks later", "%(n)d events have no report two weeks later", count)
    return [(count, words % {"n": count}, "wagtailsnippets_events_event:list", "?without_report=true")]
