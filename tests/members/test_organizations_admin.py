"""The office adds an organisation and it can publish: newsroom in both languages, files, editors."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Collection

from members.models import Organization
from news.models import NewsroomPage
from tests.factories.members import make_admin, make_organization
from tests.factories.organization_form import form_data

pytestmark = pytest.mark.django_db
ADD = "/admin/snippets/members/organization/add/"


def test_a_new_organisation_gets_its_newsroom(client, homes):
    client.force_login(make_admin())
    form = form_data(name_bg="МИГ – Попово", name_en="LAG Popovo", slug="")
    response = client.post(ADD, form | {"action-publish": "action-publish"})
    assert response.status_code == 302, response.context["form"].errors
    organization = Organization.objects.get(slug="mig-popovo")
    rooms = NewsroomPage.objects.filter(organization=organization, live=True)
    assert {room.url for room in rooms} == {"/novini/mig-popovo/", "/en/news/mig-popovo/"}
    assert Collection.objects.filter(name="МИГ – Попово").exists()
    assert Group.objects.get(name="Редактори: МИГ – Попово").page_permissions.filter(page__in=rooms).count() == 4


@pytest.mark.parametrize("word", ["karta", "namerete"])
def test_words_of_the_directory_s_own_pages_are_refused(client, homes, word):
    client.force_login(make_admin())
    form = form_data(name_bg="МИГ – Попово", slug=word) | {"action-publish": "action-publish"}
    response = client.post(ADD, form)
    assert "slug" in response.context["form"].errors and "МИГ – Попово" in response.content.decode()
    assert not Organization.objects.exists()
    named_so = make_organization(name_bg=word.capitalize(), slug="")
    assert named_so.slug not in Organization.kept_words


@pytest.mark.parametrize("fields", [{}, {"action-publish": "action-publish", "status": "applicant"}])
def test_neither_a_draft_nor_an_applicant_is_let_in(client, homes, fields):
    client.force_login(make_admin())
    response = client.post(ADD, form_data(name_bg="МИГ – Попово", slug="") | fields)
    assert response.status_code == 302, response.context["form"].errors
    organization = Organization.objects.get(slug="mig-popovo")
    assert organization.editors is None and not organization.is_public and not organization.newsrooms.exists()


def test_nothing_is_let_in_while_its_name_is_being_typed(client, homes):
    client.force_login(make_admin())
    form = form_data(name_bg="МИГ – По", slug="")
    client.post(ADD, form, HTTP_ACCEPT="application/json")
    organization = Organization.objects.get()
    assert organization.editors is None and not organization.live
    form = form_data(name_bg="МИГ – Попово", slug="mig-popovo") | {"action-publish": "action-publish"}
    client.post(f"/admin/snippets/members/organization/edit/{organization.pk}/", form)
    organization.refresh_from_db()
    assert organization.live and organization.editors.name == "Редактори: МИГ – Попово"


def test_a_profile_without_a_newsroom_stays_so_when_the_office_corrects_it(client, homes):
    organization = make_organization()
    organization.save_revision().publish()
    client.force_login(make_admin())
    form = form_data(name_en="LAG – Tundzha") | {"action-publish": "action-publish"}
    client.post(f"/admin/snippets/members/organization/edit/{organization.pk}/", form)
    organization.refresh_from_db()
    assert organization.name_en == "LAG – Tundzha" and organization.editors is None


def test_an_editor_adds_none(client, editor):
    client.force_login(editor)
    client.post(ADD, form_data(name_bg="Чужда", slug="chuzhda"))
    assert not Organization.objects.filter(slug="chuzhda").exists()


@pytest.mark.parametrize(("typed", "found"), [("тунджа", 1), ("Tundzha", 1), ("няма такава", 0)])
def test_the_office_finds_an_organisation_however_it_is_typed(client, homes, typed, found):
    make_organization().save()
    make_organization("МИГ – Попово", "LAG Popovo", "mig-popovo").save()
    client.force_login(make_admin())
    answer = client.get("/admin/snippets/members/organization/", {"q": typed})
    assert len(answer.context["object_list"]) == found
