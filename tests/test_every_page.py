"""Every kind of page is valid HTML and can be read aloud (`tests/html.py` says what that means), and asks its prepared
questions as they would be asked anew."""

import re
from itertools import groupby

import pytest
from django.core.cache import cache
from django.db import connection
from django.template.loader import render_to_string
from django.utils import translation

from core.prepared import Written
from tests.factories.portal import fill_portal
from tests.factories.teams import make_member
from tests.html import problems

ERRORS = ["400", "403", "403_csrf", "404", "429", "500", "503"]


@pytest.fixture(scope="module")
def portal_laid(lay):
    return lay(fill_portal)


@pytest.fixture
def portal(portal_laid, db):
    return portal_laid()


def test_every_kind_of_page(client, portal):
    member, wrong = make_member(), {}
    for code, visit in [(language, visit) for language, found in portal.items() for visit in found]:
        client.force_login(member) if visit.member else client.logout()
        if visit.through:
            client.get(visit.through)
        answer = client.get(visit.path) if visit.form is None else client.post(visit.path, visit.form)
        html = answer.content.decode()
        found = problems(html)
        if answer.status_code != visit.status:
            found.append(f"answers {answer.status_code}")
        if f'<html lang="{code}"' not in html:
            found.append("speaks the other language")
        if found:
            wrong[str(visit)] = found
    assert not wrong


@pytest.mark.kinds
def test_no_page_asks_anything_else_than_what_would_be_written_anew(client, portal, monkeypatch):
    """Also when pages of the same kind were asked for before, in the other language, with more or fewer pictures."""
    compared = set()

    def ask_and_compare(self, values):
        if self.sql:
            sql, params = self.build(*values).query.get_compiler(using="default").as_sql()
            assert _without_repetitions(sql, params) == _without_repetitions(self.sql, self.filled(values, connection))
            compared.add(self.build)
        return ask(self, values)

    ask = Written.ask
    monkeypatch.setattr(Written, "ask", ask_and_compare)
    for visits in portal.values():
        for visit in visits:
            if visit.form is None and not visit.member:
                cache.clear()
                assert client.get(visit.path).status_code == visit.status
    assert len(compared) > 10


def _without_repetitions(sql, params):
    """Lists are filled up with their last value."""
    return re.sub(r"%s(, %s)+", "%s", sql), [param for param, _ in groupby(params)]


@pytest.mark.parametrize("code", ["bg", "en"])
@pytest.mark.parametrize("number", ERRORS)
def test_pages_for_what_went_wrong(rf, homes, number, code):
    with translation.override(code):
        html = render_to_string(f"{number}.html", {"language": code}, request=rf.get("/"))
    assert problems(html) == []


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ("<main><h1>А</h1><h3>Б</h3></main>", "from h1 to h3"),
        ("<main><h1>А</h1><p id=a></p><p id=a></p></main>", "id “a” 2 times"),
        ("<main><h1>А</h1><input name=q></main>", "<input name=q> has no label"),
        ("<main><h1>А</h1><a href='/'><svg></svg></a></main>", "says nothing"),
        ("<main><h1>А</h1><img src=a.png></main>", "without alt"),
        ("<main><h1>А</h1><p style='color: red'>Б</p></main>", "style= on <p>"),
        ("<main><h1>А</h1><a href='#b'>Б</a></main>", "points to “b”"),
        ("<main><h1>А</h1><span><p>Б</p></span></main>", "<p> in <span>"),
        ("<main><h1>А</h1><div></main>", "line 1"),
    ],
)
def test_the_checker_sees(html, problem):
    page = (
        "<!doctype html><html lang=bg><head><meta name=viewport content=x><title>А</title></head><body>{}</body></html>"
    )
    assert problems(page.format("<main><h1>А</h1></main>")) == []
    assert any(problem in line for line in problems(page.format(html)))
