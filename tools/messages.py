"""Collects the strings of the sources into locale/ (Django's makemessages; GNU gettext is needed for it)."""

import subprocess
import sys
from pathlib import Path
from shutil import which

import debian

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("bg", "en")


def main():
    if not which("xgettext") and not debian.install("gettext"):
        sys.exit("GNU gettext is missing. Debian: sudo apt-get install gettext · macOS: brew install gettext")
    for language in LANGUAGES:
        (ROOT / "locale" / language / "LC_MESSAGES").mkdir(parents=True, exist_ok=True)
    languages = [f"--locale={language}" for language in LANGUAGES]
    ignored = [f"--ignore={folder}" for folder in ("tests", "tools", "docs", "var")]
    style = ["--no-obsolete", "--no-wrap", "--add-location=file"]
    command = [sys.executable, "manage.py", "makemessages", *languages, *ignored, *style]
    sys.exit(subprocess.run(command, cwd=ROOT, check=False).returncode)


if __name__ == "__main__":
    main()
