"""What documents of Office and LibreOffice say, page by page as far as there are any: slides, sheets, the text.

They were checked when they were taken in (`core.uploads`): here they are small enough to be read.
"""

import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from core.uploads.archives import DAMAGE
from resources.reading.pdf import Found, Unreadable

LARGEST_PART = 60 * 1024 * 1024
MOST_TEXT = 2_000_000
MOST_CELLS = 200_000
NUMBER = re.compile(r"(\d+)\.xml$")
BREAKS = {"p", "h", "br", "tab", "tr", "table-row", "line-break"}
ERRORS = (*DAMAGE, DefusedXmlException, ElementTree.ParseError, LookupError)


def look_into(file, kind: str) -> Found:
    try:
        with zipfile.ZipFile(file) as archive:
            texts = [text[:MOST_TEXT] for text in READERS[kind](archive)]
    except ERRORS as error:
        raise Unreadable(str(error)) from error
    return Found(len(texts) if kind in ("pptx", "odp", "xlsx", "ods") else None, texts)


def _docx(archive) -> Iterator[str]:
    yield _words(_part(archive, "word/document.xml"))


def _pptx(archive) -> Iterator[str]:
    """Slide by slide, each with the notes of the speaker."""
    for name in _numbered(archive, "ppt/slides/slide"):
        text = _words(_part(archive, name))
        number = NUMBER.search(name)[1]
        with suppress(KeyError):
            notes = f"ppt/notesSlides/notesSlide{number}.xml"
            text += "\n" + _words(_part(archive, notes))
        yield text.strip()


def _xlsx(archive) -> Iterator[str]:
    shared: list[str] = []
    with suppress(KeyError):
        shared = [_words(each) for each in _part(archive, "xl/sharedStrings.xml")]
    for name in _numbered(archive, "xl/worksheets/sheet"):
        words = []
        for cell in _part(archive, name).iter():
            if _tag(cell) != "c" or len(words) > MOST_CELLS:
                continue
            value = next((each.text or "" for each in cell if _tag(each) == "v"), "")
            if cell.get("t") == "s" and value.isdecimal() and int(value) < len(shared):
                words.append(shared[int(value)])
            elif cell.get("t") in ("inlineStr", "str"):
                words.append(_words(cell) or value)
        yield "\n".join(filter(None, words))


def _odt(archive) -> Iterator[str]:
    yield _words(_body(archive))


def _odp(archive) -> Iterator[str]:
    yield from (_words(each) for each in _body(archive).iter() if _tag(each) == "page")


def _ods(archive) -> Iterator[str]:
    yield from (_words(each) for each in _body(archive).iter() if _tag(each) == "table")


READERS = {"docx": _docx, "pptx": _pptx, "xlsx": _xlsx, "odt": _odt, "odp": _odp, "ods": _ods}


def _part(archive: zipfile.ZipFile, name: str):
    if archive.getinfo(name).file_size > LARGEST_PART:
        raise Unreadable(name)
    return ElementTree.fromstring(archive.read(name))


def _body(archive):
    root = _part(archive, "content.xml")
    return next((each for each in root if _tag(each) == "body"), root)


def _numbered(archive, beginning: str) -> list[str]:
    names = [name for name in archive.namelist() if name.startswith(beginning) and NUMBER.search(name)]
    return sorted(names, key=lambda name: int(NUMBER.search(name)[1]))


def _words(root) -> str:
    """The text below an element; paragraphs and rows stand on lines of their own."""
    pieces: list[str] = []
    _collect(root, pieces, 0)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(filter(None, lines))


def _collect(element, pieces: list[str], depth: int) -> None:
    if depth > 200:
        return
    if element.text:
        pieces.append(element.text)
    for child in element:
        _collect(child, pieces, depth + 1)
        if _tag(child) in BREAKS:
            pieces.append("\n")
        if child.tail:
            pieces.append(child.tail)


def _tag(element) -> str:
    return str(element.tag).rpartition("}")[2]
