"""A PDF looked into by a process of its own, within a time limit."""

import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

PROGRAM = Path(__file__).with_name("pdf_pages.py")
MOST_PICTURES = 60
SECONDS = 300


@dataclass
class Found:
    """What is in a file: its pages, what each says, pictures of the first ones."""

    pages: int | None = None
    texts: list[str] = field(default_factory=list)
    pictures: list[Path] = field(default_factory=list)


class Unreadable(Exception):
    """The file is damaged, asks for a password, or takes longer than anybody waits for."""


def look_into(file: Path, folder: Path) -> Found:
    command = [sys.executable, str(PROGRAM), str(file), str(folder), str(MOST_PICTURES)]
    try:
        subprocess.run(command, check=True, timeout=SECONDS, capture_output=True, stdin=subprocess.DEVNULL)  # noqa: S603
        found = json.loads((folder / "found.json").read_text(encoding="utf-8"))
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        raise Unreadable(str(error)) from error
    pictures = sorted(folder.glob("*.webp"), key=lambda path: int(path.stem))
    return Found(found["pages"], found["texts"], pictures)
