import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.capitals import shouts, spaced_out, to_sentence_case


@pytest.mark.parametrize("title", ["ПОКАНА ЗА СРЕЩА", "ПОКАНА", "ОБЯВА за ПРИЕМ НА ПРОЕКТИ", "МИГ ТУНДЖА КАНИ ВСИЧКИ"])
def test_capitals_are_noticed(title):
    assert shouts(title)


@pytest.mark.parametrize(
    "title",
    [
        "МИГ, НПО и ЕС",
        "СВОМР – ПРСР 2014 – 2020",
        "МИГ Тунджа кани",
        "ВАЖНО: промяна на срока за кандидатстване",
        "XXI век",
        "",
    ],
)
def test_abbreviations_are_no_shouting(title):
    assert not shouts(title)


@pytest.mark.parametrize("title", ["П О К А Н А", "Важна  п о к а н а  за всички", "О Б Я В А !"])
def test_spaced_out_words_are_noticed(title):
    assert spaced_out(title)


@pytest.mark.parametrize("title", ["Покана", "А и с мен", "аз и ти в с. Бя", "1 2 3 4 5", ""])
def test_short_words_are_not_spaced_out(title):
    assert not spaced_out(title)


@pytest.mark.parametrize(
    ("loud", "calm"),
    [
        ("ПОКАНА ЗА СРЕЩА НА МИГ И НПО В С. КРУШАРЕ", "Покана за среща на МИГ и НПО в с. Крушаре"),
        ("НЧ „ИСКРА – 1929“ КАНИ. ЕЛАТЕ!", "НЧ „Искра – 1929“ кани. Елате!"),
        ("ПРИЕМ ПРЕЗ 2026 Г. ПО СВОМР", "Прием през 2026 г. по СВОМР"),
        ("ОБЩИНА ЯМБОЛ ПРЕЗ XXI ВЕК", "Община Ямбол през XXI век"),
        ("Покана за Ямбол", "Покана за Ямбол"),
    ],
)
def test_sentence_case(loud, calm):
    assert to_sentence_case(loud) == calm


@given(st.text())
def test_only_the_size_of_letters_changes(text):
    assert to_sentence_case(text).casefold() == text.casefold()
