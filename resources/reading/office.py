"""A document of Office or LibreOffice looked into: `office_words.py` does it."""

from pathlib import Path

from resources.reading.apart import Found, found_by

PROGRAM = Path(__file__).with_name("office_words.py")
KINDS = ("docx", "pptx", "xlsx", "odt", "odp", "ods")
SECONDS = 120


def look_into(file: Path, folder: Path, kind: str) -> Found:
    return found_by(PROGRAM, file, folder, kind, seconds=SECONDS)
