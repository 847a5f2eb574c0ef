"""Files to readers: in ranges, so that a player can jump and a broken download goes on; by a name for people, never
as something that a browser could run."""

import re
from collections.abc import Iterator

from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header, parse_etags

from resources.files.formats import CONTENT_TYPES

RANGE = re.compile(r"bytes=(\d*)-(\d*)")
PIECE = 256 * 1024
SHOWN_INLINE = ("application/pdf", "image/", "audio/", "video/", "text/vtt")
SAFE = "default-src 'none'; media-src 'self'; img-src 'self'; style-src 'unsafe-inline'; sandbox"


def content_type(extension: str) -> str:
    return CONTENT_TYPES.get(extension, "application/octet-stream")


def send(request, file, size: int, etag: str, kind: str, name: str, download: bool):
    """`file` is open at its beginning and belongs to the answer; `etag` changes with the content."""
    tag = f'"{etag}"'
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        file.close()
        return _dressed(HttpResponse(status=304), tag, kind, name, download)
    place = _range(request, size, tag)
    if place is None:
        answer = FileResponse(file, content_type=kind)
        answer.headers["Content-Length"] = size
    elif place == ():
        file.close()
        answer = HttpResponse(status=416, content_type="text/plain")
        answer.headers["Content-Range"] = f"bytes */{size}"
    else:
        start, end = place
        answer = StreamingHttpResponse(_piece(file, start, end), status=206, content_type=kind)
        answer.headers["Content-Range"] = f"bytes {start}-{end}/{size}"
        answer.headers["Content-Length"] = end - start + 1
    return _dressed(answer, tag, kind, name, download)


def for_whom(answer, everybody: bool):
    """Asked for anew each time: who may have it can change between two readers."""
    if everybody:
        patch_cache_control(answer, public=True, no_cache=True)
    else:
        patch_cache_control(answer, private=True, no_cache=True)
    return answer


def begins_at_zero(request) -> bool:
    """Whether this is a download, and not the rest of one."""
    found = RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    return found is None or found[1] == "0"


def _dressed(answer, tag: str, kind: str, name: str, download: bool):
    inline = not download and kind.startswith(SHOWN_INLINE)
    answer.headers["Content-Disposition"] = content_disposition_header(not inline, name)
    answer.headers["Accept-Ranges"] = "bytes"
    answer.headers["ETag"] = tag
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = SAFE if kind != "application/pdf" else SAFE.removesuffix("; sandbox")
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _range(request, size: int, tag: str) -> tuple | None:
    """(first, last) byte; None for all of it, () for a range outside. Several ranges at once get all of it."""
    text = request.headers.get("Range", "").replace(" ", "")
    found = RANGE.fullmatch(text) if request.method == "GET" else None
    if found is None or found[1] == found[2] == "":
        return None
    if request.headers.get("If-Range", tag) != tag:
        return None
    first, last = found[1][:18], found[2][:18]
    if first == "":
        wanted = int(last)
        return (max(0, size - wanted), size - 1) if wanted and size else ()
    start, end = int(first), min(int(last), size - 1) if last else size - 1
    if last and int(last) < start:
        return None
    return (start, end) if start < size else ()


def _piece(file, start: int, end: int) -> Iterator[bytes]:
    with file:
        file.seek(start)
        left = end - start + 1
        while left and (piece := file.read(min(PIECE, left))):
            left -= len(piece)
            yield piece
