"""Bulgarian typesetting: what must stay on one line, alphabetical order, short forms of longer texts."""

import html
import math
import re
import unicodedata

from django.utils.html import strip_tags

NBSP = "\u00a0"
WORDS_A_MINUTE = 180  # of Bulgarian, read on a screen

UNITS = (
    r"(?:г|стр|лв|мин|сек|ч|бр|млн|млрд|хил)\.|(?:MB|KB|GB|km|км|ха|дка|кв\.|дни|ден|души|села|слайда|часа|лева|евро)\b"
    r"|[€%]|\d{3}(?!\d)"
)
AFTER_NUMBER = re.compile(rf"(?<=\d) (?={UNITS})")
BEFORE_NAME = re.compile(r"(?<![\w.])((?:с|гр|обл|общ|ул|бул|пл|ж\.к|чл|ал|т|стр|инж|доц|проф)\.|№|§) (?=[\w„\d])")
BEFORE_DASH = re.compile(r"(?<=\S) (?=– )")
TAG = re.compile(r"(<[^<>]*>)")
BLOCK_END = re.compile(r"(?i)</(?:p|h[1-6]|li|div|td|th|tr|blockquote|figcaption)\s*>|<br\s*/?>")

# What kind of organisation it is stands before the name and would put all of them under one letter.
KIND = re.compile(
    r"(?:миг|мирг|нч|народно читалище|читалище|сдружение|асоциация|фондация|lag|flag|mig|mirg|nch"
    r"|narodno chitalishte|chitalishte|sdruzhenie|asotsiatsia|fondatsia|association|foundation)\b ?"
)


def english_quotes(text: str) -> str:
    """“Star pat” for „Star pat“: the sign that ends a Bulgarian quotation begins an English one."""
    return re.sub("„([^„“”]*)“", "“\\1”", text)


def without_end(text: str) -> str:
    """A question or a sentence as a name before a colon: „Съгласен съм: …“."""
    return text.rstrip(" .?:")


def nbsp(text: str) -> str:
    """Put non-breaking spaces where a line must not end; tags of an HTML text are left alone."""
    if "<" not in text:
        return _nbsp(text)
    return "".join(part if part.startswith("<") else _nbsp(part) for part in TAG.split(text))


def sort_key(name: str) -> str:
    """Give what a name is sorted by in the Bulgarian alphabet: „МИГ – Тунджа“ stands under Т.

    Lower-case Cyrillic letters have the order of the alphabet already; ѝ is и.
    """
    text = unicodedata.normalize("NFC", name).lower().replace("ѝ", "и")
    rest = text = " ".join(re.sub(r"[\W_]+", " ", text).split())
    while match := KIND.match(rest):
        rest = rest[match.end() :]
    return rest or text


def plain(text: str) -> str:
    """Turn rich text into one line of words."""
    return " ".join(html.unescape(strip_tags(BLOCK_END.sub(r" \g<0>", text))).split())


def excerpt(text: str, length: int = 200) -> str:
    """Shorten a text, plain or rich, to whole words; a whole sentence when one ends late enough."""
    words = plain(text)
    if len(words) <= length:
        return words
    cut = words[: length + 1].rpartition(" ")[0] or words[:length]
    # Four letters before the point: „с.“, „обл.“ and „г.“ end no sentence.
    sentence = re.match(r".*\w{4}[.!?…](?=\s|$)", cut)
    if sentence and len(sentence.group()) >= length * 0.6:
        return sentence.group()
    return cut.rstrip(" ,;:–-.") + "…"


def reading_time(text: str) -> int:
    """Say how many minutes a text takes to read, at least one."""
    return max(1, math.ceil(len(plain(text).split()) / WORDS_A_MINUTE))


def _nbsp(text: str) -> str:
    text = AFTER_NUMBER.sub(NBSP, BEFORE_NAME.sub(rf"\1{NBSP}", text))
    return BEFORE_DASH.sub(NBSP, text)


VOWELS = "аеиоуъюя"
SYLLABLE = re.compile(rf"(?<=[а-я]{{2}})(?=[^\W\d_{VOWELS}][{VOWELS}][а-я])", re.IGNORECASE)
LONG_WORD = re.compile(r"[а-я]{9,}", re.IGNORECASE)
SOFT_HYPHEN = "\u00ad"


def hyphenated(text: str) -> str:
    """Long Bulgarian words with places to be divided at, for narrow columns: browsers know no Bulgarian syllables."""
    return LONG_WORD.sub(lambda word: SYLLABLE.sub(SOFT_HYPHEN, word[0]), text)
