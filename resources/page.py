"""The page of one material: what it is, the file, a look into it, the player, its versions."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from core import language
from core.readers import for_one
from core.written import written
from resources import words
from resources.addresses import file_address, material_address
from resources.finding import find, moved_to, version_of, works_on
from resources.licences import licence_link
from resources.models import Material
from resources.reading.tasks import BETWEEN_PAGES

BESIDE = ("organization", "course")


def show(page, request, slug: str):
    try:
        found = find(request, slug, BESIDE)
    except Http404:
        former = moved_to(request, slug)
        return redirect(material_address(former.slug, language.active()), permanent=True)
    material, code = found.material, language.active()
    version = version_of(found, None)
    looked_at = _looked_at(version, request.GET.get("str", ""))
    title = material.title_in(code)
    transcript = written(material.transcript_bg, material.transcript_en, code)
    user = found.user
    shown = {
        "material": material,
        "version": version,
        "title": title,
        "text": written(material.description_bg, material.description_en, code),
        "host": material.organization.name_in(code),
        "transcript": transcript,
        "themes": [written(theme.title_bg, theme.title_en, code).text for theme in material.themes.all()],
        "versions": list(material.versions.exclude(published_at=None).order_by("-number")),
        "download_url": file_address(material.slug),
        "badge": words.badge(version),
        "pages": words.pages(version),
        "is_video": words.is_video(version),
        "is_sound": words.is_sound(version),
        "play_url": reverse("resources:play", args=[material.slug, version.number]),
        "poster_url": _preview(material, version, 1) if version.preview_count else "",
        "tracks": list(material.subtitles.all()) if words.is_video(version) or words.is_sound(version) else [],
        "licence": licence_link(material.licence, code),
        "course": material.course if material.course and material.course.live else None,
        "is_draft": not material.live,
        "is_for_everybody": found.for_everybody,
        "may_edit": works_on(user, material),
        **looked_at,
    }
    response = page.render(request, context_overrides=shown, template="resources/material.html")
    if looked_at["number"] > 1:
        response.headers["X-Robots-Tag"] = "noindex"
    return for_one(response, user)


def _looked_at(version, typed: str) -> dict:
    """The page that is looked at, its text and its neighbours; the first for what is no number. The last ones of a
    thick book have no picture: the search leads to their text."""
    last = version.preview_count
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 1
    texts = version.text.split(BETWEEN_PAGES)
    number = min(max(1, number), max(last, len(texts)))
    return {
        "number": number,
        "last": last,
        "picture_url": _preview(version.material, version, number) if number <= last else "",
        "page_text": texts[number - 1] if number <= len(texts) else "",
        "further": number + 1 if number < last else None,
        "back": number - 1 if number > 1 else None,
    }


def _preview(material: Material, version, number: int) -> str:
    return reverse("resources:preview", args=[material.slug, version.number, number])
