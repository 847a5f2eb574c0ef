import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.safestring import mark_safe
from hypothesis import given
from hypothesis import strategies as st

from core.typography import english_quotes, excerpt, hyphenated, nbsp, reading_time, sort_key, without_end
from core.written import written


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("през 2026 г. в с. Крушаре", "през 2026~г. в с.~Крушаре"),
        ("№ 3, чл. 5 и гр. Ямбол", "№~3, чл.~5 и гр.~Ямбол"),
        ("файл 2 MB, 38 слайда, 6 стр.", "файл 2~MB, 38~слайда, 6~стр."),
        ("остават 11 дни и 200 € – после нищо", "остават 11~дни и 200~€~– после нищо"),
        ("с. „Искра“", "с.~„Искра“"),
        ("дните минават. Село е", "дните минават. Село е"),
        ("вкъщи с. нищо", "вкъщи с.~нищо"),
        ("50 градуса", "50 градуса"),
    ],
)
def test_what_stays_on_one_line(typed, shown):
    assert nbsp(typed).replace("\u00a0", "~") == shown


def test_tags_of_rich_text_are_left_alone():
    html = '<p data-x="5 MB – a">5 MB – <b>№ 3</b></p>'
    assert nbsp(html).replace("\u00a0", "~") == '<p data-x="5 MB – a">5~MB~– <b>№~3</b></p>'


def test_filter_keeps_html_and_still_escapes_what_is_typed():
    template = Template("{% load text %}{{ text|nbsp }}")
    assert template.render(Context({"text": mark_safe("<b>5 MB</b>")})) == "<b>5\u00a0MB</b>"
    assert template.render(Context({"text": "<b>5 MB</b>"})) == "&lt;b&gt;5\u00a0MB&lt;/b&gt;"


def test_alphabetical_order_of_organisations():
    names = [
        "МИГ – Тунджа",
        "НЧ „Искра – 1929“",
        "Сдружение „МИГ Айтос“",
        "МИГ-Ябланица",
        "Елена",
        "МИГ Ѝ",
        "елин",
        "Народно читалище „Щъркел“",
        "МИРГ Шабла – Каварна – Балчик",
        "МИГ Йоаким",
        "Миграция без граници",
    ]
    assert sorted(names, key=sort_key) == [
        "Сдружение „МИГ Айтос“",
        "Елена",
        "елин",
        "МИГ Ѝ",
        "НЧ „Искра – 1929“",
        "МИГ Йоаким",
        "Миграция без граници",
        "МИГ – Тунджа",
        "МИРГ Шабла – Каварна – Балчик",
        "Народно читалище „Щъркел“",
        "МИГ-Ябланица",
    ]


def test_dashes_do_not_change_the_order():
    keys = {sort_key(f"МИГ {dash} Лясковец {dash} Стражица") for dash in "-–—‑"}
    assert keys == {"лясковец стражица"}
    assert sort_key("МИГ") == "миг"


@given(st.text())
def test_any_name_can_be_sorted(name):
    assert isinstance(sort_key(name), str)


def test_excerpt_has_whole_words_of_all_paragraphs():
    html = "<h2>Покана</h2><p>Елате на <b>сре</b>щата &amp; кажете.</p><p>Втори ред</p>"
    assert excerpt(html) == "Покана Елате на срещата & кажете. Втори ред"
    assert excerpt(html, 20) == "Покана Елате на…"
    assert excerpt("дума" * 20, 10) == "думадумаду…"


def test_excerpt_ends_with_a_sentence_but_not_with_a_short_form():
    assert excerpt("Срещата е утре сутринта. Елате всички заедно.", 30) == "Срещата е утре сутринта."
    assert excerpt("Срещата е утре в село с. Крушаре край Сливен", 27) == "Срещата е утре в село с…"


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (180, 1), (181, 2), (900, 5)])
def test_reading_time(words, minutes):
    assert reading_time("<p>" + "дума " * words + "</p>") == minutes


@pytest.mark.parametrize(
    ("size", "bulgarian", "english"),
    [
        (0, "0 B", "0 B"),
        (900, "900 B", "900 B"),
        (348_160, "340 KB", "340 KB"),
        (1_258_291, "1,2 MB", "1.2 MB"),
        (2 * 1024**2, "2 MB", "2 MB"),
        (16_500_000, "16 MB", "16 MB"),
    ],
)
def test_file_size(size, bulgarian, english):
    for language, text in (("bg", bulgarian), ("en", english)):
        with translation.override(language):
            shown = Template("{% load text %}{{ size|file_size }}").render(Context({"size": size}))
        assert shown == text.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("n", "bulgarian", "english"),
    [
        (2400, "2400", "2400"),
        (12400, "12~400", "12,400"),
        (-1234567, "-1~234~567", "-1,234,567"),
        (2.5, "2,5", "2.5"),
    ],
)
def test_thousands_are_parted_from_five_digits_on(n, bulgarian, english):
    for language, text in (("bg", bulgarian), ("en", english)):
        with translation.override(language):
            shown = Template("{% load text %}{{ n|grouped }}").render(Context({"n": n}))
        assert shown.replace("\u00a0", "~") == text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Сдружение „Стар път“", "Sdruzhenie “Star pat”"),
        ("НЧ „Искра“ и „Изгрев“", "NCH “Iskra” i “Izgrev”"),
        ("Already “English”", "Already “English”"),
    ],
)
def test_names_in_latin_letters_stand_in_english_quotation_marks(name, shown):
    assert written(name, "", "en", in_latin=True).text == shown
    assert english_quotes("„без край") == "„без край"


def test_a_sentence_before_a_colon_has_no_end():
    assert [without_end(text) for text in ("Съгласен съм.", "Кой?", "Име")] == ["Съгласен съм", "Кой", "Име"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Информационна среща", "Ин-фор-ма-ционна среща"),
        ("Пресконференция", "Прес-кон-фе-рен-ция"),
        ("среща в с. Роза", "среща в с. Роза"),
        ("Information meeting", "Information meeting"),
    ],
)
def test_long_words_may_be_divided_where_a_syllable_ends(text, shown):
    assert hyphenated(text).replace("\u00ad", "-") == shown
