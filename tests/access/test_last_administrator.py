"""Whichever way: an administrator who may log in is always left."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from members.models import User
from tests.factories.members import PASSWORD, make_admin, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def last(homes):
    return make_admin()


@pytest.fixture
def manager_of_people(homes):
    """Who has every right on people and groups without being an administrator."""
    group = Group.objects.create(name="Управление на хора")
    rights = Permission.objects.filter(content_type__model__in=["user", "group"])
    group.permissions.add(*rights, Permission.objects.get(codename="access_admin"))
    return make_user("hora@example.org", groups=[group])


def fields(person, **changes):
    return {"email": person.email, "display_name": "А", "language": "bg"} | changes


def bulk(action):
    return lambda person: f"/admin/bulk/members/user/{action}/?id={person.pk}&id=all"


WAYS = {
    "delete": (lambda person: reverse("wagtailusers_users:delete", args=[person.pk]), {}),
    "delete together": (bulk("delete"), {}),
    "close together": (bulk("set_active_state"), {"mark_as_active": "False"}),
    "edit": (lambda person: reverse("wagtailusers_users:edit", args=[person.pk]), {"email": "moy@example.org"}),
    "close the own profile": (lambda person: reverse("members:close"), {"sure": "on", "password": PASSWORD}),
    "edit a group": (lambda person: "/admin/groups/edit/1/", {"name": "Нищо"}),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("by", ["administrator", "manager of people"])
def test_the_last_one_stays(client, last, manager_of_people, way, by):
    make_user("zatvoren@example.org", is_superuser=True, is_active=False)  # one who cannot log in does not count
    client.force_login(last if by == "administrator" else manager_of_people)
    path, form = WAYS[way]
    client.post(path(last), fields(last, **form) if way == "edit" else form)
    assert User.objects.filter(pk=last.pk, is_superuser=True, is_active=True, email=last.email).exists() or (
        way == "edit" and by == "administrator" and User.objects.filter(is_superuser=True, is_active=True).exists()
    )


def test_of_two_one_may_go_but_not_both(client, last):
    second = make_user("vtori@example.org", is_superuser=True)
    client.force_login(last)
    client.post(f"/admin/bulk/members/user/delete/?id={last.pk}&id={second.pk}")
    assert User.objects.filter(pk=last.pk, is_superuser=True, is_active=True).exists()
    client.post(reverse("wagtailusers_users:delete", args=[second.pk]))
    assert list(User.objects.filter(is_superuser=True)) == [last]


def test_who_manages_people_gives_nobody_more_rights(client, last, manager_of_people):
    officers = Group.objects.get(name="Редакция на мрежата")
    client.force_login(manager_of_people)
    edit = reverse("wagtailusers_users:edit", args=[manager_of_people.pk])
    client.post(edit, fields(manager_of_people, groups=officers.pk, is_superuser="on"))
    client.post(f"/admin/bulk/members/user/assign_role/?id={manager_of_people.pk}", {"role": officers.pk})
    manager_of_people.refresh_from_db()
    assert officers not in manager_of_people.groups.all() and not manager_of_people.is_superuser
