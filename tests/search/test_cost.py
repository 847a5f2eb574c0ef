"""What a search asks in each of its ways: at most six queries, however much there is.

Counted is what a page asks besides what it asks when nobody looks for anything (its menu, its foot, who is logged in)
and besides what is remembered until somebody changes it: the words that the office set, the titles of themes. The
answer about a village, above the results, is two more.
"""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from members.models import Strategy
from search.models import Promotion, SynonymGroup
from search.rebuilding import rebuild
from tests.cost import Cost, forget_everything
from tests.factories.core import make_role
from tests.factories.events import make_event
from tests.factories.members import make_organization, make_user
from tests.factories.news import make_news, translate
from tests.factories.offers import make_theme, put_into_province
from tests.factories.places import make_settlement

pytestmark = [pytest.mark.django_db, pytest.mark.kinds]
MOST, OF_ANSWER = 6, 2
NARROWED = "kind=event&year={year}&org={organization}&province=BG343&theme=mladi-hora"
WAYS = {
    "plain": "?q=панаири",
    "another page": "?q=панаири&page=2",
    "newest first": "?q=панаири&sort=new",
    "narrowed": f"?q=панаири&{NARROWED}",
    "mistyped": "?q=панари",
    "several mistyped": "?q=панари+кушаре",
    "some of the words": "?q=панаири+космонавтика",
    "another keyboard": "?q=gfyfbhb",
    "Latin letters": "?q=panair",
    "what the office lets stand for it": "?q=карнавал",
    "promoted": "?q=важно",
    "nothing": "?q=няматакава",
    "feed": "rss/?q=панаири",
    "suggestions": "podskazki/?q=пан",
    "suggested places": "podskazki/?q=круш",
}
IN_ENGLISH = ["?q=fairs", f"?q=fair&{NARROWED}", "?q=fiar", "?q=fair+cosmonauts", "rss/?q=fair", "podskazki/?q=fai"]
ANSWERED = ["?q=Крушаре", "?q=krushare", "?q=крушере", "?q=u,wtd,e"]


@pytest.fixture
def fill(homes):
    make_role()
    theme = make_theme("mladi-hora", "Млади хора", "Young people")
    SynonymGroup.objects.create(words="карнавал\nпанаир")
    place = make_settlement("Крушаре")

    def fill(first, last):
        for number in range(first, last):
            organization = make_organization(f"МИГ {number}", f"LAG {number}", f"mig-{number}")
            put_into_province(organization)
            organization.kind = "lag"
            organization.save()
            strategy = Strategy.objects.create(organization=organization, period="2023-27")
            strategy.settlements = [place]
            strategy.save()
            for title in (f"Панаир {number} в Крушаре", f"Панаирът {number}"):
                fields = {"settlement": place, "title_en": f"Fair {number} in Krushare"}
                event = make_event(title, organization, starts_at=timezone.now() + timedelta(days=9 + number), **fields)
                event.themes.set([theme])
                event.save()
            news = make_news(f"Панаир на меда {number}", organization=organization)
            translate(news, title=f"Honey fair {number}")
            promoted = make_event(f"Изложба {number}", organization)
            Promotion.objects.create(words="важно", address="/", kind="event", thing=promoted.pk)
        rebuild()
        return {"year": timezone.localdate().year, "organization": organization.pk}

    return fill


def own(client: Client, path: str) -> list[str]:
    """The queries of the search itself; every cache is cold."""
    frame = {_about(sql) for sql in _asked(client, path.partition("?")[0])}
    return [sql for sql in _asked(client, path) if _about(sql) not in frame and 'FROM "members_theme"' not in sql]


def _asked(client: Client, path: str) -> list[str]:
    forget_everything()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


def _about(sql: str) -> str:
    """Enough of a query to know it again with other values."""
    return re.sub(r"\d+", "", sql.partition(" WHERE ")[0])


def check(few: dict[str, list[str]], many: dict[str, list[str]], most: int) -> None:
    for name, queries in many.items():
        assert len(queries) <= most, (name, queries)
        assert len(queries) == len(few[name]), (name, few[name], queries)
        assert not Cost(queries, 0).repeated, name
        assert all(sql.startswith(("SELECT", "WITH")) for sql in queries), name


def test_no_way_of_searching_grows(client, fill):
    def each():
        found = {name: own(client, f"/tarsene/{way.format(**values)}") for name, way in WAYS.items()}
        return found | {way: own(client, f"/en/tarsene/{way.format(**values)}") for way in IN_ENGLISH}

    values = fill(0, 2)
    few = each()
    values = fill(2, 6)
    check(few, each(), MOST)


def test_of_too_many_the_database_narrows(client, fill, monkeypatch):
    monkeypatch.setattr("search.looking.MOST", 1)
    values = fill(0, 2)
    few = {"narrowed": own(client, f"/tarsene/?q=панаири&{NARROWED}".format(**values))}
    values = fill(2, 6)
    check(few, {"narrowed": own(client, f"/tarsene/?q=панаири&{NARROWED}".format(**values))}, MOST)


def test_the_answer_about_a_village_is_two_more(client, fill):
    def each():
        assert all(client.get(f"/tarsene/{way}").context["answer"].event for way in ANSWERED)
        return {way: own(client, f"/tarsene/{way}") for way in ANSWERED}

    fill(0, 2)
    few = each()
    fill(2, 6)
    check(few, each(), MOST + OF_ANSWER)


def test_who_is_logged_in_asks_nothing_more(client, fill):
    values = fill(0, 2)
    ways = [way.format(**values) for way in WAYS.values()]
    stranger = {way: len(own(client, f"/tarsene/{way}")) for way in ways}
    client.force_login(make_user())
    client.get("/tarsene/")  # notes the session
    assert {way: len(own(client, f"/tarsene/{way}")) for way in ways} == stranger
