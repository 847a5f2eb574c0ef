"""Keep our Bulgarian catalogue for the admin in step with the installed packages.

Wagtail ships about a fifth of its interface in Bulgarian. The rest is ours, in
``locale_wagtail/``: a second entry of ``LOCALE_PATHS``, which wins over the
catalogues inside the packages, for the ``django`` and the ``djangojs`` domain.

Run it after every upgrade of Wagtail::

    python tools/wagtail_catalogue.py          # refresh the two .po files
    python tools/wagtail_catalogue.py --check  # write nothing, fail when stale

A refresh takes the English strings of the packages below, keeps every
translation we have, drops strings that are gone and those that the package
translates into the very same words, and adds what nobody has translated yet,
empty. Fill in the empty entries by hand: the check fails while one is left.
"""

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path

import polib

CATALOGUE = Path(__file__).resolve().parent.parent / "locale_wagtail/bg/LC_MESSAGES"

# A later package does not override an earlier one; what an editor meets most comes first.
PACKAGES = [
    "wagtail.admin",
    "wagtail",
    "wagtail.images",
    "wagtail.documents",
    "wagtail.snippets",
    "wagtail.users",
    "wagtail.contrib.simple_translation",
    "wagtail.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.search",
    "wagtail.sites",
    "wagtail_modeladmin",
    "taggit",
    "allauth",
    "django.conf",
    "django.contrib.auth",
]

# Strings that the sources translate and the packages' own catalogues lack.
FORGOTTEN = {
    "wagtail.admin": ['You do not have permission to publish pages at "%(page_title)s"'],
}

METADATA = {
    "Project-Id-Version": "wagtail-bg",
    "PO-Revision-Date": "",
    "Last-Translator": "",
    "Language-Team": "Bulgarian",
    "Language": "bg",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


def key(entry):
    """What gettext looks an entry up by."""
    return entry.msgctxt, entry.msgid


def same_words(theirs, mine):
    """Whether a package's own translation can stand: it is complete, and ours says no other."""
    if not theirs.translated():
        return False
    return mine is None or (theirs.msgstr, theirs.msgstr_plural) == (mine.msgstr, mine.msgstr_plural)


def read(path):
    """The current entries of a .po file by key; none when there is no file."""
    if not path.exists():
        return {}
    return {key(entry): entry for entry in polib.pofile(path) if not entry.obsolete}


def sources(domain):
    """Each package's English entries with its own Bulgarian ones."""
    for package in PACKAGES:
        locale = Path(find_spec(package).origin).parent / "locale"
        english = read(locale / f"en/LC_MESSAGES/{domain}.po")
        bulgarian = read(locale / f"bg/LC_MESSAGES/{domain}.po")
        if domain == "django":
            forgotten = [polib.POEntry(msgid=msgid, flags=["python-format"]) for msgid in FORGOTTEN.get(package, [])]
            english |= {key(entry): entry for entry in forgotten}
        yield package, english, bulgarian


def refreshed(domain, ours):
    """A new catalogue of a domain: our translations, and empty entries for what has none."""
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.metadata = METADATA
    found, theirs_will_do = {}, {}
    for package, english, bulgarian in sources(domain):
        for name, entry in english.items():
            found.setdefault(name, (package, entry))
            same = name in bulgarian and same_words(bulgarian[name], ours.get(name))
            theirs_will_do[name] = theirs_will_do.get(name, True) and same
    for name, (package, entry) in found.items():
        if not theirs_will_do[name]:
            catalogue.append(own_entry(package, entry, ours.get(name)))
    return catalogue


def own_entry(package, entry, mine):
    """An entry of our catalogue for an entry of a package, with the words we have for it."""
    own = polib.POEntry(
        msgctxt=entry.msgctxt,
        msgid=entry.msgid,
        msgid_plural=entry.msgid_plural,
        comment=package,
        flags=[flag for flag in entry.flags if flag.endswith("-format")],
    )
    if entry.msgid_plural:
        own.msgstr_plural = mine.msgstr_plural if mine else {0: "", 1: ""}
    else:
        own.msgstr = mine.msgstr if mine else ""
    return own


def main():
    """Refresh both domains, or check that they need no refresh and lack nothing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing, fail when stale")
    check = parser.parse_args().check
    failed = False
    for domain in ("django", "djangojs"):
        path = CATALOGUE / f"{domain}.po"
        ours = read(path)
        catalogue = refreshed(domain, ours)
        missing = catalogue.untranslated_entries()
        stale = {key(entry) for entry in catalogue} != set(ours)
        failed = failed or bool(missing) or stale
        print(f"{path.name}: {len(catalogue)} strings, {len(missing)} without a translation")
        if check:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(path)
    return 1 if failed and check else 0


if __name__ == "__main__":
    sys.exit(main())
