"""Pictures without what a camera wrote beside them: place, time, owner, thumbnails, and anything hung on behind.

Nothing is decoded and written anew, so no quality is lost. The direction in which a photograph is held stays.
"""

import io
import struct

from django.core.files.base import ContentFile
from PIL import Image

from .files import extension_of

ORIENTATION = 0x0112
PNG_HEAD = b"\x89PNG\r\n\x1a\n"
PNG_NOTES = {b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"}
WEBP_NOTES = {b"EXIF", b"XMP "}
WEBP_NOTE_FLAGS = 0x08 | 0x04


def without_metadata(file):
    """Give the same picture without its notes; JPEG, PNG and WebP, others as they are. Check it first."""
    clean = CLEANERS.get(extension_of(file.name))
    if clean is None:
        return file
    file.seek(0)
    content = clean(file.read())
    file.seek(0)
    return ContentFile(content, name=file.name)


def _jpeg(content: bytes) -> bytes:
    pieces = [content[:2], _orientation(content)]
    position = 2
    while position + 4 <= len(content):
        marker = content[position + 1]
        if marker == 0xFF:  # filling
            position += 1
            continue
        if marker == 0xD9:  # the end; what follows is no part of the picture
            break
        end = position + 2 + int.from_bytes(content[position + 2 : position + 4], "big")
        if marker == 0xDA:
            end = _end_of_scan(content, end)
        if not _is_note(marker, content[position + 4 : end]):
            pieces.append(content[position:end])
        position = end
    return b"".join(pieces) + b"\xff\xd9"


def _is_note(marker: int, segment: bytes) -> bool:
    # Kept of the camera's segments: 0 (resolution), 2 when it holds the colours, 14 (colour model).
    if marker == 0xE2:
        return not segment.startswith(b"ICC_PROFILE")
    return marker == 0xFE or (0xE0 <= marker <= 0xEF and marker not in (0xE0, 0xEE))


def _end_of_scan(content: bytes, position: int) -> int:
    """Find the next marker that is not part of the drawing (a zero byte or a restart)."""
    while (position := content.find(b"\xff", position)) != -1 and position + 1 < len(content):
        following = content[position + 1]
        if following != 0 and not 0xD0 <= following <= 0xD7:
            return position
        position += 2
    return len(content)


def _orientation(content: bytes) -> bytes:
    with Image.open(io.BytesIO(content)) as image:
        value = image.getexif().get(ORIENTATION, 1)
    if value not in range(2, 9):
        return b""
    exif = Image.Exif()
    exif[ORIENTATION] = value
    segment = exif.tobytes()
    return b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment


def _png(content: bytes) -> bytes:
    pieces, position = [PNG_HEAD], len(PNG_HEAD)
    while position + 8 <= len(content):
        length, kind = struct.unpack(">I4s", content[position : position + 8])
        end = position + 12 + length
        if kind not in PNG_NOTES:
            pieces.append(content[position:end])
        if kind == b"IEND":
            break
        position = end
    return b"".join(pieces)


def _webp(content: bytes) -> bytes:
    pieces, position = [], 12
    end_of_file = 8 + int.from_bytes(content[4:8], "little")
    while position + 8 <= end_of_file:
        kind, length = struct.unpack("<4sI", content[position : position + 8])
        end = position + 8 + length + length % 2
        chunk = content[position:end]
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~WEBP_NOTE_FLAGS]) + chunk[9:]
        if kind not in WEBP_NOTES:
            pieces.append(chunk)
        position = end
    body = b"WEBP" + b"".join(pieces)
    return b"RIFF" + struct.pack("<I", len(body)) + body


CLEANERS = {"jpg": _jpeg, "jpeg": _jpeg, "png": _png, "webp": _webp}
