"""„Започни от тази“: the button on a news item and the page behind it."""

from uuid import uuid4

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Locale
from wagtail.permissions import page_permission_policy

from core import language
from core.admin.doors import everybody, open_to
from core.admin.first_steps import HOOK, Step
from news.models import NewsPage
from news.start import may_read, places_for, places_of, start_from


class StartForm(forms.Form):
    """Where the new article goes; asked only when there is a choice. The key makes two presses one."""

    place = forms.ChoiceField(label=gettext_lazy("Where to"), widget=forms.RadioSelect)
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.places = {str(place.pk): place for place in places}
        self.fields["place"].choices = [(pk, place.title) for pk, place in self.places.items()]
        if len(places) == 1:
            self.fields["place"].widget = forms.HiddenInput()


def start(request, page_id: int):
    """Asks once, then makes the draft and opens it."""
    page = get_object_or_404(NewsPage.objects.not_deleted(), pk=page_id)
    places = places_for(page, request.user)
    if not places or not may_read(page, request.user):
        raise PermissionDenied
    first = {"key": uuid4(), "place": places[0].pk}
    form = StartForm(request.POST if request.method == "POST" else None, places=places, initial=first)
    if request.method == "POST" and form.is_valid():
        place = form.places[form.cleaned_data["place"]]
        draft = start_from(page, place, request.user, form.cleaned_data["key"])
        return redirect("wagtailadmin_pages:edit", draft.pk)
    return render(request, "news/admin/start_from.html", {"page": page, "form": form})


def write(request):
    """„Напишете новина“: straight into the form for who has one newsroom, else with the question where."""
    places = places_of(request.user, Locale.objects.get(language_code=language.ORIGINAL).pk)
    if len(places) == 1:
        return redirect("wagtailadmin_pages:add", "news", "newspage", places[0].pk)
    return redirect("wagtailadmin_pages:choose_parent", "news", "newspage")


open_to(everybody, "start_from_page", "write_news")


@hooks.register("register_admin_urls")
def urls():
    return [
        path("zapochni-ot/<int:page_id>/", start, name="start_from_page"),
        path("napishi-novina/", write, name="write_news"),
    ]


@hooks.register(HOOK)
def first_steps(request) -> list[Step]:
    if not places_of(request.user, Locale.objects.get(language_code=language.ORIGINAL).pk):
        return []
    text = _("title, two sentences of summary, a picture, at least one rubric. What you type is kept by itself.")
    review = _(
        "When it is ready, send it for review from the arrow at the bottom. "
        "The office publishes it or returns it with a reason; you get a letter."
    )
    return [
        Step(10, text, _("Write a news item"), reverse("write_news")),
        Step(11, review),
        Step(12, _("Something alike was published before? Open it and choose “Start from this one”.")),
    ]


@hooks.register("register_page_listing_more_buttons")
@hooks.register("register_page_header_buttons")
def buttons(page, user, *_args, **_kwargs):
    if not issubclass(page.specific_class or type(page), NewsPage):
        return
    if page_permission_policy.user_has_permission(user, "add") and may_read(page.specific_deferred, user):
        url = reverse("start_from_page", args=[page.pk])
        yield Button(_("Start from this one"), url, icon_name="copy", priority=35)
