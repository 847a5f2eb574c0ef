"""What holds for the project as a whole."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.template.loader import get_template
from wagtail.models import get_page_models

from core.blocks import BODY_BLOCKS
from core.models import BasePage
from tests.factories.core import make_document, make_funding, make_picture, make_role
from tests.factories.news import make_news

ROOT = Path(__file__).parents[1]
OURS = ["core", "members", "news", "events", "resources", "search", "home", "site", "tests", "tools"]
MODULES = [path for folder in OURS for path in sorted((ROOT / folder).rglob("*.py"))]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SECRET = "a-long-random-text-that-nobody-else-has-4217-xkqzvw"
PUBLIC = {"SECRET_KEY": SECRET, "BASE_URL": "https://leader.example.org", "ALLOWED_HOSTS": "leader.example.org"}


def manage(*arguments, **environment):
    """manage.py as on a server: production settings, and nothing of this test run in its environment."""
    return subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", *arguments, "--settings", "leadernet.settings.production"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATABASE_URL": "sqlite://:memory:", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_a_public_server_passes_the_deployment_checks():
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PUBLIC)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("name", "value"), [("SECRET_KEY", ""), ("SECRET_KEY", "short"), ("BASE_URL", "http://leader.example.org")]
)
def test_a_public_server_refuses_to_start_half_configured(name, value):
    done = manage("check", **PUBLIC | {name: value})
    assert done.returncode != 0
    assert name in done.stderr


@pytest.mark.parametrize("model", [model for model in get_page_models() if issubclass(model, BasePage)])
def test_every_kind_of_page_has_its_template(model):
    if model is not BasePage:
        get_template(model.template)


@pytest.mark.indexed
def test_every_block_explains_itself_to_the_editor(homes):
    make_role(), make_funding()
    make_news(picture=make_picture(), body=[("document", {"document": make_document(), "title": ""})])
    for name, block in BODY_BLOCKS:
        assert block.meta.icon != "placeholder" and block.meta.description and block.meta.template, name
        assert block.label != name.capitalize(), name
        assert len(block.render(block.get_preview_value())) > 40, name


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_no_code_and_no_style_stands_in_a_template(path):
    text = path.read_text()
    if path.relative_to(ROOT / "templates").parts[0] == "mail":
        return  # letters carry their styles with them
    assert not re.search(r"\s(style|on[a-z]+)=[\"']", text)
    assert "<style" not in text
    for opening in re.findall(r"<script[^>]*>", text):
        assert "src=" in opening or "json" in opening, opening


def test_modules_are_small_and_say_what_they_hold():
    lengths = {path: len(path.read_text().splitlines()) for path in MODULES if "migrations" not in path.parts}
    assert [path for path, lines in lengths.items() if lines > 300] == []
    assert sorted(lengths.values())[len(lengths) // 2] < 60
    assert not {path.stem for path in MODULES} & {"utils", "helpers", "common", "misc"}


def test_no_group_of_a_pattern_is_possessive():
    """Python before 3.11.5 loses its place in them (python/cpython#106052); an atomic group, `(?>…)`, is the same."""
    possessive = re.compile(r"\)(?:[*+?]|\{[\d,]+\})\+")
    found = [str(path) for path in MODULES if possessive.search(path.read_text(encoding="utf-8"))]
    assert found == []
