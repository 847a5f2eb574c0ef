"""Subtitles as WebVTT, which browsers show; SRT is turned into it."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core import language
from core.transliteration import without_invisible

TIMES = re.compile(r"(\d{1,2}:)?\d{2}:\d{2}[.,]\d{3}\s+-->\s+(\d{1,2}:)?\d{2}:\d{2}[.,]\d{3}")
SRT_TIMES = re.compile(
    r"^[ \t]*((?:\d{1,2}:)?\d{2}:\d{2})[.,](\d{3})[ \t]+-->[ \t]+((?:\d{1,2}:)?\d{2}:\d{2})[.,](\d{3})", re.MULTILINE
)


def check(file) -> None:
    as_vtt(file.read())


def as_vtt(content: bytes) -> str:
    """The text of subtitles; raises ValidationError when it is something else."""
    text = without_invisible(_decoded(content)).replace("\r\n", "\n").replace("\r", "\n").strip()
    if not TIMES.search(text):
        raise ValidationError(
            _("These are no subtitles: lines with times, such as 00:01:02.000 --> 00:01:05.000, are missing."),
            code="no_subtitles",
        )
    if not text.startswith("WEBVTT"):
        text = "WEBVTT\n\n" + SRT_TIMES.sub(_times, text)
    return text + "\n"


def language_of(name: str) -> tuple[str, str]:
    """„urok.en.vtt“: the name of the recording and the language, Bulgarian unless it is said."""
    stem = name.rpartition(".")[0]
    before, _dot, code = stem.rpartition(".")
    return (before, code.lower()) if before and code.lower() in language.NAMES else (stem, language.ORIGINAL)


def _times(found: re.Match) -> str:
    """Hours have two digits."""
    begins, part, ends, other = (f"0{one}" if len(one) == len("0:00:00") else one for one in found.groups())
    return f"{begins}.{part} --> {ends}.{other}"


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1251", errors="replace")
