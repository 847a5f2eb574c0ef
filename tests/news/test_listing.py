"""Turning the pages of a list, in both languages."""

import re
from html import unescape

import pytest

from news.models import NewsPage
from tests.factories.news import make_news, translate

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(scope="module")
def many_laid(lay, newsroom_laid):
    return lay(lambda: make_many(newsroom_laid()))


@pytest.fixture
def many(many_laid, newsroom):
    return many_laid()


def make_many(newsroom):
    """Thirty news of two each day; every third is translated, in another order than they were written."""
    news = [make_news(f"Новина {number}", newsroom, days_ago=number // 2) for number in range(30)]
    for page in reversed(news[::3]):
        translate(page, title=page.title.replace("Новина", "News"))


def shown(client, address) -> tuple[list[str], str]:
    """What stands on a page of the list, by number, and where the toggle leads."""
    response = client.get(address)
    assert response.status_code == 200
    html = response.content.decode()
    toggle = re.search(r'<a href="([^"]*)" lang="(?:bg|en)" hreflang="(?:bg|en)">', html)[1]
    return [row.title.rpartition(" ")[2] for row in response.context["news"].rows], unescape(toggle)


def test_the_toggle_keeps_the_place_in_a_list(client, many):
    """To the day: what was published at the same moment has no order that both languages share."""
    first = client.get("/novini/").context["news"]
    second = client.get("/novini/", {"before": first.older}).context["news"]
    for query in ({"before": first.older}, {"before": second.older}, {"after": second.newer}):
        address = "/novini/?" + "&".join(f"{name}={place.replace('+', '%2B')}" for name, place in query.items())
        numbers, toggle = shown(client, address)
        assert toggle.startswith("/en/news/?")
        english, back = shown(client, toggle)
        assert {int(number) // 2 for number in numbers} & {int(number) // 2 for number in english[:3]}
        assert abs(int(numbers[0]) // 2 - int(english[0]) // 2) <= 1
        assert back.startswith("/novini/?")


def test_nothing_of_a_place_that_makes_no_sense_is_carried_on(client, many):
    assert NewsPage.objects.count() == 40
    html = client.get("/novini/?before=x").content.decode()
    assert "?before" not in html.partition("<main")[0]


def test_search_engines_are_told_of_the_list_alone(client, many):
    older = client.get("/novini/").context["news"].older
    html = client.get("/novini/", {"before": older}).content.decode()
    assert 'hreflang="en" href="http://localhost:8000/en/news/"' in html


def test_rows_name_the_organisation_in_the_language_that_is_read(client, newsroom):
    make_news("Новина", newsroom)
    for address, name in (("/novini/", "МИГ – Тунджа"), ("/en/news/", "LAG Tundzha")):
        assert f'<p class="org">{name}</p>' in client.get(address).content.decode()
    newsroom.organization.name_en = ""
    newsroom.organization.save()
    assert '<p class="org">МИГ – Тунджа</p>' in client.get("/en/news/").content.decode()
