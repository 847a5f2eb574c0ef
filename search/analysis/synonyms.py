"""What the field says in two ways: abbreviations and their full names, words that mean the same."""

from functools import lru_cache

from search.analysis.words import stems

CONCEPTS = {
    "миг": ["миг", "lag", "местна инициативна група", "local action group"],
    "мирг": ["мирг", "flag", "местна инициативна рибарска група", "fisheries local action group"],
    "вомр": ["вомр", "clld", "водено от общностите местно развитие", "community led local development"],
    "свомр": ["свомр", "стратегия за вомр", "clld strategy", "стратегия за водено от общностите местно развитие"],
    "лидер": ["лидер", "leader"],
    "прср": ["прср", "програма за развитие на селските райони", "rural development programme"],
    "спрзср": [
        "спрзср",
        "стратегически план за развитие на земеделието и селските райони",
        "cap strategic plan",
    ],
    "езфрср": ["езфрср", "eafrd", "европейски земеделски фонд за развитие на селските райони"],
    "ефрр": ["ефрр", "erdf", "европейски фонд за регионално развитие"],
    "есф": ["есф", "esf", "европейски социален фонд", "european social fund"],
    "дфз": ["дфз", "дфз-ра", "държавен фонд земеделие", "държавен фонд „земеделие“"],
    "уо": ["уо", "управляващ орган", "managing authority"],
    "игрп": ["игрп", "индикативна годишна работна програма"],
    "ук": ["ук", "условия за кандидатстване", "application guidelines"],
    "уи": ["уи", "условия за изпълнение"],
    "бфп": ["бфп", "безвъзмездна финансова помощ", "grant"],
    "кппп": ["кппп", "комисия за подбор на проекти"],
    "ос": ["ос", "общо събрание", "general assembly"],
    "ус": ["ус", "управителен съвет"],
    "гфо": ["гфо", "годишен финансов отчет"],
    "нч": ["нч", "народно читалище"],
    "нпо": ["нпо", "юлнц", "ngo", "неправителствена организация", "юридическо лице с нестопанска цел"],
    "мсп": ["мсп", "sme", "малки и средни предприятия"],
    "зп": ["зп", "земеделски производител", "земеделски стопанин", "farmer"],
    "съфинансиране": ["съфинансиране", "собствен принос"],
    "бенефициент": ["бенефициент", "получател на помощта", "beneficiary"],
    "еип": ["еип", "европейско икономическо пространство", "eea"],
    "ес": ["ес", "европейски съюз", "eu", "european union"],
}


@lru_cache(maxsize=1)
def phrases() -> dict[str, list[tuple[tuple[frozenset[str], ...], str]]]:
    """By the stem they begin with: the stems of each word, and the concept."""
    from search.analysis.stop_words import STOP_WORDS
    from search.analysis.tokens import folded, words

    found: dict[str, list] = {}
    for concept, names in CONCEPTS.items():
        for name in names:
            parts = tuple(frozenset(stems(word)) for word in words(folded(name)) if word not in STOP_WORDS)
            for first in parts[0]:
                found.setdefault(first, []).append((parts, concept))
    for several in found.values():
        several.sort(key=lambda pair: -len(pair[0]))
    return found


def concepts_at(following: list[tuple[str, ...]], position: int) -> list[tuple[str, int]]:
    """Concepts named from a position on, and by how many words; `following` are the stems of each word that counts."""
    found = []
    for stem in following[position]:
        for parts, concept in phrases().get(stem, ()):
            here = following[position : position + len(parts)]
            if len(here) == len(parts) and all(part & set(word) for part, word in zip(parts, here, strict=True)):
                found.append((concept, len(parts)))
    return list(dict.fromkeys(found))
