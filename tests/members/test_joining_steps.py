"""An organisation applies, step by step: nothing typed is lost, nothing happens twice, nobody else looks in."""

import re
from uuid import uuid4

import pytest
from django.test import Client

from members.consents import WORDINGS
from members.joining import keys
from members.models import Application, Consent
from tests.factories.joining import make_application
from tests.factories.members import make_officer, make_organization
from tests.members.apply import CONSENTS, FIRST, PEOPLE, PROFILE, START, fill_in, organization

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def outbox(homes, settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    settings.BASE_URL = "https://leader.example.org"


def test_from_the_first_page_to_the_office(client, letters):
    officer = make_officer()
    assert FIRST in client.get(START).content.decode()
    assert client.post(FIRST, organization(client)).url == f"{START}profil/"
    assert client.post(f"{START}profil/", PROFILE).url == f"{START}hora/"
    assert client.post(f"{START}hora/", PEOPLE).url == f"{START}saglasia/"
    assert client.post(f"{START}saglasia/", CONSENTS).url == f"{START}pregled/"
    shown = client.get(f"{START}pregled/").content.decode()
    for words in (
        "НЧ „Искра – 1929“",
        "000970464",
        "+359 46 123 456",
        "predsedatel@example.net",
        "Пеем, шием и помним.",
    ):
        assert words in shown
    assert client.post(f"{START}pregled/").url == f"{START}sastoyanie/"
    application = Application.objects.get()
    assert (application.state, application.kind, application.eik) == ("new", "chitalishte", "000970464")
    assert application.sent_at and application.email == "iskra@example.net" and not application.email_confirmed_at
    assert {consent.kind for consent in Consent.objects.all()} == {"terms", "data"}
    assert Consent.objects.get(kind="terms").wording == str(WORDINGS["terms"].text)
    begun, received = letters("iskra@example.net")
    assert f"https://leader.example.org{START}prodalzhi/{application.key}/" in begun.text
    assert f"/potvardi/{application.key}/" in received.text
    assert not letters(officer.email)  # anybody may have typed the address
    client.post(keys.link_to_confirm(application).removeprefix("https://leader.example.org"))
    (told,) = letters(officer.email)
    assert f"/admin/members/application/inspect/{application.pk}/" in told.text


def test_consents_are_read_back_in_words(client):
    fill_in(client)
    shown = client.get(f"{START}pregled/").content.decode()
    assert "<dd>да</dd>" in shown and "<dd>не</dd>" in shown and "✓" not in shown


def test_in_english_everything_stays_english(client, letters):
    answer = fill_in(client, "/en/join/")
    assert answer.url == "/en/join/pregled/"
    client.post("/en/join/pregled/")
    assert Application.objects.get().language == "en"
    assert "/en/join/prodalzhi/" in letters("iskra@example.net")[0].text
    assert letters("iskra@example.net")[1].subject == "Your application has arrived"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"eik": "000970465"}, "Последната цифра не"),
        ({"eik": "12345"}, "9 цифри"),
        ({"eik": ""}, "Напишете ЕИК"),
        ({"email": "iskra при пощата"}, "е-поща"),
        ({"name_bg": ""}, "задължително"),
        ({"name_bg": "Искра \u202egnp.exe"}, "невидими"),
        ({"kind": "owl"}, "error-summary"),
        ({"website": "https://example.net"}, "автомати"),
    ],
)
def test_a_wrong_answer_is_explained_and_nothing_typed_is_lost(client, typed, words):
    answer = client.post(FIRST, organization(client, **typed))
    text = answer.content.decode()
    assert answer.status_code == 200 and words in text and 'class="error-summary"' in text
    assert not Application.objects.exists()
    if "email" not in typed:
        assert 'value="Iskra@example.net"' in text
    if "eik" in typed:
        assert f'value="{typed["eik"]}"' in text or not typed["eik"]


@pytest.mark.parametrize("typed", ["BG 000 970 464", "000970464 ", "bg000970464"])
def test_the_eik_may_be_typed_as_it_stands_on_paper(client, typed):
    client.post(FIRST, organization(client, eik=typed))
    assert Application.objects.get().eik == "000970464"


def test_an_informal_group_has_none(client):
    answer = client.post(FIRST, organization(client, kind="other", eik="", name_bg="Женски хор"))
    assert answer.status_code == 302
    assert Application.objects.get().eik == ""


def test_the_first_form_sent_twice_begins_one_application(client, letters):
    form = organization(client)
    first, second = client.post(FIRST, form), client.post(FIRST, form)
    assert first.url == second.url
    assert Application.objects.count() == 1
    assert len(letters("iskra@example.net")) == 1


def test_sending_twice_sends_once(client, letters):
    fill_in(client)
    for _press in range(2):
        assert client.post(f"{START}pregled/").status_code == 302
    assert Application.objects.get().state == "new"
    assert len(letters("iskra@example.net")) == 2
    assert Consent.objects.count() == 2


def test_wrong_answers_are_kept_until_one_comes_back(client):
    client.post(FIRST, organization(client))
    client.post(f"{START}profil/", PROFILE | {"phone": "няма още"})
    shown = client.get(f"{START}profil/").content.decode()
    assert 'value="няма още"' in shown and "error-summary" in shown
    assert client.get(f"{START}sastoyanie/").url == f"{START}profil/"


def test_put_off_is_kept_without_reproach(client):
    client.post(FIRST, organization(client))
    client.post(f"{START}profil/", PROFILE | {"phone": "после", "later": "1"})
    shown = client.get(f"{START}profil/").content.decode()
    assert 'value="после"' in shown and "error-summary" not in shown and "Запазено" in shown


