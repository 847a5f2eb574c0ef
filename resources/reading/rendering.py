"""Documents of Office as PDF, by LibreOffice where it is installed; where it is not, the page says so."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

SECONDS = 120


def program() -> str | None:
    return shutil.which(settings.OFFICE_PROGRAM)


def as_pdf(file: Path, folder: Path) -> Path | None:
    """None where it is not installed, or did not manage. Each time with a profile of its own: two at once would wait
    for each other, and nothing that a document changes stays."""
    office = program()
    if office is None:
        return None
    with TemporaryDirectory() as profile:
        command = [
            *(office, "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{profile}"),
            *("--convert-to", "pdf", "--outdir", str(folder), str(file)),
        ]
        try:
            subprocess.run(command, check=True, timeout=SECONDS, capture_output=True, stdin=subprocess.DEVNULL)  # noqa: S603
        except (subprocess.SubprocessError, OSError):
            return None
    made = folder / f"{file.stem}.pdf"
    return made if made.is_file() else None
