import re

import pytest
from django.contrib.auth.models import Group

from members.actions import create_person
from members.models import User
from tests.factories.members import PASSWORD, make_admin, make_editor, make_user
from tests.factories.news import make_news

NEW = {"email": " Nova@Example.org", "display_name": "Нова редакторка", "language": "bg"}


@pytest.fixture
def admin(client, homes):
    found = make_admin()
    client.force_login(found)
    return found


def edit(client, person, **changes):
    data = {"email": person.email, "display_name": person.display_name, "language": person.language, "is_active": "on"}
    if person.is_superuser:
        data["is_superuser"] = "on"
    data |= changes
    return client.post(f"/admin/users/edit/{person.pk}/", {k: v for k, v in data.items() if v})


def test_added_person_is_invited_and_comes_in_through_the_letter(client, admin, letters, signed_in):
    group = Group.objects.first()
    assert client.post("/admin/users/new/", NEW | {"groups": group.pk}).status_code == 302
    person = User.objects.get(email="nova@example.org")
    assert list(person.groups.all()) == [group]
    assert not person.has_usable_password()
    client.logout()
    link = re.search(r"http://localhost:8000(/accounts/password/reset/key/\S+)", letters(person.email)[0].text)[1]
    form = client.get(link).url
    client.post(form, {"password1": PASSWORD, "password2": PASSWORD})
    client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    assert signed_in() == str(person.pk)
    client.logout()
    assert "password1" not in client.get(link).content.decode()


def test_address_that_has_a_profile_is_refused_in_the_form(client, admin, member):
    page = client.post("/admin/users/new/", NEW | {"email": "CHLEN@example.org"})
    assert page.context["form"].errors["email"]
    assert User.objects.count() == 2


def test_new_address_of_a_person_is_the_one_to_log_in_with(client, admin, member, log_in, signed_in):
    assert edit(client, member, email="drug@example.org").status_code == 302
    client.logout()
    log_in("chlen@example.org")
    assert signed_in() is None
    log_in("drug@example.org")
    assert signed_in() == str(member.pk)


@pytest.mark.indexed
def test_list_finds_people_by_cyrillic_name_in_any_case(client, admin):
    make_user(display_name="Читалищна Секретарка")
    make_user(display_name="Друг Човек")
    page = client.get("/admin/users/?q=секрет").content.decode()
    assert "Читалищна Секретарка" in page
    assert "Друг Човек" not in page


@pytest.mark.indexed
def test_list_searches_among_the_filtered(client, admin):
    make_user(display_name="Открит Профил")
    make_user(display_name="Закрит Профил", is_active=False)
    page = client.get("/admin/users/?q=профил&is_active=true").content.decode()
    assert "Открит Профил" in page
    assert "Закрит Профил" not in page


def test_person_is_closed_and_opened_by_a_tick(client, admin, member):
    edit(client, member, is_active="")
    member.refresh_from_db()
    assert not member.is_active


def test_administrator_cannot_take_away_the_own_rights(client, admin):
    page = client.get(f"/admin/users/edit/{admin.pk}/").content.decode()
    assert 'name="is_superuser"' not in page
    edit(client, admin, is_superuser="", is_active="")
    admin.refresh_from_db()
    assert admin.is_superuser
    assert admin.is_active


def test_one_of_two_administrators_may_be_demoted(client, admin):
    second = create_person("vtori@example.org", "Втори", is_superuser=True)
    assert edit(client, second, is_superuser="").status_code == 302
    second.refresh_from_db()
    assert not second.is_superuser


def test_last_administrator_cannot_be_demoted_or_closed(admin):
    from members.wagtail_users import EditPersonForm

    for left_out in ("is_superuser", "is_active"):
        data = {"email": admin.email, "display_name": "А", "language": "bg", "is_superuser": "on", "is_active": "on"}
        del data[left_out]
        form = EditPersonForm(data, instance=User.objects.get(pk=admin.pk), by=admin)
        assert form.has_error(left_out, "last_administrator")


def manager(client):
    """Somebody who manages people without being an administrator."""
    from django.contrib.auth.models import Permission

    group = Group.objects.create(name="Управление на хора")
    rights = Permission.objects.filter(content_type__app_label="members", content_type__model="user")
    group.permissions.add(*rights, Permission.objects.get(codename="access_admin"))
    client.force_login(make_user(groups=[group]))


def test_who_is_no_administrator_cannot_touch_one_or_become_one(client, admin, member):
    manager(client)
    edit(client, admin, email="moy@example.org")
    admin.refresh_from_db()
    assert admin.email == "admin@example.org"
    edit(client, member, is_superuser="on")
    member.refresh_from_db()
    assert not member.is_superuser


@pytest.mark.parametrize("action, data", [("delete", {}), ("set_active_state", {"mark_as_active": "False"})])
def test_administrators_are_safe_in_bulk(client, admin, member, action, data):
    manager(client)
    client.post(f"/admin/bulk/members/user/{action}/?id={admin.pk}&id={member.pk}", data)
    assert User.objects.filter(pk=admin.pk, is_active=True).exists()


def test_ordinary_people_are_closed_in_bulk(client, admin, member):
    client.post(f"/admin/bulk/members/user/set_active_state/?id={member.pk}", {"mark_as_active": "False"})
    member.refresh_from_db()
    assert not member.is_active


def test_officers_do_not_manage_people(client, officer, member):
    client.force_login(officer)
    assert client.get("/admin/users/").status_code == 302
    edit(client, member, email="moy@example.org")
    member.refresh_from_db()
    assert member.email == "chlen@example.org"


def test_groups_of_organisations_are_not_ticked_here_and_stay(client, admin, newsroom):
    person = make_editor(newsroom.organization)
    other = Group.objects.create(name="Друга")
    form = client.get(f"/admin/users/edit/{person.pk}/").context["form"]
    assert newsroom.organization.editors not in form.fields["groups"].queryset
    edit(client, person, groups=str(other.pk))
    assert set(person.groups.all()) == {other, newsroom.organization.editors}
    edit(client, person)
    assert set(person.groups.all()) == {newsroom.organization.editors}


def test_a_group_of_an_organisation_cannot_be_slipped_in(client, admin, member, newsroom):
    editors = newsroom.organization.editors
    edit(client, member, groups=str(editors.pk))
    client.post("/admin/users/new/", NEW | {"groups": editors.pk})
    client.post(f"/admin/bulk/members/user/assign_role/?id={member.pk}", {"role": editors.pk})
    assert not editors.user_set.exists()


def test_the_office_sees_the_organisations_of_a_person(client, admin, newsroom):
    person = make_editor(newsroom.organization)
    page = client.get(f"/admin/users/edit/{person.pk}/").content.decode()
    assert "/accounts/organizatsii/mig-tundzha/hora/" in page


@pytest.mark.parametrize("way", ["/admin/users/delete/{}/", "/admin/bulk/members/user/delete/?id={}"])
def test_deleting_a_person_keeps_what_was_written(client, admin, newsroom, way):
    person = make_editor(newsroom.organization)
    news = make_news("Нейната", newsroom, owner=person)
    client.post(way.format(person.pk))
    person.refresh_from_db()
    news.refresh_from_db()
    assert person.erased_at
    assert news.owner == person
    assert "Изтрит потребител" not in client.get("/admin/users/").content.decode()
    assert client.get(f"/admin/users/edit/{person.pk}/").status_code == 404
