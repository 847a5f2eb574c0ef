"""Every kind of page is valid HTML and can be read aloud (`tests/html.py` says what that means)."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from tests.factories.portal import fill_portal
from tests.factories.teams import make_member
from tests.html import problems

ERRORS = ["400", "403", "403_csrf", "404", "429", "500", "503"]


@pytest.mark.parametrize("code", ["bg", "en"])
def test_every_kind_of_page(client, homes, code):
    visits = fill_portal()[code]
    member = make_member()
    wrong = {}
    for visit in visits:
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
            wrong[visit.path] = found
    assert not wrong


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
