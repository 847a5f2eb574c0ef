"""Bulgarian in Latin letters by the official transliteration (Закон за транслитерацията, 2009).

Two exceptions to the table of letters: a final -ия is -ia, and България is Bulgaria.
"""

import re
import unicodedata

CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъьюяѝ"
LATIN = "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y yu ya i"
LETTERS = dict(zip(CYRILLIC, LATIN.split(), strict=True))
WORD = re.compile("[А-Яа-яЍѝ]+")
EMPTY_SLUG = "stranitsa"
EMPTY_FILE_NAME = "fayl"


def transliterate(text: str) -> str:
    """Write the Bulgarian words of a text in Latin letters; everything else stays as it is."""
    return WORD.sub(lambda match: _transliterate_word(match.group()), text)


def slugify_bg(text: str, max_length: int = 80) -> str:
    """Make the part of an address that names a page: ASCII, cut between words, never empty."""
    return _ascii_words(text, max_length) or EMPTY_SLUG


def ascii_file_name(name: str) -> str:
    """Make a name that is safe to store and to download: no folders, no tricks with direction, ASCII only."""
    stem, extension = _split(name)
    extension = re.sub("[^a-z0-9]", "", transliterate(extension).lower())[:10]
    return ".".join(filter(None, [_ascii_words(stem, 80) or EMPTY_FILE_NAME, extension]))


def clean_title_from_file_name(name: str) -> str:
    """Suggest a title for an uploaded file: „Покана_за__среща.pdf“ becomes „Покана за среща“."""
    title = re.sub(r"[\s_]+", " ", _split(name)[0]).strip(" .-")[:200].rstrip()
    return title[:1].upper() + title[1:]


def without_invisible(text: str) -> str:
    """Drop what changes a text unseen: control, zero-width and direction characters, soft hyphens."""
    kept = (letter for letter in unicodedata.normalize("NFC", text) if not _is_invisible(letter))
    return "".join(kept)


def _is_invisible(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cf", "Co", "Cs", "Cn"} and letter not in "\t\n\r"


def _transliterate_word(word: str) -> str:
    lower = word.lower()
    if lower == "българия":
        latin = "bulgaria"
    else:
        stem, ending = (lower[:-2], "ia") if lower.endswith("ия") else (lower, "")
        latin = "".join(LETTERS.get(letter, letter) for letter in stem) + ending
    if word.isupper() and len(word) > 1:
        return latin.upper()
    return latin[:1].upper() + latin[1:] if word[:1].isupper() else latin


def _ascii_words(text: str, max_length: int) -> str:
    # Stress marks go before, so that they do not cut a word in two; é and the like lose theirs after.
    unmarked = "".join(c for c in without_invisible(text) if unicodedata.category(c) != "Mn")
    latin = unicodedata.normalize("NFKD", transliterate(unmarked)).encode("ascii", "ignore").decode()
    words = re.sub("[^a-z0-9]+", "-", latin.lower()).strip("-")
    if len(words) > max_length:
        # One character more is looked at: a word that ends exactly at the limit stays.
        words = words[: max_length + 1].rpartition("-")[0] or words[:max_length]
    return words.strip("-")


def _split(name: str) -> tuple[str, str]:
    last = re.split(r"[/\\]|%2f|%5c", without_invisible(name), flags=re.IGNORECASE)[-1]
    stem, dot, extension = last.rpartition(".")
    return (stem, extension) if dot and " " not in extension.strip() else (last, "")
