"""Managers keep the people of their own organisation; everybody else sees no such page and changes nothing."""

import pytest

from members import invitations
from members.admission import admit
from members.affiliations import State, join, leave
from members.enums import Role
from members.models import Affiliation, Organization, User
from tests.factories.members import make_editor, make_officer, make_organization, make_user

TEAM = "/accounts/organizatsii/mig-tundzha/hora/"


@pytest.fixture
def editor(organization):
    return make_editor(organization, "redaktorka@example.org")


def place_of(person, organization) -> Affiliation:
    return Affiliation.objects.get(person=person, organization=organization)


def role_of(person, organization) -> str | None:
    place = Affiliation.objects.active().filter(person=person, organization=organization).first()
    return place and place.role


def test_a_manager_invites_a_person(client, manager, letters):
    client.force_login(manager)
    sent = {"name": "Нова", "email": "Nova@Example.org", "role": "editor"}
    for _click in range(2):
        assert client.post(TEAM, sent).url == TEAM
    assert len(letters("nova@example.org")) == 1
    page = client.get(TEAM).content.decode()
    assert "nova@example.org" in page


def test_wrong_input_is_said_and_stays(client, manager):
    client.force_login(manager)
    page = client.post(TEAM, {"name": "<b>", "email": "няма", "role": "superuser"})
    assert set(page.context["form"].errors) == {"name", "email", "role"}
    assert 'value="няма"' in page.content.decode()


def test_who_is_inside_is_not_invited_again(client, manager, editor):
    client.force_login(manager)
    page = client.post(TEAM, {"name": "Пак", "email": editor.email, "role": "manager"})
    assert page.context["form"].has_error("email")
    assert Affiliation.objects.filter(state=State.INVITED).count() == 0


def test_a_role_is_changed_and_the_person_told(client, organization, manager, editor, letters):
    client.force_login(manager)
    place = place_of(editor, organization)
    for _click in range(2):
        client.post(f"{TEAM}{place.pk}/rolya/", {"role": "member"})
    assert role_of(editor, organization) == "member"
    assert not editor.groups.filter(pk=organization.editors_id).exists()
    assert len(letters(editor.email)) == 1


def test_removed_the_person_is_out_at_once_and_told(client, organization, manager, editor, letters):
    client.force_login(manager)
    address = f"{TEAM}{place_of(editor, organization).pk}/mahane/"
    assert client.get(address).status_code == 200
    assert role_of(editor, organization) == "editor"  # asking changes nothing
    for _click in range(2):
        client.post(address)
    assert role_of(editor, organization) is None
    assert len(letters(editor.email)) == 1


def test_the_only_manager_stays_until_there_is_another(client, organization, manager, editor):
    client.force_login(manager)
    own = place_of(manager, organization).pk
    for address, form in (
        (f"{TEAM}{own}/rolya/", {"role": "editor"}),
        (f"{TEAM}{own}/mahane/", {}),
        (f"/accounts/profile/organizatsii/{own}/napuskane/", {}),
    ):
        client.post(address, form)
        assert role_of(manager, organization) == "manager", address
    client.post(f"{TEAM}{place_of(editor, organization).pk}/rolya/", {"role": "manager"})
    assert client.post(f"{TEAM}{own}/rolya/", {"role": "editor"}).url == "/accounts/profile/"
    assert role_of(manager, organization) == "editor"
    assert client.get(TEAM).status_code == 404


def test_the_only_manager_is_not_asked_about_what_cannot_be(client, organization, manager):
    client.force_login(manager)
    place = Affiliation.objects.get(person=manager)
    answer = client.get(f"{TEAM}{place.pk}/mahane/", follow=True)
    assert answer.redirect_chain and "единственият отговорник" in answer.content.decode()


def test_the_office_may_remove_the_last_manager(client, organization, manager):
    client.force_login(make_officer())
    client.post(f"{TEAM}{place_of(manager, organization).pk}/mahane/")
    assert role_of(manager, organization) is None


