"""Addresses hidden in whole answers of the portal."""

import re

import pytest

from tests.factories.core import make_role
from tests.factories.members import make_user
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


@pytest.mark.parametrize("page", ["/accounts/login/", "/en/accounts/signup/", "/accounts/password/reset/"])
def test_a_page_of_the_account_hides_what_stands_in_its_frame(client, homes, page):
    make_role(title_bg="Счетоводител, mig@example.org", title_en="Accountant, mig@example.org")
    answer = client.get(page).content.decode()
    assert re.search("(Счетоводител|Accountant), (Покажи|Show)", answer)
    assert "mig@example.org" not in answer


def test_somebody_sees_the_own_address_on_the_pages_of_the_account(client, homes):
    user = make_user("chovek@example.org")
    client.force_login(user)
    assert user.email in client.get("/accounts/email/").content.decode()
