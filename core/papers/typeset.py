"""Papers as PDF, set by Typst from our own templates.

What people typed comes in as data (JSON in `sys.inputs`), so a name like `#panic()` is a name and no command; Typst
reads nothing but `templates/typst/` and the fonts, and never the network.
"""

import json
import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from textwrap import wrap

import typst
from django.conf import settings

from core.papers.fonts import print_fonts

TEMPLATES = Path(settings.ROOT) / "templates" / "typst"
PICTURES = Path(settings.ROOT) / "static" / "img"
LONG_WORD = re.compile(r"[^\s\u200b]{20,}")
# What turns the direction of writing around would let a name rewrite the line it stands in.
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def typeset(template: str, data: dict) -> bytes:
    """`typeset("sheet", {...})`: the PDF of `templates/typst/sheet.typ`."""
    inputs = {"data": json.dumps(data, ensure_ascii=False, default=str)} | _pictures()
    return typst.compile(
        str(TEMPLATES / f"{template}.typ"),
        root=str(TEMPLATES),
        font_paths=font_book(),
        sys_inputs=inputs,
        format="pdf",
    )


def one_line(text: str | None) -> str:
    """What somebody typed, without line breaks and signs that nobody sees."""
    shown = "".join(" " if sign in "\n\r\t" else sign for sign in text or "")
    return " ".join("".join(sign for sign in shown if unicodedata.category(sign) not in UNSEEN).split())


def breakable(text: str) -> str:
    """Lets a word go on in the next line that no line of a column holds; shorter ones stay whole."""
    return LONG_WORD.sub(lambda word: "\u200b".join(wrap(word[0], 5)), text)


@lru_cache(maxsize=1)
def font_book() -> typst.Fonts:
    """Sofia Sans, and those of the system for letters that it has not. Looking for them takes longer than a paper."""
    made = print_fonts()
    return typst.Fonts(font_paths=[str(made)] if made else [])


@lru_cache(maxsize=1)
def _pictures() -> dict[str, str]:
    return {name: (PICTURES / f"{name}.svg").read_text() for name in ("emblem", "band")}
