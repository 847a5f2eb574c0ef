"""Pages cost the same with one item and with many, and stay within their budgets (`tests/cost.py` measures)."""

import pytest

from tests.cost import calls_for, cost_of
from tests.factories.core import make_document, make_funding, make_role
from tests.factories.core import make_picture as make_large_picture
from tests.factories.news import make_news, make_rubric, translate

pytestmark = [pytest.mark.django_db, pytest.mark.kinds]


def make_picture():
    """Small: what a page costs does not depend on it, what a test costs does."""
    return make_large_picture(size=(320, 200))


HTML_BUDGET = 30_000
ARTICLE_CALLS = 27_000
BUDGETS = {  # address: queries, Python calls
    "/": (14, 27_000),
    "/en/": (14, 27_000),
    "/novini/": (10, 50_000),
    "/en/news/": (10, 50_000),
    "/rubriki/pokani/": (10, 50_000),
    "/novini/mig-tundzha/": (10, 50_000),
    "/en/topics/pokani/": (10, 50_000),
    "/en/news/mig-tundzha/": (10, 50_000),
    "/organizatsii/": (10, 50_000),
    "/en/organisations/": (10, 50_000),
    "/prisaedinyavane/": (10, 50_000),
    "/en/join/": (10, 50_000),
}


@pytest.fixture
def roles(homes):
    homes["bg"].funding = make_funding()
    homes["bg"].save()
    for number in range(4):
        make_role(f"rolya-{number}")


def rich_body():
    return [
        ("heading", "Какво се промени"),
        ("text", "<p>Дълъг <b>текст</b> с <a href='https://example.org/'>връзка</a>.</p>" * 5),
        ("picture", {"image": make_picture(), "caption": "Надпис"}),
        ("gallery", {"pictures": [{"image": make_picture(), "caption": ""} for _ in range(2)]}),
        ("quote", {"quote": "Думи.", "source": "Организаторите"}),
        ("document", {"document": make_document(), "title": ""}),
        ("callout", {"kind": "warn", "title": "Срок", "text": "<p>Удължен.</p>"}),
    ]


@pytest.fixture(autouse=True)
def rubric(homes):
    """With a picture of its own, and read in English as a stand-in."""
    make_rubric(picture=make_picture())


def fill(newsroom, how_many):
    for number in range(how_many):
        rubrics = [make_rubric(), make_rubric(f"Рубрика {number}", f"rubrika-{number}")]
        news = make_news(parent=newsroom, rubrics=rubrics, picture=make_picture(), days_ago=number)
        if number % 2:
            translate(news, title=f"News {number}")


def test_lists_do_not_grow_with_content(client, newsroom, roles):
    fill(newsroom, 1)
    before = {address: cost_of(client, address) for address in BUDGETS}
    fill(newsroom, 3)
    for address, (queries, calls) in BUDGETS.items():
        one, three = before[address], cost_of(client, address)
        assert len(three.queries) <= len(one.queries), (address, *three.queries)
        assert len(three.queries) <= queries, (address, *three.queries)
        assert not three.repeated, address
        assert not three.writes, address
        assert three.html_gz <= HTML_BUDGET, address
        assert calls_for(client, address) <= calls, address


def test_a_full_list_stays_within_its_budget(client, newsroom, roles):
    fill(newsroom, 14)
    for address in ("/en/", "/en/news/", "/rubriki/pokani/", "/en/news/mig-tundzha/"):
        cost = cost_of(client, address)
        queries, calls = BUDGETS[address]
        assert len(cost.queries) <= queries, (address, *cost.queries)
        assert "COUNT(" not in " ".join(sql for sql in cost.queries if "GROUP BY" not in sql), address
        assert " OFFSET " not in " ".join(cost.queries), address
        assert calls_for(client, address) <= calls, address
    fill(newsroom, 12)
    deepest = client.get("/novini/", {"before": client.get("/novini/").context["news"].older}).context["news"].older
    deep = cost_of(client, f"/novini/?before={deepest.replace('+', '%2B')}")
    assert len(deep.queries) <= len(cost_of(client, "/novini/").queries)


@pytest.mark.parametrize("others", [0, 3])
@pytest.mark.parametrize("prefix", ["/novini", "/en/news"])
def test_an_article_stays_within_its_budget(client, newsroom, roles, prefix, others):
    fill(newsroom, others)
    news = make_news(parent=newsroom, body=rich_body(), picture=make_picture(), funding=make_funding("Друг запис"))
    address = f"{prefix}/mig-tundzha/{news.slug}/"
    cost = cost_of(client, address)
    assert len(cost.queries) <= 10, "\n\n".join(cost.queries)
    assert not cost.repeated
    assert not cost.writes
    assert cost.html_gz <= HTML_BUDGET
    assert calls_for(client, address) <= ARTICLE_CALLS
