"""Words meet their forms and spellings and nothing else; measured on tables in which the hard ones stay."""

import pytest

from search.analysis import texts
from search.analysis.layouts import other_layouts
from search.analysis.queries import leaves, read
from search.analysis.tokens import folded, words
from search.analysis.words import asked, indexed
from tests.cost import calls_of
from tests.search.latin import LATIN
from tests.search.lookalikes import LOOKALIKES
from tests.search.words import LAYOUTS, families, pairs


def meet(query: str, text: str) -> bool:
    """Whether every word of the query finds a word of the text."""
    found = {term for word in words(folded(text)) for term in indexed(word)}
    return all(found.intersection(asked(word)) for word in words(folded(query)))


def found_by(query: str, text: str) -> bool:
    there = {term for one in texts.terms(text) for term in one}

    def holds(part):
        if isinstance(part, str):
            return part in there
        return (all if type(part).__name__ == "All" else any)(map(holds, part.parts))

    return holds(read(query).expression)


def test_forms_of_a_word_find_each_other():
    tried = [(one, other) for forms in families() for one in forms for other in forms if one != other]
    missed = [pair for pair in tried if not meet(*pair)]
    assert sum(map(len, families())) >= 150
    assert len(missed) <= 0.03 * len(tried), missed


def test_lookalikes_do_not():
    table = pairs(LOOKALIKES)
    merged = [pair for pair in table if meet(*pair) or meet(*pair[::-1])]
    assert len(table) >= 100
    assert len(merged) <= 0.05 * len(table), merged


def test_latin_letters_meet_cyrillic_ones_in_both_directions():
    table = pairs(LATIN)
    assert len(table) >= 60
    for one in (lambda latin, cyrillic: (latin, cyrillic), lambda latin, cyrillic: (cyrillic, latin)):
        missed = [pair for pair in table if not meet(*one(*pair))]
        assert len(missed) <= 0.06 * len(table), missed


def test_the_wrong_keyboard_is_understood():
    assert len(LAYOUTS) >= 20
    assert [typed for typed, meant in LAYOUTS.items() if meant not in other_layouts(typed)] == []


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("BG06RDNP001-19.092", "по процедура BG06RDNP001-19.092 на МИГ"),
        ("19.092", "по процедура BG06RDNP001-19.092"),
        ("РД50-39/23.04.2018", "Споразумение № РД50-39/23.04.2018 г."),
        ("rd50-39", "Споразумение № РД50-39/23.04.2018 г."),
        ("7.2", "по мярка 7.2 на стратегията"),
        ("дома ѝ", "домът й"),
        ("МИГ Тунджа", "Местната инициативна група на Тунджа"),
        ("местна инициативна група Тунджа", "МИГ – Тунджа"),
        ("народно читалище Искра", "НЧ „Искра – 1929“"),
        ("НПО", "неправителствените организации"),
        ("ЮЛНЦ", "За НПО"),
        ("СВОМР", "Стратегията за ВОМР"),
        ("LAG", "МИГ в общината"),
        ("LEADER", "подходът ЛИДЕР"),
        ("meetings", "A meeting of farmers"),
        ("Крушаре", "Meeting in Krushare"),
        ("2026", "Панаир 2026"),
        ("2023-2027", "за периода 2023–2027 г."),
        ("2023–2027", "за периода 2023 – 2027 г."),
        ("2027", "за периода 2023-2027 г."),
        ("искра", "НЧ „Искра-1929“"),
        ("нч Искра-1929", "Народно читалище „Искра – 1929“"),
        ("Искра – 1929", "НЧ „Искра–1929“"),
        ("covid-19", "след COVID-19"),
    ],
)
def test_the_words_of_the_field_find(query, text):
    assert found_by(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("19.09", "BG06RDNP001-19.092"),
        ("РД50-40", "РД50-39/23.04.2018"),
        ("мярка 7.3", "мярка 7.2"),
        ("местна инициативна група", "Местната група по инициатива на кмета"),
        ("куба", "каба гайда"),
    ],
)
def test_what_only_looks_like_it_does_not(query, text):
    assert not found_by(query, text)


def test_only_words_that_stand_everywhere_ask_for_nothing():
    for query in ("и на за", "!!!", "😀", "& | ! ( ) :* <->", "", "\x00", "а" * 10_000):
        assert len(list(leaves(read(query).expression))) <= 4
    assert read("и на за").is_empty and read("😀").is_empty
    assert not read("не без").is_empty


def test_a_word_that_was_seen_costs_a_few_calls():
    text = " ".join(f"{word} {number}" for number, forms in enumerate(families()) for word in forms)
    texts.terms(text)
    assert calls_of(texts.terms, text) <= 7 * len(text.split())
