"""Looks into a PDF: how many pages, what they say, what the first ones look like.

A program of its own: PDFs come from anywhere, and one that is broken or hostile ends this process and not the portal.
`python pdf_pages.py FILE FOLDER MOST_PICTURES` writes FOLDER/found.json and FOLDER/1.webp …
"""

import json
import resource
import sys
from pathlib import Path

import pypdfium2

WIDTH = 1200  # pixels
MOST_PIXELS = 4_000_000
MOST_TEXT = 2_000_000  # letters
MEMORY = 2 * 1024**3
PROCESSOR = 300  # seconds


def main(file: str, folder: str, most_pictures: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, PROCESSOR))
    document = pypdfium2.PdfDocument(file)
    texts, letters = [], 0
    for number, page in enumerate(document, 1):
        text = page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\f", "\n").strip()
        letters += len(text)
        texts.append(text if letters <= MOST_TEXT else "")
        if number <= most_pictures:
            _draw(page, Path(folder) / f"{number}.webp")
        page.close()
    found = {"pages": len(texts), "texts": texts}
    (Path(folder) / "found.json").write_text(json.dumps(found), encoding="utf-8", errors="replace")


def _draw(page, place: Path) -> None:
    width, height = page.get_size()
    scale = min(WIDTH / max(width, 1), (MOST_PIXELS / max(width * height, 1)) ** 0.5)
    page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB").save(place, "WEBP", quality=72)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
