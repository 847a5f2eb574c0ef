"""How the sample texts are read, and what is said when one of them is wrong."""

import shutil
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
import time_machine
from django.core.management import CommandError, call_command

from core.management.progress import Progress
from home.demo import reading
from home.demo.blocks import Writer
from home.demo.made import Made
from home.demo.office_files import KINDS
from home.demo.reading import DemoTextError, Text, filled

LINES = ["Кой може да кандидатства?", "До 20 000 € & без такса"]


@time_machine.travel("2026-12-20 10:00+02:00")
@pytest.mark.parametrize(
    ("text", "code", "read"),
    [
        ("До {+17}.", "bg", "До 6 януари."),
        ("Until {+17}.", "en", "Until 6 January."),
        ("До {-3:y}. Край.", "bg", "До 17 декември 2026\xa0г. Край."),
        ("На {+17:y} в Роза", "bg", "На 6 януари 2027\xa0г. в Роза"),
        ("By {+17:y}.", "en", "By 6 January 2027."),
    ],
)
def test_days_are_told_by_their_distance_from_today(text, code, read):
    assert filled(text, code) == read


@pytest.fixture
def texts(tmp_path, monkeypatch):
    """A copy of the texts to spoil."""
    shutil.copytree(reading.HERE / "texts", tmp_path / "texts")
    monkeypatch.setattr(reading, "HERE", tmp_path)
    return tmp_path / "texts"


@pytest.mark.parametrize(
    ("file", "right", "wrong", "said"),
    [
        ("news/charter.toml", "days_ago = ", "days_ago = soon # ", ["news/charter.toml", "line"]),
        ("news/charter.toml", "days_ago = ", 'days_ago = "today" # ', ["news/charter.toml", "days_ago", "int"]),
        ("news/charter.toml", "days_ago = ", "days = ", ["news/charter.toml", "days_ago", "missing"]),
    ],
)
def test_a_mistake_names_the_file_and_the_key(texts, file, right, wrong, said):
    path = texts / file
    path.write_text(path.read_text().replace(right, wrong, 1))
    with pytest.raises(DemoTextError) as error:
        reading.news()
    for words in said:
        assert words in str(error.value)


def test_the_command_ends_with_the_sentence(texts, homes, settings):
    settings.DEBUG = True
    path = texts / "pictures.toml"
    path.write_text(path.read_text().replace('file = "fields.png"', 'file = "lost.png"'))
    with pytest.raises(CommandError, match=r"pictures.toml, picture “fields”, file: .*lost\.png"):
        call_command("demo", stdout=StringIO())


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ({"type": "carousel"}, "no block “carousel”"),
        ({"type": "picture", "picture": "moon", "caption": ""}, "nothing called “moon” among the pictures"),
        ({"type": "text", "html": '<p><a href="news:moon">x</a></p>'}, "nothing called “news:moon” among the pages"),
        ({"type": "heading", "text": ""}, "the editor would refuse it"),
        ({"type": "callout", "kind": "loud", "title": "x", "text": "<p>x</p>"}, "the editor would refuse it"),
        (
            {"type": "table", "caption": "x", "header": ["a", "b"], "rows": [["1", "2"], ["3"]]},
            "the same number of cells",
        ),
    ],
)
def test_a_block_that_cannot_be_is_explained(block, said):
    text = Text({"body_bg": [block]}, "news/x.toml")
    with pytest.raises(DemoTextError, match=said) as error:
        Writer(text, "bg", Made()).body(text.parts("body_bg"))
    assert "news/x.toml, body_bg" in str(error.value)


@pytest.mark.parametrize("kind", KINDS)
def test_office_files_hold_the_words_and_are_the_same_every_time(kind):
    content = KINDS[kind]("Условия", LINES)
    assert content == KINDS[kind]("Условия", LINES)
    with ZipFile(BytesIO(content)) as archive:
        words = archive.read("word/document.xml" if kind == "docx" else "content.xml").decode()
    for line in ("Условия", LINES[0], "До 20 000 € &amp; без такса"):
        assert line in words


class Terminal(StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("stream", "shown"), [(StringIO, "pages: 2\n"), (Terminal, "\rpages        " + "█" * 30 + " 2/2")]
)
def test_progress_is_a_bar_at_a_terminal_and_a_line_elsewhere(stream, shown):
    from django.core.management.base import OutputWrapper

    out = stream()
    assert list(Progress(OutputWrapper(out))("pages", ["a", "b"])) == ["a", "b"]
    assert out.getvalue().rstrip("\n").endswith(shown.rstrip("\n"))
    assert ("\r" in out.getvalue()) == out.isatty()
