"""Addresses hidden in whole answers of the portal."""

import re

import pytest

from tests.factories.news import make_news, translate

pytestmark = pytest.mark.django_db


def test_the_link_to_an_address_speaks_the_language_of_the_page(client, newsroom):
    news = make_news(parent=newsroom, summary="Пишете на mig@example.org.")
    twin = translate(news, title="In English", slug="in-english", summary="Write to mig@example.org.")
    bulgarian, english = (client.get(page.url).content.decode() for page in (news, twin))
    assert "mig@example.org" not in bulgarian + english
    assert "Покажи адреса на е-пощата" in bulgarian
    assert "Show the e-mail address" in english and "Покажи" not in english
    (address,) = set(re.findall(r'href="(/[^"]*/)"[^>]*>Show the e-mail address', english))
    shown = client.post(address).content.decode()
    assert "mailto:mig@example.org" in shown and 'lang="en"' in shown
