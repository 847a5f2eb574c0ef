"""A day after an event those who came are asked for an opinion; nobody learns who answered what."""

from datetime import timedelta

from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core import mail
from core.addresses import absolute
from core.feedback.summary import summary
from core.regularly import tick
from events.enums import State
from events.feedback.addresses import opinion_address
from events.models import Attendee, Event, Opinion, OpinionAsked, Seat

AFTER = timedelta(hours=12)
NEWS_FOR = timedelta(days=14)
"""After a longer stop of the machine nobody is asked about what was long ago."""


@receiver(tick)
def ask(**_signal) -> None:
    now = timezone.now()
    ended = Event.objects.filter(live=True, ends_at__lte=now - AFTER, ends_at__gt=now - NEWS_FOR)
    for event in ended.exclude(state=State.CANCELLED):
        ask_about(event)


def ask_about(event: Event) -> int:
    """How many letters; whoever was asked once is not asked again."""
    came = Seat.objects.filter(part__event=event).who_came().values("attendee")
    people = Attendee.objects.filter(pk__in=came, opinion_asked=None).exclude(registration__email="")
    people = people.exclude(name="").select_related("registration")
    number = 0
    for attendee in people:
        with transaction.atomic():
            asked, is_new = OpinionAsked.objects.get_or_create(attendee=attendee)
            if is_new:
                _write(event, attendee, asked)
                number += 1
    return number


@transaction.atomic
def take(token, answer: dict) -> bool:
    """Keeps an answer without the person, once; False when one was given already."""
    asked = OpinionAsked.objects.select_for_update(of=("self",)).filter(token=token, answered=False).first()
    if asked is None:
        return False
    asked.answered = True
    asked.save(update_fields=["answered"])
    Opinion.objects.create(event_id=asked.attendee.registration.event_id, **answer)
    return True


def opinions(event: Event) -> dict:
    return summary(OpinionAsked.objects.filter(attendee__registration__event=event).count(), event.opinions)


def _write(event: Event, attendee: Attendee, asked: OpinionAsked) -> None:
    code = attendee.registration.language
    with translation.override(code):
        title = event.title_in(code).text
        context = {
            "subject": _("How was it? %(title)s") % {"title": title},
            "lines": [
                _("Thank you for coming, %(name)s. Three questions, one minute: what you say goes to the host without "
                  "your name.") % {"name": attendee.name}
            ],
            "button": _("Say how it was"),
            "link": absolute(opinion_address(asked.token)),
            "why": _("You get this letter because you registered for the event with this address."),
        }  # fmt: skip
        mail.post(f"event:{event.pk}:opinion:{attendee.pk}", [attendee.registration.email], "note", context, code)
