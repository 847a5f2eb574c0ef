"""The light stem of a Bulgarian word: without article, number and the vowels that come and go.

It is not a word of the language; forms of one word only have to arrive at the same one.
"""

import re

SHORTEST = 3
# Article of the noun or adjective, then of the plural; longer endings first.
ARTICLE = re.compile(
    r"(?:(?<=[аяое])(?:та|то)|(?<=[иеая])те|(?<=[стщнв]т)та|(?<=щ)та|(?<=[бвгджзклмнпрстфхцчшщ])ът|(?<=[бвгджзклмнпрстфхцчшщиаоу])ят)$"
)
ADJECTIVE = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ][нквмтл])(?:ия|иям)$")
PLURAL = re.compile(r"(?<=[бвгджзклмнпрстфхцчш])(?:ове|еве)$")
VOWEL = re.compile(r"(?:ии|ия|ие|ию|[аеиоуюяъ])$")
FLEETING = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])[её](?=[нцк]$)|(?<=[бвгджзклмнпрстфхцчшщ])ъ(?=[рлм]$)|(?<=и)е(?=н$)")
SOFTENED = re.compile(r"(?<=и)ц(?=и$)")  # графици


def light_stem(word: str) -> str:
    """`общината`, `общини`, `община` are one; short words stay as they are."""
    stem = word
    for pattern in (ARTICLE, ADJECTIVE, PLURAL, VOWEL):
        stem = SOFTENED.sub("к", stem)
        cut = pattern.sub("", stem)
        if len(cut) >= SHORTEST:
            stem = cut
    if len(stem) > SHORTEST + 1:
        stem = FLEETING.sub("", stem)
    return stem
