"""Titles in capitals or with s p a c e s: found, and offered in sentence case."""

import re

WORD = re.compile(r"[^\W\d_]+")
ROMAN = re.compile(r"[IVXLCDM]+")

ABBREVIATIONS = frozenset(
    WORD.findall("""
    АПИ БАН БНЛМ БНР БНТ БТА БФП БЧК ВЕИ ВОМР ДДС ДЗЗД ДФ ДФЗ ЕАД ЕЗФРСР ЕИК ЕИП ЕК ЕООД ЕП ЕС ЕСИФ ЕСФ
    ЕТ ЕФМДР ЕФРР ЗЗЛД ЗЗП ЗП ЗЮЛНЦ ИА ИАРА ИГРП ИСАК ИСУН ИТ КПП ЛИДЕР МВР МЗ МЗХ МИГ МИРГ МОН МОСВ МРРБ
    МС МСП МТСП НАП НПО НПСР НСИ НСМСР НСОРБ НУ НЧ ОД ОДЗ ОДМ ОИЦ ОП ОПИК ОПОС ОПРР ОПРЧР ОС ОСП ОУ ПВУ
    ПГ ПМДР ПМС ПРР ПРСР ПРЧР ПУП РЗИ РИОСВ САЩ СВОМР СМР СНЦ СП СПОР СПРЗСР СТО СУ ТП УО УС ФМ ЦОП ЮЛНЦ
    ЮНЕСКО CLLD CSO EAFRD EEA EU LAG LEADER NGO PDF UNESCO USB
    """)
)
# A name of a place or a body follows.
BEFORE_A_NAME = frozenset({"с", "гр", "община", "обл", "област", "район"})
SHORT_FORMS = frozenset({"г", "чл", "ал", "т", "ул", "бул", "стр"})


def shouts(text: str) -> bool:
    """Tell a title in capitals from one that only has abbreviations in it."""
    words = [word for word in WORD.findall(text) if not _is_abbreviation(word)]
    loud = sum(len(word) for word in words if len(word) > 1 and word.isupper())
    return loud >= 5 and loud * 2 > sum(map(len, words))


def spaced_out(text: str) -> bool:
    """Find words drawn apart with spaces („П О К А Н А“): search and screen readers see only letters."""
    run = 0
    for word in text.split():
        run = run + 1 if len(word) == 1 and word.isalpha() else 0
        if run == 4:
            return True
    return False


def to_sentence_case(text: str) -> str:
    """Write words in capitals small; keep abbreviations, Roman numbers and what was mixed already."""
    end, previous = 0, ""
    all_loud = text.isupper()

    def rewrite(match: re.Match[str]) -> str:
        nonlocal end, previous
        word, between = match.group(), text[end : match.start()]
        # The point of „2026 г.“ ends no sentence.
        sentence = previous not in SHORT_FORMS and re.search(r"[.!?…]\s", between)
        starts = end == 0 or sentence or between.endswith(("„", "«", '"'))
        previous_is_kind = previous in BEFORE_A_NAME
        end, previous = match.end(), word.lower()
        if len(word) > 1 and word.isupper() and not _is_abbreviation(word):
            word = word.lower()
        elif len(word) == 1 and not starts:
            return word.lower() if all_loud else word
        return word[:1].upper() + word[1:] if starts or previous_is_kind else word

    return WORD.sub(rewrite, text)


def _is_abbreviation(word: str) -> bool:
    return word in ABBREVIATIONS or bool(ROMAN.fullmatch(word))
