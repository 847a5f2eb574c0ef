"""Files of materials by their addresses. Each asks `finding.find` first: who may not have it, gets 404."""

from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from resources import counting
from resources.addresses import file_address
from resources.files.formats import is_recording
from resources.finding import find, moved_to, version_of
from resources.keeping import preview_name
from resources.reading.tasks import BETWEEN_PAGES
from resources.serving import begins_at_zero, content_type, for_whom, send


@require_safe
def file(request, slug: str, number: int | None = None):
    """To be saved. The address without a number always gives the newest version; it stands in letters and on paper, so
    that it leads on when the word in it changes."""
    try:
        found = find(request, slug)
    except Http404:
        return redirect(file_address(moved_to(request, slug).slug, number), permanent=True)
    version = version_of(found, number)
    opened = _open(version.file.name)
    if request.method == "GET" and version.published_at and begins_at_zero(request):
        counting.count(request, version, found.user)
    kind = content_type(version.format)
    answer = send(request, opened, version.size, version.checksum, kind, version.name, download=True)
    return for_whom(answer, found.for_everybody)


@require_safe
def play(request, slug: str, number: int):
    """A recording for the player on its page, a picture or PDF to be looked at."""
    found = find(request, slug)
    version = version_of(found, number)
    if not (is_recording(version.format) or content_type(version.format).startswith(("image/", "application/pdf"))):
        raise Http404
    opened = _open(version.file.name)
    kind = content_type(version.format)
    answer = send(request, opened, version.size, version.checksum, kind, version.name, download=False)
    return for_whom(answer, found.for_everybody)


@require_safe
def rendered(request, slug: str, number: int):
    """The document as PDF, where LibreOffice made one."""
    found = find(request, slug)
    version = version_of(found, number)
    if not version.rendered:
        raise Http404
    opened = _open(version.rendered.name)
    name = f"{version.name.rpartition('.')[0]}.pdf"
    tag = f"{version.checksum}-pdf"
    answer = send(request, opened, version.rendered.size, tag, "application/pdf", name, download=False)
    return for_whom(answer, found.for_everybody)


@require_safe
def preview(request, slug: str, number: int, page: int):
    found = find(request, slug)
    version = version_of(found, number)
    if not 1 <= page <= version.preview_count:
        raise Http404
    name = preview_name(version, page)
    opened = _open(name)
    tag = f"{version.checksum}-{page}"
    answer = send(request, opened, default_storage.size(name), tag, "image/webp", f"{page}.webp", download=False)
    return for_whom(answer, found.for_everybody)


@require_safe
def text(request, slug: str, number: int):
    """What was read out of the file, page by page."""
    found = find(request, slug)
    version = version_of(found, number)
    pages = "\n\n".join(version.text.split(BETWEEN_PAGES))
    answer = HttpResponse(pages, content_type="text/plain; charset=utf-8")
    answer.headers["X-Robots-Tag"] = "noindex"
    return for_whom(answer, found.for_everybody)


@require_safe
def subtitles(request, slug: str, code: str):
    found = find(request, slug)
    track = found.material.subtitles.filter(language=code).first()
    if track is None:
        raise Http404
    return for_whom(HttpResponse(track.text, content_type="text/vtt; charset=utf-8"), found.for_everybody)


def _open(name: str):
    try:
        return default_storage.open(name)
    except OSError as error:  # the row is there, the file was lost
        raise Http404 from error
