"""Who asks for access is answered by letter; one open request per person and organisation."""

import pytest
from django.core.exceptions import PermissionDenied

from members.affiliations import State, ask
from members.enums import Role
from members.models import Affiliation, Organization
from tests.factories.core import make_role
from tests.factories.members import make_editor, make_officer, make_user

ASK = "/accounts/organizatsii/mig-tundzha/dostap/"
TEAM = "/accounts/organizatsii/mig-tundzha/hora/"


@pytest.fixture
def person(organization):
    return make_user("pitasht@example.org", display_name="Питащ Човек")


def test_a_request_reaches_the_managers_and_is_made_once(client, organization, manager, person, letters):
    client.force_login(person)
    for _click in range(2):
        client.post(ASK, {"message": "Аз съм счетоводителят."})
    place = Affiliation.objects.get(person=person)
    assert (place.state, place.organization) == (State.ASKED, organization)
    letter = letters(manager.email)[0]
    assert "счетоводителят" in letter.text
    assert len(letters(manager.email)) == 1
    assert not person.groups.exists()


def test_without_managers_it_reaches_the_office(organization, person, letters):
    role = make_role()
    ask(person, organization, "Здравейте")
    assert TEAM in letters(role.email)[0].text


@pytest.mark.parametrize("who", ["manager", "office"])
def test_let_in_with_a_role_and_told(client, organization, manager, person, letters, who):
    place = ask(person, organization, "Аз съм")
    client.force_login(manager if who == "manager" else make_officer())
    page = client.get(TEAM).content.decode()
    assert "Питащ Човек" in page
    for _click in range(2):
        client.post(f"{TEAM}iskania/{place.pk}/", {"decision": "grant", "role": "editor", "reason": ""})
    assert Organization.objects.of_editor(person).get() == organization
    assert set(person.groups.values_list("pk", flat=True)) == {organization.editors_id, organization.trainers_id}
    assert len(letters(person.email)) == 1


def test_declined_with_a_reason_and_told(client, organization, manager, person, letters):
    place = ask(person, organization, "Аз съм")
    client.force_login(manager)
    client.post(f"{TEAM}iskania/{place.pk}/", {"decision": "refuse", "role": "editor", "reason": "Не Ви познаваме."})
    place.refresh_from_db()
    assert place.state == State.DECLINED
    assert not person.groups.exists()
    assert "Не Ви познаваме." in letters(person.email)[0].text
    assert ask(person, organization, "Пак аз").pk != place.pk  # may ask again later


def test_a_decision_that_is_none_decides_nothing(client, organization, manager, person):
    place = ask(person, organization, "Аз съм")
    client.force_login(manager)
    page = client.post(f"{TEAM}iskania/{place.pk}/", {"decision": "may be", "role": "king", "reason": "Защото"})
    assert "Защото" in page.content.decode()
    place.refresh_from_db()
    assert place.state == State.ASKED


def test_unconfirmed_and_suspended_people_do_not_ask(organization):
    for person in (make_user(confirmed=False), make_user(is_active=False)):
        with pytest.raises(PermissionDenied):
            ask(person, organization, "Аз съм")
    assert not Affiliation.objects.exists()


def test_who_is_inside_asks_for_nothing(client, organization, manager, letters):
    client.force_login(manager)
    client.post(ASK, {"message": "Пак аз"})
    assert Affiliation.objects.get(person=manager).role == Role.MANAGER
    assert letters(manager.email) == []


def test_an_organisation_that_is_not_public_is_not_told_of(client, organization, person):
    Organization.objects.filter(pk=organization.pk).update(live=False)
    client.force_login(person)
    assert client.get(ASK).status_code == 404
    client.logout()
    assert client.get(ASK).url.startswith("/accounts/login/")


def test_a_request_waits_on_the_first_page_of_the_admin_for_its_manager_alone(client, organization, manager, person):
    ask(person, organization, "Аз съм")
    for who, waits in ((manager, True), (make_editor(organization), False)):
        client.force_login(who)
        text = client.get("/admin/").content.decode()
        assert ("Питащ Човек" in text, "/admin/moyat-ekip/" in text) == (waits, waits)
    client.force_login(manager)
    assert client.get("/admin/moyat-ekip/").url == TEAM
    assert client.get(TEAM).context["requests"][0][1]["role"].value() == Role.MEMBER


def test_who_comes_by_the_address_of_a_button_is_led_to_its_page(client, organization, manager, person):
    place = ask(person, organization, "Аз съм")
    client.force_login(manager)
    assert client.get(f"{TEAM}iskania/{place.pk}/").url == TEAM
    for address in ("danni", "saglasia/newsletter", "saglasia/1/ottegli"):
        assert client.get(f"/accounts/profile/{address}/").url == "/accounts/profile/"
        assert client.put(f"/accounts/profile/{address}/").status_code == 405
