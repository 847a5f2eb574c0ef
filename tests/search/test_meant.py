"""Mistyped, on another keyboard, in other words: what was meant is found and said."""

import pytest

from search.fuzzy import corrected, distance
from search.models import Word
from tests.factories.news import make_news
from tests.search.words import TYPOS, families, pairs

pytestmark = pytest.mark.django_db


def test_mistyped_words_of_the_field_are_recognised(db):
    names = ["крушаре", "тунджа", "земеделие", "сливен", "ямбол", "стражица", "фестивален"]
    known = {word for forms in families() for word in forms} | set(names)
    Word.objects.all().delete()
    Word.objects.bulk_create(Word(word=word, backwards=word[::-1], times=1) for word in sorted(known))
    table = [(typed, meant.lower()) for typed, meant in pairs(TYPOS) if typed not in known]
    assert len(table) >= 20
    missed = {typed: corrected([typed]) for typed, meant in table if corrected([typed]).get(typed) != meant}
    assert len(missed) <= 2, missed


@pytest.mark.parametrize(
    ("one", "other", "away"),
    [
        ("тунжда", "тунджа", 1),
        ("общтина", "община", 1),
        ("крушере", "крушаре", 1),
        ("а", "бвг", 3),
        ("село", "село", 0),
    ],
)
def test_distance(one, other, away):
    assert distance(one, other, 1) == away


@pytest.mark.parametrize("query", ["крушере", "rhj", "krushere", "кушаре", "i,eyr"])
def test_what_was_meant_is_shown_and_said(look, query):
    make_news("Срещи в Крушаре")
    answer = look.answer(query)
    found = answer.context["found"]
    if query == "rhj":
        assert not found.rows
        return
    assert [hit.plain_title for hit in answer.context["hits"]] == ["Срещи в Крушаре"]
    assert found.is_instead and found.meant.lower() in ("крушаре", "срещи")
    assert look(query, exact="1") == []


def test_signs_alone_are_no_other_keyboard_and_common_words_get_no_capital(look):
    make_news("Събор на ч")
    for title in ("Община Тунджа", "МИГ – община Тунджа"):
        make_news(title)
    for signs in ('"', "'", ";", "[]", "..."):
        assert look(signs) == []
    assert look.answer("общтина тунжда").context["found"].meant == "община Тунджа"


@pytest.mark.parametrize("typed", ["покна за предлжения", "mfudkd pd m,eo.fgekrs"])
def test_small_words_stay_in_what_was_meant(look, typed):
    for number in range(3):
        make_news(f"Покана за предложения {number}")
    assert look.answer(typed).context["found"].meant == "покана за предложения"


def test_with_few_results_the_likelier_word_is_offered(look):
    make_news("Нещо за Крушере")
    for number in range(4):
        make_news(f"Крушаре {number}")
    assert look("крушере") == ["Нещо за Крушере"]
    assert not look.answer("крушере").context["found"].is_instead


def test_when_no_text_has_all_words_some_are_enough(look):
    make_news("Пчелари в Крушаре")
    answer = look.answer("пчелари космонавтика")
    assert [hit.plain_title for hit in answer.context["hits"]] == ["Пчелари в Крушаре"]
    assert answer.context["found"].is_loose


def test_words_of_drafts_and_members_texts_are_never_offered(look):
    make_news("Тайнопис", live=False)
    make_news("Криптограма", audience="members")
    assert look("тайнописс") == look("криптограмма") == []
    assert not Word.objects.filter(word__in=["тайнопис", "криптограма"], times__gt=0).exists()