def test_one_step_back_and_forth(client):
    fill_in(client)
    assert 'value="000970464"' in client.get(FIRST).content.decode()
    answer = client.post(FIRST, organization(client, name_bg="НЧ „Искра – 1930“"))
    assert answer.url == f"{START}pregled/"
    assert Application.objects.get().name == "НЧ „Искра – 1930“"


def test_what_lacks_something_is_not_sent(client):
    client.post(FIRST, organization(client))
    client.post(f"{START}hora/", PEOPLE)
    assert "липсва" in client.get(f"{START}pregled/").content.decode()
    client.post(f"{START}pregled/")
    assert Application.objects.get().state == "draft"


def test_nobody_is_agreed_with_beforehand(client):
    fill_in(client, eik="000970464")
    client.post(f"{START}saglasia/", {"newsletter": "on"})
    assert client.post(f"{START}pregled/").status_code == 200
    client.session.flush()
    other = Client()
    other.post(FIRST, organization(other, eik="175074752"))
    assert " checked" not in other.get(f"{START}saglasia/").content.decode()


def test_going_back_keeps_what_was_typed_and_shows_no_errors(client):
    client.post(FIRST, organization(client))
    answer = client.post(f"{START}profil/", {"settlement": "с. Крушаре", "phone": "", "back": "1"})
    assert answer.url == FIRST
    text = client.get(f"{START}profil/").content.decode()
    assert 'value="с. Крушаре"' in text and "error-summary" not in text


def test_the_enter_key_goes_on_whatever_buttons_the_fields_bring(client):
    client.post(FIRST, organization(client))
    text = client.get(f"{START}hora/").content.decode()
    first = re.search(r"<button[^>]*>", text[text.index("csrfmiddlewaretoken") :])[0]
    assert "name=" not in first and 'name="more"' in text


def test_a_changed_sentence_is_agreed_to_anew(client, monkeypatch):
    fill_in(client)
    monkeypatch.setitem(WORDINGS, "terms", WORDINGS["terms"]._replace(version="2030-01"))
    client.post(f"{START}pregled/")
    assert Application.objects.get().state == "draft"
    client.post(f"{START}saglasia/", CONSENTS)
    client.post(f"{START}pregled/")
    assert Consent.objects.get(kind="terms").version == "2030-01"


def test_one_who_is_here_already_is_led_to_access(client):
    there = make_organization()
    there.eik = "000970464"
    there.save()
    text = client.post(FIRST, organization(client)).content.decode()
    assert "/accounts/organizatsii/mig-tundzha/dostap/" in text and "МИГ – Тунджа" in text
    assert not Application.objects.exists()


def test_an_open_application_is_told_without_whose_it_is(client):
    make_application(name="НЧ „Taino“", email="taino@example.net")
    text = client.post(FIRST, organization(client)).content.decode()
    assert 'value="000970464"' in text and "Вече е изпратено заявление" in text
    assert "Тази организация вече е тук" not in text
    assert "Taino" not in text and "taino" not in text


def test_two_drafts_of_one_eik_and_only_one_is_sent(client):
    fill_in(client)
    other = Client()
    fill_in(other, email="drug@example.net")
    client.post(f"{START}pregled/")
    shown = other.post(f"{START}pregled/").content.decode()
    assert "Вече има организация или заявление" in shown
    assert sorted(Application.objects.values_list("state", flat=True)) == ["draft", "new"]


def test_a_link_from_the_letter_goes_on_in_another_browser(client):
    client.post(FIRST, organization(client))
    application = Application.objects.get()
    other = Client()
    assert other.get(f"{START}profil/").status_code == 200  # says that there is none
    assert "form" not in other.get(f"{START}profil/").context
    answer = other.get(f"{START}prodalzhi/{application.key}/", follow=True)
    assert answer.redirect_chain[-1][0] == f"{START}profil/"
    assert str(application.key) not in answer.content.decode()
    assert other.get(f"{START}prodalzhi/{uuid4()}/").status_code == 404


def test_the_address_is_confirmed_by_who_reads_its_mail(client):
    fill_in(client)
    client.post(f"{START}pregled/")
    application = Application.objects.get()
    forged = f"{START}potvardi/{application.key}/{'0' * 32}/"
    assert client.post(forged).status_code == 404
    link = keys.link_to_confirm(application).removeprefix("https://leader.example.org")
    other = Client()
    assert other.get(link).status_code == 200
    application.refresh_from_db()
    assert application.email_confirmed_at is None  # a machine that follows links confirms nothing
    for _press in range(2):
        assert other.post(link).url == f"{START}sastoyanie/"
    application.refresh_from_db()
    assert application.email_confirmed_at
    first = application.email_confirmed_at
    other.post(link)
    application.refresh_from_db()
    assert application.email_confirmed_at == first


def test_the_letter_is_sent_again_but_not_without_end(client, letters):
    fill_in(client)
    client.post(f"{START}pregled/")
    for _press in range(9):
        client.post(f"{START}sastoyanie/")
    assert 3 <= len(letters("iskra@example.net")) <= 4


def test_a_new_address_gets_a_link_and_is_not_confirmed(client, letters):
    client.post(FIRST, organization(client))
    Application.objects.update(email_confirmed_at="2026-01-01T00:00Z")
    client.post(FIRST, organization(client, email="nov@example.net"))
    assert len(letters("nov@example.net")) == 1
    assert Application.objects.get().email_confirmed_at is None
