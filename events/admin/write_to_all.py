"""A letter of the host to everybody who is registered, or to some: first how many get it and how it reads, then it
goes."""

from uuid import uuid4

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from core.validators import plain_line, plain_text
from events.admin import own_events
from events.enums import SeatState
from events.models import Event, Seat
from events.registering import telling
from members.owned import OwnedPolicy


class LetterForm(forms.Form):
    part = forms.ChoiceField(label=gettext_lazy("Part"), required=False)
    states = forms.MultipleChoiceField(
        label=gettext_lazy("To whom"), choices=SeatState.choices, initial=[SeatState.CONFIRMED],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=150, validators=[plain_line])
    text = forms.CharField(
        label=gettext_lazy("Text"), max_length=5000, validators=[plain_text], widget=forms.Textarea(attrs={"rows": 10}),
        help_text=gettext_lazy("When and where and the link to the own registration are added by themselves."),
    )  # fmt: skip
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, event: Event, **kwargs):
        super().__init__(*args, **kwargs)
        self.event = event
        parts = [(str(part.pk), part.name) for part in event.parts.all()]
        self.fields["part"].choices = [("", _("all parts")), *parts]

    def addressees(self):
        part = self.cleaned_data["part"]
        return telling.addressees(self.event, self.cleaned_data["states"], int(part) if part else None)


def write(request):
    if not OwnedPolicy(Seat).user_has_permission(request.user, "change"):
        raise PermissionDenied
    event = own_events.chosen(request)
    shown = {"page_title": _("Write to those registered"), "header_icon": "mail", "event": event}
    if event is None:
        return render(
            request, "events/admin/choose_event.html", shown | {"form": own_events.ChooseEvent(user=request.user)}
        )
    form = LetterForm(request.POST if request.method == "POST" else None, event=event, initial={"key": uuid4()})
    if not form.is_valid():
        return render(request, "events/admin/write_to_all.html", shown | {"form": form})
    count = form.addressees().count()
    if not count:
        form.add_error("states", _("Nobody of these has an e-mail address."))
    elif request.POST.get("do") == "send":
        _send(request, event, form)
        return redirect(f"{reverse('events_mailing_modeladmin_index')}?event={event.pk}")
    return render(request, "events/admin/write_to_all.html", shown | {"form": form, "count": count})


def _send(request, event: Event, form: LetterForm) -> None:
    said = form.cleaned_data
    lines = [said["text"]]
    key = f"host:{event.pk}:{said['key']}"
    sent = telling.write_to_all(event, key, form.addressees(), lambda code: (said["subject"], lines), request.user)
    if sent is None:
        messages.warning(request, _("This letter was sent already."))
        return
    words = ngettext("%(n)d letter is on its way.", "%(n)d letters are on their way.", sent.letters)
    messages.success(request, words % {"n": sent.letters})