@pytest.fixture
def outsiders(organization, manager, editor):
    """Everybody who might try: by name, logged in where they can be."""
    foreign = admit(make_organization("МИГ – Чужда", "LAG Foreign", "mig-chuzhda"))
    suspended = make_user("sprian@example.org")
    join(suspended, organization, Role.MANAGER)
    User.objects.filter(pk=suspended.pk).update(is_active=False)
    former = make_user("bivsh@example.org")
    leave(join(former, organization, Role.MANAGER))
    asking = make_user("pitasht@example.org")
    Affiliation.objects.create(person=asking, organization=organization, role=Role.MANAGER, state=State.ASKED)
    invited = make_user("pokanen@example.org")
    invitations.invite(organization, invited.email, Role.MANAGER)
    return {
        "editor": editor,
        "manager of another": make_editor(foreign, "chuzhd@example.org", Role.MANAGER),
        "member": make_user("chlen2@example.org"),
        "suspended": suspended,
        "former": former,
        "asking": asking,
        "invited": invited,
        "unconfirmed": make_user("nepotvarden@example.org", confirmed=False),
    }


OUTSIDERS = [
    "editor", "manager of another", "member", "suspended", "former", "asking", "invited", "unconfirmed", "nobody",
]  # fmt: skip


@pytest.mark.parametrize("who", OUTSIDERS)
def test_nobody_else_sees_or_changes_the_people(client, organization, manager, editor, outsiders, who, letters):
    invitation = invitations.invite(organization, "chaka@example.org", Role.EDITOR, by=manager)
    request = Affiliation.objects.get(person=outsiders["asking"])
    if who in outsiders:
        client.force_login(outsiders[who])
    before = list(Affiliation.objects.order_by("pk").values())
    written = len(letters("chaka@example.org"))
    own = place_of(manager, organization).pk
    for address, form in (
        (TEAM, {"name": "Аз", "email": "az@example.org", "role": "manager"}),
        (f"{TEAM}{own}/rolya/", {"role": "member"}),
        (f"{TEAM}{own}/mahane/", {}),
        (f"{TEAM}pokani/{invitation.pk}/otnovo/", {}),
        (f"{TEAM}pokani/{invitation.pk}/otteglyane/", {}),
        (f"{TEAM}iskania/{request.pk}/", {"decision": "grant", "role": "manager"}),
        (f"/accounts/profile/organizatsii/{own}/napuskane/", {}),
    ):
        for answer in (client.get(address), client.post(address, form)):
            assert answer.status_code in (302, 404, 405), address
            assert b"chaka@example.org" not in answer.content
            if answer.status_code == 302:
                assert answer.url.startswith(("/accounts/login/", TEAM))  # the latter is tried above as well
    assert list(Affiliation.objects.order_by("pk").values()) == before
    assert len(letters("chaka@example.org")) == written


def test_a_manager_reaches_nobody_of_another_organisation_by_number(client, organization, manager):
    foreign = admit(make_organization("МИГ – Чужда", "LAG Foreign", "mig-chuzhda"))
    stranger = make_editor(foreign, "chuzhd@example.org")
    client.force_login(manager)
    pk = place_of(stranger, foreign).pk
    for address in (f"{TEAM}{pk}/mahane/", f"{TEAM}{pk}/rolya/", f"{TEAM}pokani/{pk}/otteglyane/"):
        assert client.post(address, {"role": "member"}).status_code == 404
    assert role_of(stranger, foreign) == "editor"


def test_the_second_factor_is_asked_for(client, manager, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    client.force_login(manager)
    assert client.get(TEAM).url.startswith("/accounts/2fa/?next=")
    client.post(TEAM, {"name": "Нова", "email": "nova@example.org", "role": "editor"})
    assert not Affiliation.objects.filter(email="nova@example.org").exists()


def test_addresses_of_the_people_are_not_shown_whole(client, manager, editor):
    client.force_login(manager)
    page = client.get(TEAM).content.decode()
    assert editor.email not in page
    assert "r…@example.org" in page


def test_the_list_costs_the_same_for_many(client, organization, manager, django_assert_max_num_queries):
    for number in range(30):
        make_editor(organization, f"r{number}@example.org")
        invitations.invite(organization, f"p{number}@example.org", Role.EDITOR, by=manager)
    client.force_login(manager)
    with django_assert_max_num_queries(16):
        client.get(TEAM)
    assert Organization.objects.of_manager(manager).count() == 1


def test_the_register_of_people_writes_days_as_they_are_written_here(client, officer, organization, manager):
    client.force_login(officer)
    place = place_of(manager, organization)
    text = client.get(f"/admin/members/affiliation/inspect/{place.pk}/").content.decode()
    assert f"{place.since:%d.%m.%Y}" in text and place.since.isoformat() not in text
