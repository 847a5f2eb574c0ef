"""Bulgarian in Latin letters: what somebody who typed so may have meant, and the skeleton in which spellings meet."""

import re

from core.skeleton import keys

SIGNS = str.maketrans("JWSCTAU", "1234567")  # of core.skeleton, in a form that databases do not fold
DIGITS = {"4": "ч", "6": "ш"}
# Longer spellings first: щ is sht, 6t or st'; an apostrophe is nobody's letter.
LETTERS = {
    "sht": "щ", "6t": "щ", "zh": "ж", "ch": "ч", "sh": "ш", "ts": "ц", "tz": "ц", "kh": "х", "dj": "дж", "yu": "ю",
    "iu": "ю", "ju": "ю", "ya": "я", "ja": "я", "yo": "ьо", "a": "а", "b": "б", "v": "в", "w": "в", "g": "г", "d": "д",
    "e": "е", "z": "з", "i": "и", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "r": "р", "s": "с",
    "t": "т", "u": "у", "f": "ф", "h": "х", "x": "х", "c": "ц", "q": "я", **DIGITS,
}  # fmt: skip
SPELLING = re.compile("|".join(sorted(LETTERS, key=len, reverse=True)) + "|[jy]")
VOWELS = "аеиоуъюя"
ARTICLE = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])[ау]т$")


def skeletons(word: str) -> tuple[str, ...]:
    """One or two; the second when a j may be ж or й."""
    return tuple(dict.fromkeys(key.replace(" ", "").translate(SIGNS) for key in keys(word) if key))


def meant(word: str) -> tuple[str, ...]:
    """Cyrillic words that somebody may have typed so, the likeliest first: obshtinata → общината."""
    found = []
    for j in ("ж", "й") if "j" in word else ("й",):
        text = _letter_by_letter(word, j)
        found += [text, re.sub("иа$", "ия", text), ARTICLE.sub("ът", text)]
        if "у" in text:
            found.append(text.replace("у", "ъ"))
    return tuple(dict.fromkeys(found))


def _letter_by_letter(word: str, j: str) -> str:
    text, position = "", 0
    while position < len(word):
        match = SPELLING.match(word, position)
        if match is None:
            text += word[position]
            position += 1
            continue
        position = match.end()
        letter = match[0]
        if letter == "j":
            text += j
        elif letter == "y":
            text += "й" if not text or text[-1] in VOWELS or word[position : position + 1] in "aeou" else "ъ"
        else:
            text += LETTERS[letter]
    return text
