"""The virtual environment holds what the files say that were asked for last."""

import sys

import environment
import pytest


@pytest.fixture
def make(monkeypatch, tmp_path):
    """Like `make setup` and `make setup-dev`; returns what pip was asked for."""
    asked = []
    monkeypatch.setattr(environment, "make", lambda folder: folder)
    monkeypatch.setattr(environment, "install", lambda python, arguments: asked.append(arguments[1::2]))

    def make(*files):
        asked.clear()
        monkeypatch.setattr(sys, "argv", ["environment.py", str(tmp_path), *files])
        environment.main()
        return asked and [path.rpartition("/")[2] for path in asked[0]]

    return make


@pytest.fixture
def files(tmp_path):
    (tmp_path / "portal.txt").write_text("wagtail==1")
    (tmp_path / "tests.txt").write_text("pytest==1")
    return [str(tmp_path / "portal.txt"), str(tmp_path / "tests.txt")]


def test_nothing_is_installed_twice(make, files):
    assert make(*files) == ["portal.txt", "tests.txt"]
    assert make(*files) == make(files[0]) == []


def test_what_another_branch_installed_is_put_right(make, files, tmp_path):
    make(*files)
    (tmp_path / "portal.txt").write_text("wagtail==2")
    assert make(files[0]) == ["portal.txt"]
    (tmp_path / "portal.txt").write_text("wagtail==1")
    assert make(*files) == ["portal.txt", "tests.txt"]
