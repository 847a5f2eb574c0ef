import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.transliteration import (
    ascii_file_name,
    clean_title_from_file_name,
    slugify_bg,
    transliterate,
    without_invisible,
)


@pytest.mark.parametrize(
    ("bulgarian", "latin"),
    [
        ("Щастливият ъгъл на Тунджа", "Shtastliviyat agal na Tundzha"),
        ("София, България", "Sofia, Bulgaria"),
        ("БЪЛГАРИЯ", "BULGARIA"),
        ("Българията", "Balgariyata"),
        ("Синьо ждрело, Ѝ", "Sinyo zhdrelo, I"),
        ("Шейново и Цар Калоян", "Sheynovo i Tsar Kaloyan"),
        ("ЩЪРКЕЛОВО 2026", "SHTARKELOVO 2026"),
        ("Я, Юлиева", "Ya, Yulieva"),
    ],
)
def test_words_are_written_as_the_law_says(bulgarian, latin):
    assert transliterate(bulgarian) == latin


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Щастливият ъгъл на Тунджа", "shtastliviyat-agal-na-tundzha"),
        ("МИГ – „Тунджа“: 2 400 000 €", "mig-tundzha-2-400-000"),
        ("Обуче\u00adние за за\u0301мъка", "obuchenie-za-zamaka"),  # soft hyphen, stress mark
        (unicodedata.normalize("NFD", "Чепеларе и край"), "chepelare-i-kray"),  # names from a Mac
        ("Café LEADER", "cafe-leader"),
        ("…!?", "stranitsa"),
        ("", "stranitsa"),
        ("農村", "stranitsa"),
    ],
)
def test_addresses(title, slug):
    assert slugify_bg(title) == slug


def test_long_address_ends_with_a_whole_word():
    assert slugify_bg("Покана за прием на проекти", max_length=14) == "pokana-za"
    assert slugify_bg("Покана за прием на проекти", max_length=15) == "pokana-za-priem"
    assert slugify_bg("Непротивоконституционствувателствувайте", max_length=10) == "neprotivok"


@given(st.text(), st.integers(min_value=9, max_value=100))
def test_any_title_gives_a_usable_address(title, max_length):
    slug = slugify_bg(title, max_length)
    assert 0 < len(slug) <= max_length
    assert slug.replace("-", "").isascii()
    assert slug.replace("-", "").isalnum()
    assert slug == slug.lower().strip("-")


@pytest.mark.parametrize(
    ("uploaded", "stored"),
    [
        ("Покана 2026.PDF", "pokana-2026.pdf"),
        ("ЖЪ_снимка.png", "zha-snimka.png"),
        ("..%2f..%2fx.png", "x.png"),
        ("../../etc/x.png", "x.png"),
        ("C:\\Документи\\Устав.docx", "ustav.docx"),
        ("отчет\u202efdp.exe", "otchetfdp.exe"),  # shown as отчетexe.pdf
        ("x.pdf.exe", "x-pdf.exe"),
        (".png", "fayl.png"),
        ("без разширение", "bez-razshirenie"),
        ("", "fayl"),
    ],
)
def test_stored_file_names(uploaded, stored):
    assert ascii_file_name(uploaded) == stored


def test_very_long_file_name_keeps_its_extension():
    name = ascii_file_name("ж" * 240 + ".docx")
    assert len(name) <= 91
    assert name.endswith(".docx")


@given(st.text())
def test_any_file_name_is_safe(name):
    stored = ascii_file_name(name)
    assert stored.isascii()
    assert not set(stored) & set("/\\%\0")
    assert not stored.startswith((".", "-"))


@pytest.mark.parametrize(
    ("uploaded", "title"),
    [
        ("покана_за__среща.pdf", "Покана за среща"),
        ("папка/Отчет\u202e 2026 г..docx", "Отчет 2026 г"),
        ("Протокол № 3 от 24.05.2026 г", "Протокол № 3 от 24.05.2026 г"),
    ],
)
def test_suggested_titles(uploaded, title):
    assert clean_title_from_file_name(uploaded) == title


def test_invisible_characters_go_and_letters_stay():
    assert without_invisible("ад\u200bмин\u202e\x00 й") == "админ й"
    assert without_invisible("два\nреда") == "два\nреда"
