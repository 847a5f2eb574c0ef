"""What is said of courses and files, in the language that is read."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.numbers import grouped
from resources.files.formats import SHEETS, SOUND, VIDEO


def length(minutes: int | None) -> str:
    """„35 мин.“, „около 3 часа“; nothing when nobody said it."""
    if not minutes:
        return ""
    if minutes < 100:
        return _("%(n)d min.") % {"n": minutes}
    hours = round(minutes / 60)
    return ngettext("about %(n)d hour", "about %(n)d hours", hours) % {"n": hours}


def clock(seconds: int | None) -> str:
    """„18:04“, „1:02:30“."""
    if seconds is None:
        return ""
    minutes, left = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def pages(version) -> str:
    """„24 стр.“, „38 слайда“, „3 листа“."""
    count = version.page_count
    if not count:
        return ""
    if version.format in ("pptx", "odp"):
        return ngettext("%(n)s slide", "%(n)s slides", count) % {"n": grouped(count)}
    if version.format in SHEETS:
        return ngettext("%(n)s sheet", "%(n)s sheets", count) % {"n": grouped(count)}
    return _("%(n)s p.") % {"n": grouped(count)}


def badge(version) -> str:
    """What stands in the box before a file: how long a recording lasts, else what kind of file it is."""
    return clock(version.seconds) or version.format.upper()


def is_video(version) -> bool:
    return version.format in VIDEO


def is_sound(version) -> bool:
    return version.format in SOUND


def course_facts(course, lessons: list) -> dict:
    minutes = course.minutes or sum(lesson.minutes or 0 for lesson in lessons)
    return {"length": length(minutes), "count": len(lessons)}
