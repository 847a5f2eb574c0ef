"""The page of one material: what it is, the file, a look into it, the player, its versions."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from core import language
from core.readers import for_one
from core.written import written
from members import taking_part
from resources import words
from resources.addresses import file_address, material_address
from resources.authors import told_of
from resources.files import formats
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
        "author": told_of(material.organization, code),
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
        "event": taking_part.told_of(material.event_id, user, code),
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
    thick book have no picture, only their text. Sheets that were cut into pages when they were drawn have no text of
    their own: all of it stands below each."""
    pictures, texts = version.preview_count, version.text.split(BETWEEN_PAGES)
    is_cut = version.format in formats.SHEETS and pictures != len(texts)
    if is_cut:
        texts = ["\n\n".join(texts)] * max(1, pictures)
    pages = pictures if version.is_scan else max(pictures, len(texts))
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 1
    number = min(max(1, number), max(1, pages))
    return {
        "number": number,
        "pictures": pictures,
        "total": pages,
        "picture_url": _preview(version.material, version, number) if number <= pictures else "",
        "page_text": texts[number - 1] if number <= len(texts) else "",
        "is_whole_text": is_cut,
        "further": number + 1 if number < pages else None,
        "back": number - 1 if number > 1 else None,
    }


def _preview(material: Material, version, number: int) -> str:
    return reverse("resources:preview", args=[material.slug, version.number, number])
