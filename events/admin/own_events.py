"""Which events a person works for in the admin."""

from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from events.models import Event
from members.owned import OwnedPolicy


def of(user):
    return OwnedPolicy(Event).instances_user_has_any_permission_for(user, {"change"})


def chosen(request) -> Event | None:
    """The event in the address; none yet is no mistake, somebody else's does not exist."""
    key = request.GET.get("event", "")
    if not key:
        return None
    if not (key.isascii() and key.isdigit() and len(key) < 19):
        raise Http404
    return get_object_or_404(of(request.user).select_related("organization"), pk=key)


class ChooseEvent(forms.Form):
    event = forms.ModelChoiceField(label=_("Event"), queryset=Event.objects.none())

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["event"].queryset = of(user).newest_first()
