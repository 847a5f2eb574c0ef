"""A form sent without its cookie: the reader is told what to do, in the language of the page."""

import pytest
from django.test import Client

from tests.factories.core import make_role
from tests.html import problems


@pytest.mark.parametrize(("prefix", "code"), [("", "bg"), ("/en", "en")])
def test_a_form_without_its_cookie(homes, prefix, code):
    make_role()
    answer = Client(enforce_csrf_checks=True).post(f"{prefix}/pishete/koordinator/", {"text": "Здравейте"})
    html = answer.content.decode()
    assert answer.status_code == 403
    assert f'<html lang="{code}"' in html and "CSRF" not in html
    assert problems(html) == []
