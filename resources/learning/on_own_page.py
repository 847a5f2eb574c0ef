"""„Моите курсове“ on a person's own page: the last ones, and the way to all with their certificates."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import language
from members.own_page import OwnPart, register
from resources.learning.mine import courses_of
from resources.version_letters import are_stopped, stopping_path

FEW = 3


def show_on_own_page() -> None:
    register(OwnPart("courses", _("Training"), "resources/learning/on_own_page.html", 200, taken))


def taken(person) -> dict:
    return {
        "courses": courses_of(person, language.active())[:FEW],
        "no_version_letters": are_stopped(person),
        "version_letters_url": stopping_path(person),
        "more_url": reverse("learning:mine"),
        "more": _("See my courses"),
    }
