"""What the editor of an event is told to look at again after saving; it warns and never blocks."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from core.admin.content_warnings import show
from core.content_checks import Finding, findings_in
from core.dates import day_time
from events.models import Event

WITHOUT_PLACE = _(
    "The event has no place. Say in “When and where” in which building and settlement it is, or that one can take part "
    "online."
)
BEGAN = _("Its beginning, %(words)s, has passed already. Look at the day and the year before readers get it.")


def event_findings(event: Event, moment: datetime, is_new: bool) -> list[Finding]:
    """Reads nothing but the event and its picture. `is_new`: readers did not know it before; later nobody is told that
    it began, for most events are looked after until they are over."""
    found = findings_in(
        titles=[event.title_bg or "", event.title_en or ""],
        texts=[event.text_bg or "", event.text_en or ""],
        pictures=[event.picture],
    )
    if not event.is_online and not _has_place(event):
        found.append(Finding("place", "", WITHOUT_PLACE))
    if is_new and event.starts_at < moment:
        found.append(Finding("began", day_time(event.starts_at), BEGAN))
    return found


def _has_place(event: Event) -> bool:
    return bool(event.settlement_id or event.place_bg or event.place_en or event.address_bg or event.address_en)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def warn(request, instance):
    """About what was just saved, which may be a draft, or the first publication."""
    if isinstance(instance, Event):
        event = Event.objects.get(pk=instance.pk)
        is_first = "action-publish" in request.POST and event.first_published_at == event.last_published_at
        is_new = event.first_published_at is None or is_first
        show(request, event_findings(event.get_latest_revision_as_object(), timezone.now(), is_new))
