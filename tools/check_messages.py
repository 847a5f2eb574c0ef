"""Says what is wrong with the translations: missing, stale, fuzzy or with a wrong placeholder.

Reads the sources itself (Python's own parser, Django's templatize), so it needs no GNU gettext.
"""

import ast
import re
import sys
from pathlib import Path

import polib
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SKIPPED = {"tests", "tools", "docs", "var", "locale", "locale_wagtail"}
LANGUAGES = ("bg", "en")
TRANSLATED = ("bg",)  # the sources are English: an empty English entry shows the source
SHAPES = {  # which argument is what
    "_": ("id",),
    "gettext": ("id",),
    "ngettext": ("id", "plural"),
    "pgettext": ("context", "id"),
    "npgettext": ("context", "id", "plural"),
}
STRING = r"\s*u?(?:'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\")\s*,?"
CALL = re.compile(rf"\b(_|n?p?gettext)\(((?:{STRING})+)")
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w*\}")


def in_python(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
            values = [getattr(argument, "value", None) for argument in node.args]
            shape = re.sub(r"_(lazy|noop)$", "", name)
            strings = values[: len(SHAPES.get(shape, ()))]
            if strings and all(isinstance(value, str) for value in strings):
                yield shape, strings


def in_template(text):
    for shape, strings in CALL.findall(templatize(text)):
        yield shape, ast.literal_eval(f"({strings.rstrip(', ')},)")


def sources():
    """Every string to translate: {(context, id): (plural, file)}."""
    found = {}
    for path in sorted(ROOT.rglob("*")):
        top = path.relative_to(ROOT).parts[0]
        if path.suffix not in {".py", ".html", ".txt"} or top in SKIPPED or top.startswith("."):
            continue
        text = path.read_text(encoding="utf-8")
        for shape, strings in in_python(text) if path.suffix == ".py" else in_template(text):
            message = dict(zip(SHAPES[shape], strings, strict=False))
            key = message.get("context"), message["id"]
            plural = message.get("plural") or found.get(key, (None,))[0]
            found[key] = plural, path.relative_to(ROOT)
    return found


def wrong_placeholders(entry):
    """A translation may leave a counted number out, and must never name what the source does not give."""
    given = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
    for text in [entry.msgstr, *entry.msgstr_plural.values()]:
        used = set(PLACEHOLDER.findall(text))
        if used - given or (text and not entry.msgid_plural and given - used):
            return True
    return False


def in_catalogue(path):
    """What is wrong in one .po file by itself."""
    for entry in polib.pofile(str(path)):
        if entry.fuzzy:
            yield f"fuzzy: {entry.msgid}"
        if wrong_placeholders(entry):
            yield f"wrong placeholder: {entry.msgid}"


def against_sources(path, expected):
    """What the .po file lacks of the sources, and what it holds too much."""
    entries = {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(path)) if not entry.obsolete}
    for key, (plural, source) in expected.items():
        entry = entries.pop(key, None)
        if entry is None or (plural or "") != entry.msgid_plural:
            yield f"missing ({source}): {key[1]}"
        elif path.parts[-3] in TRANSLATED and not entry.translated() and not entry.fuzzy:
            yield f"untranslated ({source}): {key[1]}"
    yield from (f"stale: {msgid}" for _context, msgid in entries)


def problems():
    """Every problem as one line; an empty list is a good answer."""
    expected = sources()
    own = [ROOT / "locale" / language / "LC_MESSAGES" / "django.po" for language in LANGUAGES]
    for path in [*own, *sorted(ROOT.glob("locale_wagtail/*/LC_MESSAGES/*.po"))]:
        if not path.exists():
            yield f"{path.relative_to(ROOT)}: not there"
            continue
        lines = [*in_catalogue(path), *(against_sources(path, expected) if path in own else ())]
        yield from (f"{path.relative_to(ROOT)}: {line}" for line in lines)


if __name__ == "__main__":
    lines = list(problems())
    sys.exit("\n".join([*lines, f"{len(lines)} problems: make messages, then translate."]) if lines else 0)
