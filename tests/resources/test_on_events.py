"""A course that belongs to an event, and materials for its participants: the ways between them."""

import pytest

from tests.cost import cost_of
from tests.factories.core import make_role
from tests.factories.events import make_event, make_part, make_registration
from tests.factories.members import make_user
from tests.factories.news import translate
from tests.factories.resources import make_course, make_material

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(homes):
    make_role()
    event = make_event("Обучение в Ямбол")
    make_part(event, capacity=5)
    return event


def test_the_event_and_its_course_lead_to_each_other(client, event):
    course = make_course("Към събитието", event=event)
    make_course("Само за членове", event=event, audience="members")
    make_course("Друг курс")
    address = f"/sabitia/{event.slug}/"
    page = client.get(address).content.decode()
    assert course.url in page and "Само за членове" not in page and "Друг курс" not in page
    assert f'href="{address}"' in client.get(course.url).content.decode()
    english = translate(course, title="With the event", slug="with-the-event")
    assert english.url in client.get(f"/en/events/{event.slug}/").content.decode()
    assert f'href="/en/events/{event.slug}/"' in client.get(english.url).content.decode()
    client.force_login(make_user("chlen@example.org"))
    assert "Само за членове" in client.get(address).content.decode()
    event.unpublish()
    assert event.slug not in client.get(course.url).content.decode()


def test_materials_for_participants_stand_on_the_event_for_them_alone(client, event):
    material = make_material("Само за участници", audience="event", event=event)
    address = f"/sabitia/{event.slug}/"
    someone, participant = make_user("nyakoy@example.org"), make_user("uchastnik@example.org")
    assert material.title not in client.get(address).content.decode()
    client.force_login(someone)
    assert material.title not in client.get(address).content.decode()
    make_registration(event.parts.get(), "Участник", participant.email)
    client.force_login(participant)
    assert material.title in client.get(address).content.decode()
    assert f'href="{address}"' in client.get(f"/obuchenia/biblioteka/{material.slug}/").content.decode()


def test_an_event_without_a_course_pays_nothing_for_it(client, event):
    address = f"/sabitia/{event.slug}/"
    before = len(cost_of(client, address).queries)
    make_course("Към събитието", event=event)
    cost = cost_of(client, address)
    assert len(cost.queries) <= before + 2 and not cost.repeated
