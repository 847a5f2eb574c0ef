"""What the page of an event shows of training: the courses that belong to it, and its materials for this reader."""

from django.db.models import Exists
from django.utils.translation import gettext_lazy as _

from members.event_sections import Section, register
from resources.models import CoursePage, Material

MOST = 12


def show_on_events() -> None:
    register(Section("training", _("Learn more"), "resources/on_event.html", 10, _exists, _of_event))


def _exists(event):
    return Exists(CoursePage.objects.live().filter(event=event)) | Exists(
        Material.objects.filter(live=True, event=event)
    )


def _of_event(event: int, user, code: str) -> dict | None:
    """Two queries. A course belongs to its event in whatever language it is read."""
    belonging = CoursePage.objects.filter(event=event).values("translation_key")
    courses = CoursePage.objects.visible_to(user).in_language(code).filter(translation_key__in=belonging)
    materials = Material.objects.visible_to(user).filter(event=event).newest_first()
    found = {"courses": list(courses.for_listing()[:MOST]), "materials": list(materials.for_short_listing()[:MOST])}
    return found if any(found.values()) else None
