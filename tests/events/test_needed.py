"""Deleting what people hang on: refused in words, whichever way it is asked for."""

import pytest
from django.urls import reverse

from events.models import Event
from tests.factories.events import make_event, make_registration
from tests.factories.members import make_admin

pytestmark = pytest.mark.django_db


def test_events_with_people_are_not_deleted_together_and_it_is_said(client, part, homes):
    make_registration(part, "Таен Записан")
    empty = make_event("Празно", slug="prazno")
    client.force_login(make_admin())
    together = f"/admin/bulk/events/event/delete/?id={part.event_id}&id={empty.pk}"
    answer = client.post(together, follow=True)
    (said,) = [str(one) for one in answer.context["messages"]]
    assert answer.status_code == 200 and "запис" in said and "Таен" not in said
    assert Event.objects.filter(pk__in=[part.event_id, empty.pk]).count() == 2, "all or nothing"


def test_one_event_with_people_is_not_deleted_either(client, part, host):
    make_registration(part)
    client.force_login(host)
    answer = client.post(reverse("wagtailsnippets_events_event:delete", args=[part.event_id]), follow=True)
    assert answer.status_code in (200, 403) and Event.objects.filter(pk=part.event_id).exists()
