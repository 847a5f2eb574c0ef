"""The one stylesheet `css/site.css`, put together from the parts in `static/css/` whenever it is asked for.

Development, tests and `collectstatic` all find static files through finders, so there is no build step to forget.
The typeface is named only when its files were fetched; without them pages use system fonts of the same width.
"""

import os
import re
import tempfile
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

NAME = "css/site.css"
SOURCES = Path(settings.STATICFILES_DIRS[0])
MADE = Path(settings.ROOT) / "var" / "stylesheet"
FONTS = {
    "fonts/sofia-sans-cyrillic-wght-normal.woff2": ("U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116"),
    "fonts/sofia-sans-latin-wght-normal.woff2": (
        "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, "
        "U+2193, U+2212, U+2215, U+FEFF, U+FFFD"
    ),
}
LAYERS = {
    "tokens": ["tokens.css"],
    "base": ["base.css"],
    "layout": ["layout.css"],
    "components": ["components/*.css"],
    "utilities": ["utilities.css"],
    "print": ["print.css"],
}


@lru_cache(maxsize=1)
def fonts() -> list[str]:
    """The font files that are there, looked for once in the life of a process."""
    found = [name for name in FONTS if (SOURCES / name).exists()]
    return found if len(found) == len(FONTS) else []


def stylesheet() -> str:
    css = [_font_face(name) for name in fonts()]
    css.append(f"@layer {', '.join(LAYERS)};")
    for layer, patterns in LAYERS.items():
        parts = [part for pattern in patterns for part in sorted((SOURCES / "css").glob(pattern))]
        css.append(f"@layer {layer} {{\n{''.join(map(_text, parts))}}}")
    return "\n".join(css) + "\n"


def _font_face(name: str) -> str:
    return (
        '@font-face { font-family: "Sofia Sans"; font-weight: 1 1000; font-display: optional; '
        f'src: url("../{name}") format("woff2"); unicode-range: {FONTS[name]}; }}'
    )


def _text(part: Path) -> str:
    """A part without comments and indents; addresses in it are counted from `css/`."""
    css = re.sub(r"/\*.*?\*/", "", part.read_text(encoding="utf-8"), flags=re.DOTALL)
    lines = (line.strip() for line in css.replace('url("../../', 'url("../').splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def write() -> Path:
    target = MADE / NAME
    css = stylesheet()
    if not target.exists() or target.read_text(encoding="utf-8") != css:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=target.parent, delete=False, encoding="utf-8") as made:
            made.write(css)
        os.chmod(made.name, 0o644)
        os.replace(made.name, target)  # two processes never see half a file
    return target


class StylesheetFinder(BaseFinder):
    """Offers `css/site.css` to Django's static files."""

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        if path != NAME:
            return []
        found = str(write())
        return [found] if find_all else found

    def list(self, ignore_patterns):
        write()
        yield NAME, FileSystemStorage(location=MADE)
