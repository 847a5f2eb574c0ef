"""Parts of an event and those who are registered for them: what cannot be is an error of the form, what must be known
is said after saving."""

from collections import Counter
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import Event, Seat


def registration_errors(form) -> list[ValidationError]:
    """For the form of an event whose fields are all right by themselves."""
    parts, reminders = form.formsets.get("parts"), form.formsets.get("reminders")
    if parts is None:
        return []
    errors, names = [], set()
    for row in parts.forms:
        said = row.cleaned_data
        if not said:
            continue
        if parts._should_delete_form(row):
            if row.instance.pk and Seat.objects.filter(part=row.instance.pk).exists():
                words = _("Somebody is registered for “%(part)s”: close its registration instead of deleting it.")
                errors.append(ValidationError(words, code="taken", params={"part": row.instance.name_bg}))
            continue
        names.add(said["name_bg"])
        errors += _times_and_seats(said, form.cleaned_data["ends_at"])
    for row in reminders.forms if reminders else []:
        said = row.cleaned_data
        if said and not reminders._should_delete_form(row) and said["part_name"] and said["part_name"] not in names:
            errors.append(
                ValidationError(
                    _("A letter by itself is for the part “%(part)s”, and there is none of that name."),
                    code="no_such_part",
                    params={"part": said["part_name"]},
                )
            )
    return errors


def _times_and_seats(said: dict, event_ends_at: datetime) -> list[ValidationError]:
    errors, name = [], {"part": said["name_bg"]}
    if said.get("ends_at") and said["ends_at"] < said["starts_at"]:
        errors.append(ValidationError(_("“%(part)s” ends before it begins."), code="backwards", params=name))
    if said.get("opens_at") and said["opens_at"] >= (said.get("closes_at") or said["starts_at"]):
        words = _("Registration for “%(part)s” would close before it opens.")
        errors.append(ValidationError(words, code="never_open", params=name))
    if said.get("closes_at") and said["closes_at"] > min(said.get("ends_at") or event_ends_at, event_ends_at):
        words = _("Registration for “%(part)s” would close after it ends.")
        errors.append(ValidationError(words, code="closes_late", params=name))
    if said.get("capacity") is not None and (said.get("reserved") or 0) > said["capacity"]:
        words = _("“%(part)s” keeps more seats than it has.")
        errors.append(ValidationError(words, code="too_many_kept", params=name))
    return errors


def overbooked(event: Event) -> list[str]:
    """A sentence for each part with fewer seats than are taken; nobody is thrown out."""
    found = []
    limited = {part.pk: part for part in event.parts.all() if part.pk and part.capacity is not None}
    taken_of = Counter(Seat.objects.filter(part__in=limited).taking().order_by().values_list("part", flat=True))
    for pk, taken in taken_of.items():
        part = limited[pk]
        if taken > part.capacity:
            words = ngettext(
                "“%(part)s” has %(seats)d seats, and %(taken)d is taken. Nobody loses a seat; new ones are given when "
                "fewer are taken.",
                "“%(part)s” has %(seats)d seats, and %(taken)d are taken. Nobody loses a seat; new ones are given when "
                "fewer are taken.",
                taken,
            )
            found.append(words % {"part": part.name, "seats": part.capacity, "taken": taken})
    return found
