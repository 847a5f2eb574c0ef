"""Editors see their draft as readers would, before it is saved."""

import pytest

from tests.factories.members import make_admin
from tests.factories.organization_form import form_data
from tests.factories.profiles import make_full_profile

pytestmark = pytest.mark.django_db


@pytest.fixture
def preview(client, homes):
    client.force_login(make_admin())
    organization = make_full_profile()
    path = f"/admin/snippets/members/organization/preview/{organization.pk}/"

    def show(mode="bg", **fields):
        assert client.post(path, form_data(**fields)).json()["is_valid"]
        return client.get(path, {"mode": mode, "in_preview_panel": "true"}).content.decode()

    return show


def test_a_draft_is_shown_in_both_languages(preview):
    draft = {
        "summary_bg": "Ново резюме",
        "summary_en": "New summary",
        "contacts": [{"title_bg": "Нова роля", "phone": "046 000 009"}],
        "strategies": [
            {"title_bg": "Нова стратегия", "municipalities": "Тунджа", "settlements": "Крушаре", "budget": "5"}
        ],
    }
    html = preview(**draft)
    for words in ("Ново резюме", "Нова роля", "+359\xa046\xa0000\xa0009", "Нова стратегия", "част от Сливен", "5\xa0€"):
        assert words in html, words
    english = preview("en", **draft)
    assert "New summary" in english and "part of Sliven" in english and '<html lang="en">' in english


def test_a_new_organisation_is_previewed_before_it_exists(client, homes):
    client.force_login(make_admin())
    path = "/admin/snippets/members/organization/preview/"
    assert client.post(path, form_data(name_bg="Съвсем нова", slug="")).json()["is_valid"]
    assert "Съвсем нова" in client.get(path, {"in_preview_panel": "true"}).content.decode()


def test_phones_come_first(client, homes):
    client.force_login(make_admin())
    organization = make_full_profile()
    html = client.get(f"/admin/snippets/members/organization/edit/{organization.pk}/").content.decode()
    assert "Преглед като на телефон" in html
