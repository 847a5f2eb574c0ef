"""What the editor of an event is told to look at again: no place, a beginning that has passed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.event_form import event_form
from tests.factories.events import make_event
from tests.factories.members import make_officer
from tests.factories.places import make_settlement

pytestmark = pytest.mark.django_db
NO_PLACE, BEGAN = "няма място", "вече мина"


@pytest.fixture
def save(client, homes):
    client.force_login(make_officer())

    def save(event, publish=False, **typed) -> str:
        data = event_form(event, **typed) | ({"action-publish": "1"} if publish else {})
        answer = client.post(f"/admin/snippets/events/event/edit/{event.pk}/", data, follow=True)
        event.refresh_from_db()
        return answer.content.decode()

    return save


def test_an_event_without_a_place_is_pointed_out_and_saved(save):
    event = make_event(publish=False)
    assert NO_PLACE in save(event, publish=True) and event.live
    assert NO_PLACE not in save(event, place_bg="читалището")
    make_settlement("Роза")
    assert NO_PLACE not in save(event, place_bg="", settlement="Роза")
    assert NO_PLACE not in save(event, place_bg="", settlement="", is_online="on")


def test_a_beginning_in_the_past_is_pointed_out_until_it_is_announced(save):
    past = timezone.now() - timedelta(days=365)
    event = make_event(publish=False, starts_at=past, ends_at=past + timedelta(hours=3), place_bg="залата")
    assert BEGAN in save(event)
    assert BEGAN in save(event, publish=True) and event.live
    assert BEGAN not in save(event, publish=True, title_bg="Поправено заглавие")
    assert BEGAN not in save(event)
    coming = make_event("Предстои", publish=False, place_bg="залата")
    assert BEGAN not in save(coming, publish=True)
