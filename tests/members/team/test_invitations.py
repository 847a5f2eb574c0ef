"""An invitation is for one address: the right person is in with one step, everybody else is told what it is."""

from datetime import timedelta

import pytest
from django.utils import timezone

from members import invitations
from members.affiliations import State, join
from members.enums import Role
from members.models import Affiliation, Consent, Organization, User
from tests.factories.members import PASSWORD, make_user

ADDRESS = "nova@example.org"
AGREED = {"terms": "on", "data": "on", "adult": "on"}
NEWCOMER = {"display_name": "Нова редакторка", "password": ""} | AGREED


@pytest.fixture
def invited(organization, manager):
    return invitations.invite(organization, ADDRESS, Role.EDITOR, name="Нова", by=manager)


def edits(person, organization) -> bool:
    in_group = person.groups.filter(pk=organization.editors_id).exists()
    by_affiliation = Organization.objects.of_editor(person).filter(pk=organization.pk).exists()
    assert in_group == by_affiliation
    return in_group


def age(invitation, **ago):
    Affiliation.objects.filter(pk=invitation.pk).update(sent_at=timezone.now() - timedelta(**ago))


def test_a_new_person_is_in_with_one_letter_and_without_a_password(
    client, organization, invited, letters, link, signed_in
):
    answer = client.post(link(ADDRESS), NEWCOMER)
    person = User.objects.get(email=ADDRESS)
    assert answer.url == "/accounts/profile/"
    assert signed_in() == str(person.pk)
    assert edits(person, organization)
    assert not person.has_usable_password()
    assert len(letters(ADDRESS)) == 1
    assert set(Consent.objects.filter(person=person).values_list("kind", flat=True)) == set(AGREED)


def test_the_chosen_password_opens_the_profile_later(client, invited, link, log_in, signed_in):
    client.post(link(ADDRESS), NEWCOMER | {"password": PASSWORD})
    client.logout()
    log_in(ADDRESS)
    assert signed_in()


def test_rights_begin_with_the_acceptance(client, organization, invited, link):
    person = make_user(ADDRESS)
    assert not edits(person, organization)
    client.force_login(person)
    assert 'value="accept"' in client.get(link(ADDRESS)).content.decode()
    client.post(link(ADDRESS), {"do": "accept"})
    assert edits(person, organization)
    place = Affiliation.objects.get(person=person)
    assert (place.state, place.role) == (State.ACTIVE, Role.EDITOR)


def test_somebody_elses_session_accepts_nothing_and_is_told_why(client, organization, invited, link):
    make_user(ADDRESS)
    other = make_user("drug@example.org")
    client.force_login(other)
    page = client.get(link(ADDRESS)).content.decode()
    assert "n…@example.org" in page
    assert ADDRESS not in page
    client.post(link(ADDRESS), {"do": "accept"} | NEWCOMER)
    assert not edits(other, organization)
    assert Affiliation.objects.get(pk=invited.pk).state == State.INVITED


def test_who_has_a_profile_logs_in_and_comes_back(client, invited, link, log_in, signed_in):
    make_user(ADDRESS)
    path = link(ADDRESS)
    assert f"/accounts/login/?next={path}" in client.get(path).content.decode()
    client.post(path, NEWCOMER)  # without a session nothing is accepted for an existing profile
    assert signed_in() is None
    assert log_in(ADDRESS, next=path).url == path


def test_a_link_used_twice_harms_nobody(client, organization, invited, link, signed_in):
    path = link(ADDRESS)
    client.post(path, NEWCOMER)
    assert client.post(path, NEWCOMER | {"display_name": "Друга"}).url == "/accounts/profile/"
    client.logout()
    client.post(path, NEWCOMER | {"display_name": "Друга", "password": "chuzhda-dalga-parola"})
    assert signed_in() is None
    person = User.objects.get(email=ADDRESS)
    assert person.display_name == "Нова редакторка"
    assert not person.has_usable_password()
    assert Affiliation.objects.filter(organization=organization, person=person).count() == 1


