"""Programs that look into files, each a process of its own within limits: a file that is broken or hostile ends that
process and not the portal."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Found:
    """What is in a file: its pages, what each says, pictures of the first ones."""

    pages: int | None = None
    texts: list[str] = field(default_factory=list)
    pictures: list[Path] = field(default_factory=list)


class Unreadable(Exception):
    """The file is damaged, asks for a password, or takes longer than anybody waits for."""


def found_by(program: Path, file: Path, folder: Path, *more, seconds: float) -> Found:
    """What a program of ours writes into the folder as `found.json`."""
    run([sys.executable, str(program), str(file), str(folder), *map(str, more)], seconds)
    try:
        found = json.loads((folder / "found.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Unreadable(str(error)) from error
    pictures = sorted(folder.glob("*.webp"), key=lambda path: int(path.stem))
    return Found(found["pages"], found["texts"], pictures)


def run(command: list[str], seconds: float) -> None:
    """Raises Unreadable when it fails or takes too long. What it started ends with it: killing the script that starts
    LibreOffice would leave LibreOffice behind."""
    silent = subprocess.DEVNULL
    try:
        process = subprocess.Popen(command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True)  # noqa: S603
    except OSError as error:
        raise Unreadable(str(error)) from error
    try:
        failed = process.wait(seconds)
    except subprocess.TimeoutExpired:
        failed = "too slow"
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    if failed:
        raise Unreadable(f"{command[0]}: {failed}")
