"""The own page: organisations, languages, consents."""

import pytest

from core.models import OutgoingMail
from members import consents, invitations
from members.affiliations import ask, join
from members.enums import Role
from members.models import User
from members.team.letters import token_of
from news.models import NewsPage
from tests.factories.members import make_organization, make_user
from tests.factories.news import make_news

PROFILE = "/accounts/profile/"


def test_organisations_stand_with_the_role_and_what_can_be_done(client, member, homes, letters):
    join(member, make_organization(), Role.MANAGER)
    ask(member, make_organization("НЧ „Искра“", "Iskra", "iskra"), "Аз съм")
    invitation = invitations.invite(make_organization("Община Тунджа", "Tundzha", "obshtina"), member.email, "editor")
    client.force_login(member)
    page = client.get(PROFILE).content.decode()
    for words in ("МИГ – Тунджа", "отговорник", "НЧ „Искра“", "Община Тунджа"):
        assert words in page
    assert "/accounts/organizatsii/mig-tundzha/hora/" in page
    assert f"/accounts/pokana/{token_of(invitation)}/" in page
    assert "/accounts/organizatsii/iskra/hora/" not in page


def test_nothing_of_other_peoples_organisations_is_shown(client, member, homes):
    join(make_user(), make_organization("Poveritelna Organizatsia", "x", "x"), Role.MANAGER)
    client.force_login(member)
    assert "Poveritelna Organizatsia" not in client.get(PROFILE).content.decode()


def test_letters_come_in_their_own_language_and_the_editor_stays_in_the_other(client, officer, letters):
    client.force_login(officer)
    client.post(PROFILE, {"display_name": "Редактор", "language": "bg", "letter_language": "en"})
    assert '<html lang="bg"' in client.get("/admin/").content.decode()
    client.logout()
    client.post("/accounts/login/code/", {"email": officer.email})
    assert 'lang="en"' in letters(officer.email)[-1].html


@pytest.mark.parametrize("code, words", [("en", "For review"), ("bg", "За преглед")])
def test_letters_of_the_review_are_in_the_language_of_letters(editor, officer, newsroom, letters, code, words):
    officer.letter_language = code
    officer.save()
    draft = make_news("Чернова", newsroom, live=False)
    draft.save_revision(user=editor)
    page = NewsPage.objects.get(pk=draft.pk)
    page.get_workflow().start(page, editor)
    assert words in letters(officer.email)[-1].subject


def test_a_consent_is_taken_back_with_one_button_and_given_again(client, member):
    consents.record("photos", person=member)
    client.force_login(member)
    given = member.consents.get()
    assert f"{PROFILE}saglasia/{given.pk}/ottegli/" in client.get(PROFILE).content.decode()
    client.post(f"{PROFILE}saglasia/{given.pk}/ottegli/")
    assert not consents.in_force(member).exists()
    client.post(f"{PROFILE}saglasia/photos/")
    assert consents.in_force(member).count() == 1
    assert client.post(f"{PROFILE}saglasia/izmisleno/").status_code == 404


def test_without_the_rules_there_is_no_profile(client, member):
    given = consents.record("terms", person=member)
    client.force_login(member)
    assert client.post(f"{PROFILE}saglasia/{given.pk}/ottegli/").url == f"{PROFILE}iztrivane/"
    assert consents.in_force(member).count() == 1


def test_consents_of_others_are_out_of_reach(client, member):
    given = consents.record("photos", person=make_user())
    client.force_login(member)
    assert client.post(f"{PROFILE}saglasia/{given.pk}/ottegli/").status_code == 404
    assert consents.in_force(given.person).exists()


def test_rights_cannot_be_slipped_into_the_profile(client, member):
    client.force_login(member)
    sent = {"display_name": "Аз", "language": "bg", "is_superuser": "on", "email": "drug@example.org", "groups": "1"}
    client.post(PROFILE, sent)
    person = User.objects.get(pk=member.pk)
    assert (person.is_superuser, person.email, person.groups.exists()) == (False, member.email, False)
    assert not OutgoingMail.objects.exists()
