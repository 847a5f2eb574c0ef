"""Collects the strings of the sources into locale/ (Django's makemessages; GNU gettext is needed for it)."""

import os
import sys
from pathlib import Path
from shutil import which

import debian
from django.core.management import execute_from_command_line
from django.core.management.commands.makemessages import Command

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("bg", "en")


def main():
    if not which("xgettext") and not debian.install("gettext"):
        sys.exit("GNU gettext is missing. Debian: sudo apt-get install gettext · macOS: brew install gettext")
    for language in LANGUAGES:
        (ROOT / "locale" / language / "LC_MESSAGES").mkdir(parents=True, exist_ok=True)
    # A string that resembles an old one gets no translation: a guess that nobody looks at is worse than a gap.
    Command.msgmerge_options = [*Command.msgmerge_options, "--no-fuzzy-matching"]
    os.chdir(ROOT)
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leadernet.settings.dev")
    languages = [f"--locale={language}" for language in LANGUAGES]
    ignored = [f"--ignore={folder}" for folder in ("tests", "tools", "docs", "var")]
    style = ["--no-obsolete", "--no-wrap", "--add-location=file"]
    execute_from_command_line(["makemessages", "makemessages", *languages, *ignored, *style])


if __name__ == "__main__":
    main()
