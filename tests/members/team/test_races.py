"""Two at the same moment, on PostgreSQL: one place, one letter, and always a manager and an administrator."""

from threading import Barrier, Thread

import pytest
from django.db import connections
from django.test import Client

from core.models import OutgoingMail
from members import invitations
from members.affiliations import ask, join
from members.enums import Role
from members.models import Affiliation, OwnDataCopy, User
from tests.factories.members import PASSWORD, make_editor, make_organization, make_user

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.races]
TEAM = "/accounts/organizatsii/mig-tundzha/hora/"
AGREED = {"terms": "on", "data": "on", "adult": "on"}


def at_once(*deeds):
    """Each in a thread with its own connection, all let go together; returns what they gave or raised."""
    barrier, results = Barrier(len(deeds)), [None] * len(deeds)

    def run(number, deed):
        try:
            barrier.wait()
            results[number] = deed()
        except Exception as error:
            results[number] = error
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=item) for item in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not [result for result in results if isinstance(result, Exception)], results
    return results


def browser(person=None) -> Client:
    client = Client()
    if person:
        client.force_login(person)
    return client


@pytest.fixture
def invited(organization):
    return invitations.invite(organization, "nova@example.org", Role.EDITOR, name="Нова")


def test_a_newcomer_accepts_in_two_windows(organization, invited, link):
    path, form = link("nova@example.org"), {"display_name": "Нова", "password": ""} | AGREED
    at_once(*[lambda client=client: client.post(path, form) for client in [browser() for _number in range(6)]])
    person = User.objects.get(email="nova@example.org")
    assert Affiliation.objects.filter(organization=organization).count() == 1
    assert person.consents.count() == 3
    organization.refresh_from_db()
    groups = sorted(person.groups.values_list("pk", flat=True))
    assert groups == sorted([organization.editors_id, organization.trainers_id]), "each once"


def test_a_member_accepts_in_two_windows(organization, invited, link):
    person, path = make_user("nova@example.org"), link("nova@example.org")
    at_once(*[lambda client=client: client.post(path, {"do": "accept"}) for client in [browser(person)] * 6])
    assert Affiliation.objects.active().filter(person=person).count() == 1


def test_taken_back_while_it_is_accepted(organization, manager, invited, link):
    person, path = make_user("nova@example.org"), link("nova@example.org")
    at_once(
        lambda: browser(person).post(path, {"do": "accept"}),
        lambda: browser(manager).post(f"{TEAM}pokani/{invited.pk}/otteglyane/"),
    )
    place = Affiliation.objects.get(pk=invited.pk)
    inside = person.groups.filter(pk=organization.editors_id).exists()
    assert (place.state == "active") == inside


@pytest.mark.parametrize("way", ["rolya", "mahane"])
def test_two_managers_turn_each_other_out(organization, way):
    people = [make_editor(organization, f"m{number}@example.org", Role.MANAGER) for number in range(2)]
    places = [Affiliation.objects.get(person=person) for person in people]
    clients = [browser(person) for person in people]
    at_once(
        lambda: clients[0].post(f"{TEAM}{places[1].pk}/{way}/", {"role": "member"}),
        lambda: clients[1].post(f"{TEAM}{places[0].pk}/{way}/", {"role": "member"}),
    )
    assert Affiliation.objects.active().filter(organization=organization, role=Role.MANAGER).count() == 1


def test_two_managers_leave_together(organization):
    people = [make_editor(organization, f"m{number}@example.org", Role.MANAGER) for number in range(2)]
    ways = [f"/accounts/profile/organizatsii/{Affiliation.objects.get(person=one).pk}/napuskane/" for one in people]
    clients = [browser(person) for person in people]
    at_once(lambda: clients[0].post(ways[0]), lambda: clients[1].post(ways[1]))
    assert Affiliation.objects.active().filter(organization=organization, role=Role.MANAGER).count() == 1


def test_one_request_and_one_letter(organization, manager):
    person = make_user("pitasht@example.org")
    at_once(*[lambda: ask(person, organization, "Аз съм")] * 6)
    assert Affiliation.objects.filter(person=person).count() == 1
    assert OutgoingMail.objects.filter(to=[manager.email]).count() == 1


def test_two_managers_decide_about_one_request(organization, manager):
    other = make_editor(organization, "drug@example.org", Role.MANAGER)
    person = make_user("pitasht@example.org")
    place = ask(person, organization, "Аз съм")
    clients, way = [browser(manager), browser(other)], f"{TEAM}iskania/{place.pk}/"
    at_once(
        lambda: clients[0].post(way, {"decision": "grant", "role": "editor"}),
        lambda: clients[1].post(way, {"decision": "refuse", "role": "editor", "reason": "Не"}),
    )
    place.refresh_from_db()
    assert place.state in ("active", "declined")
    assert (place.state == "active") == person.groups.exists()
    assert OutgoingMail.objects.filter(to=[person.email]).count() == 1


def test_two_invitations_of_one_address(organization, manager):
    clients = [browser(manager) for _number in range(6)]
    form = {"name": "Нова", "email": "nova@example.org", "role": "editor"}
    at_once(*[lambda client=client: client.post(TEAM, form) for client in clients])
    assert Affiliation.objects.filter(email="nova@example.org").count() == 1
    assert OutgoingMail.objects.filter(to=["nova@example.org"]).count() == 1


def test_joining_two_ways_makes_one_place(organization):
    person = make_user()
    at_once(*[lambda: join(person, make_organization())] * 6)
    assert Affiliation.objects.filter(person=person).count() == 1


def test_two_clicks_for_a_copy_of_the_data(organization):
    client = browser(make_user())
    at_once(*[lambda: client.post("/accounts/profile/danni/")] * 4)
    assert OwnDataCopy.objects.count() == 1


def test_two_managers_delete_their_profiles_together(organization):
    people = [make_editor(organization, f"m{number}@example.org", Role.MANAGER) for number in range(2)]
    clients = []
    for person in people:
        clients.append(Client())
        clients[-1].post("/accounts/login/", {"login": person.email, "password": PASSWORD})
        clients[-1].post("/accounts/reauthenticate/", {"password": PASSWORD})
    at_once(*[lambda client=client: client.post("/accounts/profile/iztrivane/", {"sure": "on"}) for client in clients])
    assert Affiliation.objects.active().filter(organization=organization, role=Role.MANAGER).count() == 1
    assert User.objects.filter(erased_at=None).count() == 1
