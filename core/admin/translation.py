"""„Преведи на английски“: one button, one question, a draft beside the original."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button

from core.actions import (
    SectionNotTranslated,
    TranslationInBin,
    may_translate,
    other_language,
    translate,
    translation_of,
)
from core.models import BasePage

WORDS = {"en": lambda: _("Translate into English"), "bg": lambda: _("Translate into Bulgarian")}
THERE = {"en": lambda: _("English text"), "bg": lambda: _("Bulgarian original")}


@hooks.register("register_page_header_buttons")
def header_buttons(page, user, view_name, next_url=None):
    yield from buttons(page, user)


def buttons(page, user):
    """For the head of a page: translate, or go to the other text. Not in listings, where each row would ask anew."""
    if not page.pk or not issubclass(page.specific_class, BasePage):
        return
    page = page.specific_deferred
    code = other_language(page)
    twin = translation_of(page, code)
    if twin:
        if twin.permissions_for_user(user).can_edit():
            url = reverse("wagtailadmin_pages:edit", args=[twin.pk])
            yield Button(THERE[code](), url, icon_name="globe", priority=80)
        return
    section = page.get_parent()
    place = section and issubclass(section.specific_class, BasePage) and translation_of(section.specific, code)
    if place and may_translate(page, place, user):
        yield Button(WORDS[code](), reverse("translate_page", args=[page.pk]), icon_name="globe", priority=80)


def view(request, page_id: int):
    """Asks once, then makes the draft and opens it."""
    page = get_object_or_404(BasePage.objects.not_deleted(), pk=page_id).specific
    code = other_language(page)
    if not (page.live or page.permissions_for_user(request.user).can_edit()):
        raise PermissionDenied
    if request.method != "POST":
        return render(request, "core/admin/translate_page.html", {"page": page, "words": WORDS[code]()})
    try:
        twin = translate(page, code, request.user)
    except TranslationInBin:
        messages.error(request, _("There is a translation in the bin. Restore it instead of beginning a new one."))
        return redirect("bin:index")
    except SectionNotTranslated as missing:
        messages.error(
            request,
            _("First translate “%(title)s”, the page above this one.") % {"title": missing.section.title},
        )
        return redirect("wagtailadmin_pages:edit", page.pk)
    return redirect("wagtailadmin_pages:edit", twin.pk)


@hooks.register("register_admin_urls")
def urls():
    return [path("prevod/<int:page_id>/", view, name="translate_page")]
