"""One form in which Cyrillic, official Latin and informal Latin typing meet („Крушаре“, “Krushare”, “kru6are”).

Two texts match when one of their two keys is the same: an informal j is ж for some people and й for others.
"""

import re

from core.transliteration import transliterate

DIGITS = str.maketrans({"6": "sh", "4": "ch", "w": "v", "q": "ya"})


def keys(text: str) -> tuple[str, str]:
    """The words of a text as they are compared, a blank between them; first with j for ж, then with j for й."""
    latin = re.sub(r"[^a-z0-9]+", " ", transliterate(text).lower().translate(DIGITS)).strip()
    return _skeleton(latin, "zh"), _skeleton(latin, "y")


def _skeleton(latin: str, j: str) -> str:
    s = re.sub(r"x|kh", "h", latin).replace("tz", "ts")
    s = re.sub(r"c(?!h)", "ts", s)
    s = s.replace("dj", "dzh").replace("j", "zh") if j == "zh" else s.replace("j", "y")
    s = re.sub(r"(?<=[aeiou])y(?![aeiou])", "i", s)  # й after a vowel
    s = s.replace("dzh", "J").replace("zh", "J")
    s = s.replace("sht", "W").replace("sh", "S").replace("ch", "C").replace("ts", "T")
    s = re.sub(r"i?ya|ia", "A", s)
    s = re.sub(r"yu|iu", "U", s)
    s = re.sub(r"[yu]", "a", s)  # ъ typed as y, u or a
    return re.sub(r"([^\W\d])\1+", r"\1", s)
