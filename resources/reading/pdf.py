"""A PDF looked into: `pdf_pages.py` does it."""

from pathlib import Path

from resources.reading.apart import Found, found_by

PROGRAM = Path(__file__).with_name("pdf_pages.py")
MOST_PICTURES = 60
SECONDS = 300


def look_into(file: Path, folder: Path) -> Found:
    return found_by(PROGRAM, file, folder, MOST_PICTURES, seconds=SECONDS)
