"""Joining withstands what people type by mistake, and machines; no reader gets a cookie, no page is kept on the way."""

import re

import pytest
from django.test import Client

from members.joining import keys
from members.models import Application
from tests.factories.joining import make_application
from tests.members.apply import FIRST, PEOPLE, PROFILE, START, fill_in, organization

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def outbox(homes, settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    settings.BASE_URL = "https://leader.example.org"


def test_after_sending_nothing_changes(client):
    fill_in(client)
    client.post(f"{START}pregled/")
    assert client.post(f"{START}profil/", PROFILE | {"phone": "02 987 65 43"}).url == f"{START}sastoyanie/"
    assert client.post(FIRST, organization(client, key=str(Application.objects.get().key))).url == f"{START}sastoyanie/"
    assert Application.objects.get().answers["phone"] == "+359 46 123 456"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"people-0-role": "editor"}, "отговорник"),
        ({"people-2-email": "predsedatel@example.net"}, "два пъти"),
        ({"people-2-email": "sekretar"}, "адрес"),
        ({"people-2-name": "<b>"}, "error-summary"),
        ({"people-0-name": "", "people-0-email": "", "people-2-name": "", "people-2-email": ""}, "отговорник"),
    ],
)
def test_people_that_will_not_do(client, change, words):
    client.post(FIRST, organization(client))
    text = client.post(f"{START}hora/", PEOPLE | change).content.decode()
    assert words in text and 'class="error-summary"' in text


def test_more_people_without_javascript(client):
    client.post(FIRST, organization(client))
    answer = client.post(f"{START}hora/", PEOPLE | {"more": "1"})
    assert answer.context["form"].total_form_count() == 3
    answer = client.post(f"{START}hora/", PEOPLE | {"people-1-name": "Трети", "people-1-email": "", "more": "1"})
    assert answer.context["form"].total_form_count() == 4
    assert 'value="Трети"' in answer.content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        {"people-TOTAL_FORMS": "99999", "people-INITIAL_FORMS": "0"},
        {"people-TOTAL_FORMS": "x"},
        {},
        {"people-TOTAL_FORMS": "3", "people-INITIAL_FORMS": "3", "people-0-name": "А\x00Б" * 9000},
    ],
)
def test_rows_that_nobody_typed(client, sent):
    client.post(FIRST, organization(client))
    assert client.post(f"{START}hora/", sent).status_code == 200


def test_signs_that_a_database_refuses(client):
    client.post(FIRST, organization(client))
    client.post(f"{START}profil/", PROFILE | {"street": "ул. \x00 Първа", "summary_bg": "А" * 20000})
    shown = client.get(f"{START}profil/")
    assert shown.status_code == 200 and "ул.  Първа" in shown.content.decode()


def test_too_many_applications_from_one_place(client):
    for number in range(20):
        form = organization(Client(), email=f"nov{number}@example.net")
        assert Client().post(FIRST, form).status_code == 302
    answer = client.post(FIRST, organization(client, email="posleden@example.net"))
    assert answer.status_code == 429 and 'value="posleden@example.net"' in answer.content.decode()
    assert Application.objects.count() == 20


def test_only_the_form_gives_a_cookie_and_only_readers_are_remembered(client):
    for path in (START, f"{START}chovek/", "/en/join/"):
        answer = client.get(path)
        assert answer.status_code == 200 and not answer.cookies
        assert "Cookie" not in answer.headers.get("Vary", "")
    assert "csrftoken" in client.get(FIRST).cookies


@pytest.mark.parametrize(
    "path",
    ["organizatsia/", "profil/", "pregled/", "sastoyanie/", "kod/", "prodalzhi/6e8cf833-6f3b-461a-827a-3aa5f8bb11e3/"],
)
def test_nothing_of_it_is_kept_or_found(client, path):
    fill_in(client)
    answer = client.get(START + path)
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.headers["Referrer-Policy"] == "same-origin"


def test_a_form_is_not_sent_to_a_page_that_is_read(client):
    assert client.post(START).status_code == 405
    assert client.post("/novini/").status_code == 405
    assert client.post(f"{START}nyama-takava/").status_code == 404


def test_without_the_token_of_the_form_nothing_is_kept(homes):
    answer = Client(enforce_csrf_checks=True).post(FIRST, {"name_bg": "x"})
    assert answer.status_code == 403
    assert not Application.objects.exists()


def test_the_code_on_paper(client):
    application = make_application("draft", source="phone", answers={}, people=[])
    code = keys.code_of(application)
    assert re.fullmatch(r"\d+-\d{4}-\d{4}-\d{4}", code)
    wrong = code[:-1] + str((int(code[-1]) + 1) % 10)
    for typed in (wrong, "", "не знам", "9" * 40):
        assert "error-summary" in client.post(f"{START}kod/", {"code": typed}).content.decode()
    assert client.post(f"{START}kod/", {"code": f" {code.replace('-', ' ')} "}).url == f"{START}sastoyanie/"
    assert client.get(f"{START}sastoyanie/").url == FIRST
    for _try in range(20):
        answer = client.post(f"{START}kod/", {"code": wrong})
    assert answer.status_code == 429
