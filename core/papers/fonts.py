"""Sofia Sans for printed papers. Browsers get it as two variable WOFF2 files, one for Cyrillic and one for Latin;
Typst wants plain ones with both, made once and kept in `var/`."""

import logging
import os
import tempfile
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from core.stylesheet import SOURCES, fonts

log = logging.getLogger(__name__)

MADE = Path(settings.ROOT) / "var" / "print_fonts"
WEIGHTS = {400: "Regular", 600: "SemiBold", 800: "ExtraBold"}
FAMILY = "Sofia Sans"
VARIABLE = ("STAT", "avar", "HVAR", "MVAR", "gvar", "fvar")


@lru_cache(maxsize=1)
def print_fonts() -> Path | None:
    """The folder with the fonts; None where the typeface was never fetched, then papers use what Typst finds."""
    if not fonts():
        return None
    try:
        for weight, style in WEIGHTS.items():
            if not (MADE / f"{style}.ttf").exists():
                _make(weight, style)
    except Exception as error:  # a font that cannot be read must not stop a sign-in sheet
        log.warning("Papers are set without Sofia Sans: %s", error)
        return None
    return MADE


def _make(weight: int, style: str) -> None:
    MADE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=MADE) as folder:
        parts = [_of_weight(SOURCES / name, weight, Path(folder, f"{n}.ttf")) for n, name in enumerate(fonts())]
        whole = Merger().merge(parts)
        _name(whole, weight, style)
        made = Path(folder, "whole.ttf")
        whole.save(made)
        os.replace(made, MADE / f"{style}.ttf")


def _of_weight(source: Path, weight: int, target: Path) -> str:
    font = TTFont(source)
    font.flavor = None
    font = instantiateVariableFont(font, {"wght": weight}, inplace=True)
    for table in VARIABLE:
        if table in font:
            del font[table]
    font.save(target)
    return str(target)


def _name(font: TTFont, weight: int, style: str) -> None:
    names = {1: FAMILY, 16: FAMILY, 2: style, 17: style, 4: f"{FAMILY} {style}", 6: f"SofiaSans-{style}"}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | 0x40
    font["head"].macStyle = 0
