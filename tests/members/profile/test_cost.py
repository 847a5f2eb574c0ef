"""A profile costs the same with three settlements and with fifty, with one news item and with many."""

import pytest

from members.models import Organization
from tests.cost import calls_for, cost_of
from tests.factories.core import make_picture
from tests.factories.news import make_news, make_newsroom
from tests.factories.places import make_settlement
from tests.factories.profiles import make_full_profile

pytestmark = pytest.mark.django_db
QUERIES, CALLS = 14, 66_000  # the queries of five sections are among them


@pytest.mark.parametrize("path", ["/organizatsii/mig-tundzha/", "/en/organisations/mig-tundzha/"])
def test_a_profile_stays_within_its_budget(client, homes, path):
    pictures = {name: make_picture(name, size=(320, 200)) for name in ("logo", "cover")}
    organization = make_full_profile(villages=3, **pictures)
    newsroom = make_newsroom(organization)
    make_news(parent=newsroom, picture=make_picture(size=(320, 200)))
    few = cost_of(client, path)
    for number in range(45):
        make_settlement(f"Още {number}")
    for number in range(6):
        make_news(parent=newsroom, picture=make_picture(size=(320, 200)), days_ago=number)
    strategy = Organization.objects.get().strategies.all()[0]
    strategy.settlement_count = 49
    strategy.save()
    many = cost_of(client, path)
    assert b"49" in client.get(path).content
    assert len(many.queries) <= len(few.queries) <= QUERIES, "\n\n".join(many.queries)
    assert not many.repeated and not many.writes
    assert calls_for(client, path) <= CALLS and many.html_gz <= 30_000