def test_a_profile_begun_by_somebody_else_with_the_address_opens_nothing_for_him(client, invited, link, log_in):
    thief = make_user(ADDRESS, confirmed=False)
    client.post(link(ADDRESS), NEWCOMER)
    person = User.objects.get(email=ADDRESS)
    assert person.pk == thief.pk
    assert not person.check_password(PASSWORD)


def test_a_closed_profile_is_not_opened_by_an_invitation(client, organization, invited, link, signed_in):
    closed = make_user(ADDRESS, is_active=False)
    client.post(link(ADDRESS), NEWCOMER)
    assert signed_in() is None
    assert not edits(closed, organization)


def test_after_fourteen_days_it_can_only_be_asked_anew(client, organization, manager, invited, link, letters):
    age(invited, days=15)
    path = link(ADDRESS)
    client.post(path, NEWCOMER)
    assert not User.objects.filter(email=ADDRESS).exists()
    for _press in range(2):
        client.post(path, {"do": "again"})
    assert len(letters(manager.email)) == 1
    client.force_login(manager)
    client.post(f"/accounts/organizatsii/mig-tundzha/hora/pokani/{invited.pk}/otnovo/")
    client.logout()
    client.post(link(ADDRESS), NEWCOMER)
    assert edits(User.objects.get(email=ADDRESS), organization)


def test_taken_back_the_link_opens_nothing(client, organization, invited, link, manager):
    path = link(ADDRESS)
    invitations.withdraw(invited)
    client.post(path, NEWCOMER)
    assert not User.objects.filter(email=ADDRESS).exists()


def test_declined_the_link_opens_nothing(client, invited, link):
    client.post(link(ADDRESS), {"do": "decline"})
    assert Affiliation.objects.get(pk=invited.pk).state == State.DECLINED
    client.post(link(ADDRESS), NEWCOMER)
    assert not User.objects.filter(email=ADDRESS).exists()


def test_a_link_is_good_for_the_address_it_was_written_for(client, invited, link):
    Affiliation.objects.filter(pk=invited.pk).update(email="promenen@example.org")
    assert client.get(link(ADDRESS)).status_code == 404
    assert client.get("/accounts/pokana/izmisleno/").status_code == 404


def test_without_the_consents_nothing_is_made_and_nothing_typed_is_lost(client, invited, link):
    page = client.post(link(ADDRESS), {"display_name": "Ново име", "password": "123"})
    assert set(page.context["form"].errors) == {"password", "terms", "data", "adult"}
    text = page.content.decode()
    assert 'value="Ново име"' in text and ".: " not in text.split("error-summary")[1].split("</section>")[0]
    assert "да пишете новини" in text
    assert not User.objects.filter(email=ADDRESS).exists()


def test_the_letter_is_in_the_language_of_its_reader(organization, manager, letters):
    make_user("reader@example.org", language="bg", letter_language="en")
    invitations.invite(organization, "reader@example.org", Role.MEMBER, by=manager)
    letter = letters("reader@example.org")[0]
    assert "http://localhost:8000/en/accounts/pokana/" in letter.text
    assert "LAG Tundzha" in letter.subject


def test_a_second_invitation_of_an_address_changes_the_role_and_sends_nothing(organization, manager, letters):
    invitations.invite(organization, ADDRESS, Role.EDITOR, by=manager)
    invitations.invite(organization, "NOVA@example.org", Role.MANAGER, by=manager)
    assert Affiliation.objects.get(email=ADDRESS).role == Role.MANAGER
    assert len(letters(ADDRESS)) == 1


def test_who_was_let_in_meanwhile_has_one_place_with_the_role_of_the_invitation(organization, invited):
    person = make_user(ADDRESS)
    join(person, organization, Role.MEMBER)
    place = invitations.accept(invited, person)
    assert place.role == Role.EDITOR
    assert Affiliation.objects.active().filter(person=person).count() == 1
    assert edits(person, organization)


def test_the_profile_shows_the_invitation(client, invited, link):
    person = make_user(ADDRESS)
    client.force_login(person)
    assert [one.pk for one in invitations.waiting_for(person)] == [invited.pk]
    unconfirmed = make_user("nepotvarden@example.org", confirmed=False)
    Affiliation.objects.filter(pk=invited.pk).update(email=unconfirmed.email)
    assert invitations.waiting_for(unconfirmed) == []
