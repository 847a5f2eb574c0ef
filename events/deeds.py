"""Deeds around events that practice tasks may ask for."""

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry

from core.deeds import declare
from events.models import Event, EventReport


@declare("event-created", _("an event created"))
def who_created(people):
    return _who("wagtail.create", Event, people)


@declare("event-report", _("the report of an event written"))
def who_reported(people):
    return _who("wagtail.edit", EventReport, people)


def _who(action: str, model, people):
    done = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(model), user__in=people, action=action
    )
    return done.values_list("user", flat=True)
