"""The admin speaks the language of the person, not of whoever opened it first."""

import pytest
from django.urls import reverse

from tests.factories.members import make_user

pytestmark = pytest.mark.django_db


def test_the_menu_is_in_the_language_of_each_person(client, homes):
    menus = {}
    for code in ("bg", "en"):
        client.force_login(make_user(f"{code}@example.org", is_superuser=True, language=code))
        html = client.get(reverse("wagtailadmin_home")).content.decode()
        menus[code] = html[html.index('id="wagtail-sidebar-props"') :].encode().decode("unicode_escape")
    for bulgarian, english in (("Офис", "Office"), ("Съобщения", "Messages"), ("Писма", "Letters"), ("Кошче", "Bin")):
        assert f'"{bulgarian}"' in menus["bg"] and f'"{english}"' not in menus["bg"]
        assert f'"{english}"' in menus["en"] and f'"{bulgarian}"' not in menus["en"]


def test_the_words_of_a_window_to_choose_from_are_too(client, homes):
    for code, words in (("bg", "Избери: организация"), ("en", "Choose organisation")):
        client.force_login(make_user(f"{code}@example.org", is_superuser=True, language=code))
        assert words in client.get("/admin/snippets/members/partnership/add/").content.decode()
