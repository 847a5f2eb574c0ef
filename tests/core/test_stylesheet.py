import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from core import stylesheet


@pytest.fixture(autouse=True)
def look_for_fonts_anew():
    stylesheet.fonts.cache_clear()
    yield
    stylesheet.fonts.cache_clear()


def test_one_stylesheet_holds_every_part_and_stays_small():
    css = Path(finders.find("css/site.css")).read_text(encoding="utf-8")
    for selector in ("--attn: #e8b93f", ".card {", ".error-summary {", ".gallery {", "@media print"):
        assert selector in css
    assert len(gzip.compress(css.encode())) <= 17_000
    assert "../../" not in css


def test_no_part_turns_with_the_screen():
    """So axe need not fetch the style sheets for its rule on locked orientation (tests/browser/axe.py)."""
    assert not re.search(r"@media[^{]*orientation", stylesheet.stylesheet())


def test_without_font_files_no_page_asks_for_them(monkeypatch, tmp_path):
    monkeypatch.setattr(stylesheet, "SOURCES", tmp_path)
    (tmp_path / "css").mkdir()
    assert stylesheet.fonts() == []
    assert "woff2" not in stylesheet.stylesheet()


def test_with_font_files_they_are_named(monkeypatch, tmp_path):
    monkeypatch.setattr(stylesheet, "SOURCES", tmp_path)
    (tmp_path / "css").mkdir()
    (tmp_path / "fonts").mkdir()
    for name in stylesheet.FONTS:
        (tmp_path / name).write_bytes(b"font")
    assert stylesheet.fonts() == list(stylesheet.FONTS)
    assert stylesheet.stylesheet().count("@font-face") == len(stylesheet.FONTS)
