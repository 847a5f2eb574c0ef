"""The access table, cell by cell: every role by every way, and again after people and pages changed their place."""

import pytest
from django.core.cache import cache
from django.db import transaction
from django.urls import reverse

from tests.access import rows_admin, rows_doing, rows_learning, rows_reading, rows_records
from tests.access.state import checksum, written
from tests.access.ways import EVERYBODY
from tests.access.world import come_as

WAYS = [*rows_reading.ROWS, *rows_admin.ROWS, *rows_records.ROWS, *rows_learning.LEARNING]
FORMS = rows_doing.ROWS
PEOPLE = sorted(EVERYBODY)
# Whose questions to the database differ; the others are told apart before it is asked.
ASK_OTHERWISE = {"administrator", "anonymous", "editor", "member", "officer", "stranger", "trainer"}
READERS = [pytest.param(who, marks=pytest.mark.kinds if who in ASK_OTHERWISE else ()) for who in PEOPLE]
pytestmark = [pytest.mark.django_db, pytest.mark.indexed]


def body(answer) -> str:
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode(errors="replace") + answer.headers.get("Location", "")


def sees(client, way, world) -> bool:
    path = way.path(world)
    shown = body(client.get(path))
    return way.secret in (shown.replace(path, "") if way.secret in path else shown)  # pages repeat what was asked for


def misfits(client, world, who, ways=WAYS) -> str:
    return "\n".join(str(way) for way in ways if sees(client, way, world) is not (who in way.read_by))


@pytest.mark.parametrize("who", READERS)
def test_who_sees_what(client, world, who):
    come_as(client, world, who)
    assert not misfits(client, world, who)


def send(client, ways, world) -> list[str]:
    """The tables that sending the forms changes; then everything is as before."""
    before, point = checksum(), transaction.savepoint()
    try:
        with written() as statements:
            for way in ways:
                client.post(way.path(world), way.form(world))
        after = checksum() if statements else before
    finally:
        transaction.savepoint_rollback(point)
        cache.clear()
    return [table for table in before if before[table] != after[table]]


@pytest.mark.parametrize("who", PEOPLE)
def test_who_changes_what(client, world, who):
    come_as(client, world, who)
    allowed = [way for way in FORMS if who in way.done_by]
    refused = [way for way in FORMS if who not in way.done_by]
    assert not [str(way) for way in allowed if not send(client, [way], world)]
    if send(client, refused, world):
        assert not [(str(way), tables) for way in refused if (tables := send(client, [way], world))]


def test_each_form_would_change_something():
    """Else its refusal says nothing; one is walled up for everybody."""
    assert [str(way) for way in FORMS if not way.done_by] == ["draft · publish through the interface"]


def test_nothing_of_an_administrators_visit_stays_behind(client, world):
    """In the pieces of pages that the portal remembers; the admin remembers none."""
    ways = [way for way in WAYS if not way.path(world).startswith("/admin/")]
    come_as(client, world, "administrator")
    for way in ways:
        client.get(way.path(world))
    found = {}
    for who in ("anonymous", "member", "stranger"):
        come_as(client, world, who)
        found[who] = misfits(client, world, who, ways)
    assert not any(found.values()), found


def test_a_page_that_moves_to_another_newsroom_changes_hands(client, world):
    draft, place = world.draft, world.other_newsroom
    client.force_login(world.people["administrator"])
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[draft.pk, place.pk]))
    ways = [way for way in rows_admin.ROWS if way.thing == "draft" and "stranger" not in way.read_by]
    seen = {}
    for who in ("editor", "stranger"):
        come_as(client, world, who)
        seen[who] = {str(way) for way in ways if sees(client, way, world)}
    assert seen["editor"] == set()
    assert seen["stranger"] == {str(way) for way in ways if "editor" in way.read_by}
