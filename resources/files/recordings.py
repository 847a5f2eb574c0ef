"""Video and sound: whether a file is one, whole, and how long it lasts. No part of it is decoded."""

import struct
import wave
from contextlib import suppress

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.uploads.files import head

EBML = b"\x1a\x45\xdf\xa3"
BOXED = ("mp4", "m4v", "m4a")
OGG = ("ogg", "oga", "opus", "ogv")
END_OF_OGG = 64 * 1024
MOST_BOXES = 10_000
OPUS_RATE = 48_000


def check(file, kind: str) -> None:
    if not _is(file, kind):
        raise ValidationError(
            _("This is not a whole recording of the kind its name says. Export it anew and upload that."),
            code="damaged_recording",
        )


def _is(file, kind: str) -> bool:
    beginning = head(file, 4096)
    if kind in BOXED:
        return beginning[4:8] == b"ftyp" and "moov" in dict(boxes(file))
    if kind == "webm":
        return beginning.startswith(EBML) and b"webm" in beginning[:64]
    if kind in OGG:
        return beginning.startswith(b"OggS")
    if kind == "wav":
        return beginning[:4] == b"RIFF" and beginning[8:12] == b"WAVE"
    return beginning.startswith(b"ID3") or (len(beginning) > 2 and beginning[0] == 0xFF and beginning[1] & 0xE0 == 0xE0)


def boxes(file) -> list[tuple[str, tuple[int, int]]]:
    """The outer boxes of an MP4: name, where its content begins and ends. One cut short is not among them."""
    file.seek(0, 2)
    end, place, found = file.tell(), 0, []
    while place + 8 <= end and len(found) < MOST_BOXES:
        file.seek(place)
        size, name = struct.unpack(">I4s", file.read(8))
        begins = place + 8
        if size == 1:
            long = file.read(8)
            size, begins = (struct.unpack(">Q", long)[0] if len(long) == 8 else 0), place + 16
        elif size == 0:
            size = end - place
        if size < 8 or place + size > end:
            break
        found.append((name.decode("latin-1"), (begins, place + size)))
        place += size
    file.seek(0)
    return found


def seconds(file, kind: str) -> int | None:
    """How long it lasts; None where nobody can tell."""
    found = None
    with suppress(struct.error, wave.Error, EOFError, ValueError, ZeroDivisionError, KeyError):
        if kind in BOXED:
            found = _of_boxes(file)
        elif kind == "wav":
            file.seek(0)
            with wave.open(file) as sound:
                found = sound.getnframes() / sound.getframerate()
        elif kind in OGG and kind != "ogv":
            found = _of_ogg(file)
    file.seek(0)
    return None if found is None else max(1, round(found))


def _of_boxes(file) -> float:
    begins, ends = dict(boxes(file))["moov"]
    file.seek(begins)
    content = file.read(min(ends - begins, 4 * 1024 * 1024))
    place = content.index(b"mvhd") + 4
    if content[place] == 1:
        scale, length = struct.unpack(">IQ", content[place + 20 : place + 32])
    else:
        scale, length = struct.unpack(">II", content[place + 12 : place + 20])
    return length / scale


def _of_ogg(file) -> float:
    """The last page says how many samples there are."""
    first = head(file, 4096)
    rate = OPUS_RATE
    if (place := first.find(b"\x01vorbis")) >= 0:
        rate = struct.unpack("<I", first[place + 12 : place + 16])[0]
    file.seek(0, 2)
    file.seek(max(0, file.tell() - END_OF_OGG))
    last = file.read()
    place = last.rindex(b"OggS")
    return struct.unpack("<q", last[place + 6 : place + 14])[0] / rate
