"""Compiles the translations (.po to .mo) that are newer than their result, without GNU gettext."""

from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent


def main():
    for source in sorted(ROOT.glob("locale*/*/LC_MESSAGES/*.po")):
        result = source.with_suffix(".mo")
        if result.exists() and result.stat().st_mtime >= source.stat().st_mtime:
            continue
        print(f"Compiling {source.relative_to(ROOT)}", flush=True)
        polib.pofile(str(source)).save_as_mofile(str(result))


if __name__ == "__main__":
    main()
