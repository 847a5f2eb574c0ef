"""What documents of Office and LibreOffice say, page by page as far as there are any: slides, sheets, the text.

A program of its own: some hundred kilobytes can unfold into more XML than a machine has memory for.
`python office_words.py FILE FOLDER KIND` writes FOLDER/found.json.
"""

import json
import posixpath
import resource
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from defusedxml import ElementTree

LARGEST_PART = 60 * 1024 * 1024
MOST_TEXT = 2_000_000
MOST_CELLS = 200_000
MEMORY = 1024**3
PROCESSOR = 60  # seconds
BREAKS = {"p", "h", "br", "tab", "tr", "table-row", "line-break"}
HIDDEN = ("hidden", "veryHidden")


def main(file: str, folder: str, kind: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, PROCESSOR))
    with zipfile.ZipFile(file) as archive:
        texts = [text[:MOST_TEXT] for text in READERS[kind](archive)]
    found = {"pages": None if kind in ("docx", "odt") else len(texts), "texts": texts}
    (Path(folder) / "found.json").write_text(json.dumps(found), encoding="utf-8", errors="replace")


def _docx(archive) -> Iterator[str]:
    yield _words(_part(archive, "word/document.xml"))


def _pptx(archive) -> Iterator[str]:
    """Slide by slide as they are shown, each with the notes of the speaker."""
    for _slide, name in _parts_of(archive, "ppt/presentation.xml", "sldId"):
        notes = [target for kind, target in _related(archive, name).values() if kind == "notesSlide"]
        yield "\n".join(filter(None, (_words(_part(archive, part)) for part in (name, *notes))))


def _xlsx(archive) -> Iterator[str]:
    """Sheet by sheet, without the hidden ones: they are not drawn either."""
    shared: list[str] = []
    if "xl/sharedStrings.xml" in archive.namelist():
        shared = [_words(each) for each in _part(archive, "xl/sharedStrings.xml")]
    for sheet, name in _parts_of(archive, "xl/workbook.xml", "sheet"):
        if sheet.get("state") not in HIDDEN:
            yield "\n".join(filter(None, _cells(_part(archive, name), shared)))


def _cells(sheet, shared: list[str]) -> list[str]:
    words: list[str] = []
    for cell in sheet.iter():
        if _tag(cell) != "c" or len(words) > MOST_CELLS:
            continue
        value = next((each.text or "" for each in cell if _tag(each) == "v"), "")
        if cell.get("t") == "s" and value.isdecimal() and int(value) < len(shared):
            words.append(shared[int(value)])
        elif cell.get("t") in ("inlineStr", "str"):
            words.append(_words(cell) or value)
    return words


def _odt(archive) -> Iterator[str]:
    yield _words(_body(archive))


def _odp(archive) -> Iterator[str]:
    yield from (_words(each) for each in _body(archive).iter() if _tag(each) == "page")


def _ods(archive) -> Iterator[str]:
    yield from (_words(each) for each in _body(archive).iter() if _tag(each) == "table")


READERS = {"docx": _docx, "pptx": _pptx, "xlsx": _xlsx, "odt": _odt, "odp": _odp, "ods": _ods}


def _part(archive: zipfile.ZipFile, name: str):
    if archive.getinfo(name).file_size > LARGEST_PART:
        raise ValueError(name)
    return ElementTree.fromstring(archive.read(name))


def _body(archive):
    root = _part(archive, "content.xml")
    return next((each for each in root if _tag(each) == "body"), root)


def _parts_of(archive, whole: str, tag: str) -> Iterator[tuple]:
    """The slides or sheets in the order in which they are shown: the numbers in the names of their files are older."""
    related = _related(archive, whole)
    for each in _part(archive, whole).iter():
        if _tag(each) == tag:
            key = next(value for name, value in each.items() if name.endswith("}id"))
            yield each, related[key][1]


def _related(archive, name: str) -> dict[str, tuple[str, str]]:
    """What a part points to: kind and name, by the key that stands in the part."""
    folder, file = posixpath.split(name)
    relations = f"{folder}/_rels/{file}.rels"
    if relations not in archive.namelist():
        return {}
    return {
        each.get("Id"): (
            each.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/"),
        )
        for each in _part(archive, relations)
    }


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


if __name__ == "__main__":
    main(*sys.argv[1:])
