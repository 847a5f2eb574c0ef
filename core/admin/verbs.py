"""What can be done with a row of a register, and what is shown of it besides its fields."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Model
from django.forms import Form
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

ALREADY = _("This was done already, or is not possible any more.")
DONE = _("This was done already.")


@dataclass(frozen=True)
class Verb:
    """What can be done with a row: a button that posts. `do` changes the row and says what happened; a
    ValidationError says why nothing did. A verb with a form asks first; `do` gets the answers by their names. One that
    removes the row leads to the list, also with its second press."""

    label: str
    is_possible: Callable[[Model], bool]
    do: Callable[..., str]
    form: type[Form] | None = None
    removes: bool = False


@dataclass(frozen=True)
class Row:
    label: str
    words: str
    url: str = ""


@dataclass(frozen=True)
class Section:
    """A part of the page of one row, below its own fields."""

    title: str
    rows: list[Row]


class Acting:
    """For registers: each verb has an address of its own, which posts."""

    verbs: dict[str, Verb] = {}

    def act(self, request, pk: int, verb: str):
        """Pressing a button twice does a thing once."""
        if not self.permission_helper.user_can_act(request.user):
            raise PermissionDenied
        doing = self.verbs[verb]
        sent = request.POST if request.method == "POST" else None
        there = self.url_helper.get_action_url("inspect", pk)
        listed = self.url_helper.index_url
        if sent is None and doing.form is None:  # by the address alone, for example after logging in
            return redirect(there)
        if doing.removes and not self.model.objects.filter(pk=pk).exists():
            messages.success(request, DONE)
            return redirect(listed)
        form = doing.form(sent) if doing.form else None
        if form and not form.is_valid():
            item = get_object_or_404(self.get_queryset(request), pk=pk)
            return render(request, "core/admin/register_verb.html", self._asking(doing, item, form, there))
        try:
            messages.success(request, self._do(request, doing, pk, form.cleaned_data if form else {}))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect(there)
        return redirect(listed if doing.removes else there)

    def _do(self, request, doing: Verb, pk: int, answers: dict) -> str:
        with transaction.atomic():
            item = get_object_or_404(self.get_queryset(request).select_for_update(of=("self",)), pk=pk)
            return doing.do(item, request.user, **answers) if doing.is_possible(item) else str(DONE)

    def _asking(self, doing: Verb, item, form, back: str) -> dict:
        return {
            "page_title": doing.label,
            "page_subtitle": item,
            "header_icon": self.menu_icon,
            "form": form,
            "back": back,
        }
