import pytest
from django.core.exceptions import ValidationError

from members.names import clean_name


@pytest.mark.parametrize(
    "typed, kept",
    [
        ("  Секретар   на читалище ", "Секретар на читалище"),
        ("\u202eотркаС\u202c", "отркаС"),
        ("Ре\u200bдак\u00adтор", "Редактор"),
        ("Редактор\r\nBcc: drug", "Редактор Bcc: drug"),
        ("и\u0306", "й"),
    ],
)
def test_signs_that_nobody_sees_are_left_out(typed, kept):
    assert clean_name(typed) == kept


@pytest.mark.parametrize(
    "typed", ["<b>Редактор</b>", "ivan@example.org", "https://example.org", "www.example.org", "123 !", ""]
)
def test_addresses_markup_and_empty_names_are_refused(typed):
    with pytest.raises(ValidationError):
        clean_name(typed)


@pytest.mark.parametrize("typed", ["аdmin", "Редaктор", "Οфис", "МИГ Cевер"])
def test_a_word_in_two_alphabets_is_refused(typed):
    with pytest.raises(ValidationError) as refusal:
        clean_name(typed)
    assert refusal.value.code == "mixed"


@pytest.mark.parametrize("typed", ["LEADER координатор", "МИГ – LAG", "LEADER-мрежа", "МИГ 2"])
def test_words_of_each_alphabet_may_stand_together(typed):
    assert clean_name(typed) == typed
