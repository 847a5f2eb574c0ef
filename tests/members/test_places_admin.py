"""The office sees who is what in which organisation, and where somebody waits."""

import pytest

from members import invitations
from members.affiliations import ask, join, leave
from tests.factories.members import make_organization, make_user

LIST = "/admin/members/affiliation/"


@pytest.fixture
def places(homes, letters):
    organization = make_organization()
    ask(make_user(display_name="Питащ Човек"), organization, "Аз съм")
    join(make_user(display_name="Член Отвътре"), organization)
    leave(join(make_user(display_name="Бивш Редактор"), organization))
    invitations.invite(organization, "pokanen@example.org", "editor", name="Поканена")


def test_the_office_filters_and_finds(client, officer, places):
    client.force_login(officer)
    page = client.get(LIST).content.decode()
    for name in ("Питащ Човек", "Член Отвътре", "Поканена"):
        assert name in page
    assert "Бивш Редактор" not in page
    assert "Бивш Редактор" in client.get(f"{LIST}?state=ended").content.decode()
    found = client.get(f"{LIST}?q=питащ").content.decode()
    assert "Питащ Човек" in found and "Член Отвътре" not in found


def test_one_row_leads_to_the_people_of_the_organisation(client, officer, places):
    client.force_login(officer)
    row = make_organization().affiliations.first()
    page = client.get(f"{LIST}inspect/{row.pk}/").content.decode()
    assert "/accounts/organizatsii/mig-tundzha/hora/" in page


def test_the_desk_says_that_somebody_asks(client, officer, places):
    client.force_login(officer)
    assert f"{LIST}?state=asked" in client.get("/admin/").content.decode()


def test_editors_see_nothing_of_it(client, editor, places):
    client.force_login(editor)
    for path in (LIST, f"{LIST}?export=csv"):
        answer = client.get(path)
        assert answer.status_code in (302, 403)
    assert "affiliation" not in client.get("/admin/").content.decode()
