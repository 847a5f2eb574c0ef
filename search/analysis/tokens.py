"""Cutting a text into words and codes."""

import re
import unicodedata

from core.transliteration import transliterate

# A code has a digit and a sign inside: BG06RDNP001-19.092, РД50-39/23.04.2018, 7.2. Its parts lean on each other.
# „Искра-1929“ and 2023-2027 are two words, which others write „Искра – 1929“ and 2023–2027.
TWO_WORDS = r"(?:[^\W\d_]{3,}+|(?:19|20)\d\d)-\d++(?![-./]?[^\W_])"
TOKEN = re.compile(rf"(?!{TWO_WORDS})(?=[^\W_]*+[-./]?[^\W_]*\d)[^\W_]++(?>(?:[-./][^\W_]++)+)|[^\W_]++")
NUMBER = re.compile(r"\d")
SIGN = re.compile(r"[-./]")
ODD = str.maketrans({"ѝ": "и", "Ѝ": "И", "\u00ad": "", "\u200b": "", "\u0301": "", "‐": "-", "‑": "-"})
ODD_ONES = re.compile(f"[{''.join(map(chr, ODD))}]")  # looked for first: to translate takes a hundred times as long
LONGEST = 60
PARTS = 6


UNSEEN = str.maketrans("", "", "\u00ad\u200b")


def tidied(text: str) -> str:
    """As it is shown: on one line, letters in one piece, without what nobody sees: soft hyphens out of a PDF."""
    return " ".join(unicodedata.normalize("NFC", text.translate(UNSEEN)).split())


def folded(text: str) -> str:
    """In one form of Unicode, without stress marks, soft hyphens and ѝ; letters keep their case."""
    if text.isascii():
        return text
    return _without_odd_ones(unicodedata.normalize("NFC", _without_odd_ones(text)))


def _without_odd_ones(text: str) -> str:
    return text.translate(ODD) if ODD_ONES.search(text) else text


def tokens(text: str) -> list[tuple[str, int, int]]:
    """The words and codes of a folded text in lower case, with where they begin and end."""
    return [(match[0].lower()[:LONGEST], *match.span()) for match in TOKEN.finditer(text)]


def words(text: str) -> list[str]:
    """The same without where they stand."""
    return [word.lower()[:LONGEST] for word in TOKEN.findall(text)]


def is_code(word: str) -> bool:
    return any(sign in word for sign in "-./") and NUMBER.search(word) is not None


def code_terms(code: str) -> list[str]:
    """The whole code first, then each beginning and each end of it, so that a part typed alone is enough."""
    parts = SIGN.split(transliterate(code))
    whole = "_".join(parts)
    if len(parts) == 1:
        return [f"n_{whole}"]
    pieces = ["_".join(parts[:n]) for n in range(1, len(parts))] + ["_".join(parts[n:]) for n in range(1, len(parts))]
    long_enough = [piece for piece in dict.fromkeys(pieces[: 2 * PARTS]) if len(piece) > 3]
    return [f"n_{piece}" for piece in [whole, *long_enough]]
