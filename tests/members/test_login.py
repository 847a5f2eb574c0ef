import re

import pytest

from tests.factories.members import PASSWORD, make_user

OUTSIDE = ["//evil.example", "/\\evil.example", "https:evil.example", "https://evil.example/", "javascript:alert(1)"]


def test_password_opens_the_profile_whatever_the_case_of_the_address(log_in, member, signed_in):
    response = log_in(" Chlen@Example.ORG ")
    assert response.url == "/"
    assert signed_in() == str(member.pk)


def test_english_reader_stays_in_english(log_in, member):
    assert log_in(member.email, path="/en/accounts/login/").url == "/en/"


def test_log_in_leads_back_to_the_page_for_members(client, log_in, member, homes):
    assert log_in(member.email, next="/novini/").url == "/novini/"


@pytest.mark.parametrize("target", OUTSIDE)
def test_log_in_and_out_never_lead_to_another_site(client, log_in, member, target):
    assert log_in(member.email, next=target).url == "/"
    assert client.post("/accounts/logout/", {"next": target}).url == "/"


def test_wrong_password_and_unknown_address_get_the_same_answer(client, log_in, member, signed_in):
    wrong = log_in(member.email, "ne-e-tazi")
    unknown = log_in("nyama@example.org", "ne-e-tazi")
    said = [response.context["form"].non_field_errors() for response in (wrong, unknown)]
    assert said[0]
    assert said[0] == said[1]
    assert signed_in() is None


def test_what_was_typed_stays_in_the_form_with_the_error(log_in, member):
    page = log_in(member.email, "ne-e-tazi").content.decode()
    assert f'value="{member.email}"' in page
    assert 'class="error-summary"' in page


def test_unconfirmed_address_gets_a_letter_instead_of_the_profile(log_in, signed_in, letters, db):
    make_user("nov@example.org", confirmed=False)
    assert log_in("nov@example.org").url == "/accounts/confirm-email/"
    assert signed_in() is None
    assert len(letters("nov@example.org")) == 1


def test_closed_profile_does_not_open(log_in, member, signed_in):
    member.is_active = False
    member.save()
    assert log_in(member.email).url == "/accounts/inactive/"
    assert signed_in() is None


def test_code_from_a_letter_opens_the_profile(client, member, signed_in, letters):
    client.post("/accounts/login/code/", {"email": "CHLEN@example.org"})
    code = re.search(r"^\d{6}$", letters(member.email)[0].text, re.M)[0]
    page = client.post("/accounts/login/code/confirm/", {"code": "abc"})
    assert page.context["verify_form"].has_error("code", "incorrect_code")
    client.post("/accounts/login/code/confirm/", {"code": code})
    assert signed_in() == str(member.pk)


def test_code_for_an_unknown_address_looks_the_same_and_sends_no_code(client, member, letters):
    known = client.post("/accounts/login/code/", {"email": member.email})
    client.post("/accounts/logout/")
    unknown = client.post("/accounts/login/code/", {"email": "nyama@example.org"})
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert not re.search(r"^\d{6}$", letters("nyama@example.org")[0].text, re.M)


def test_wrong_passwords_lock_the_person_at_this_address_only(client, member, signed_in):
    send = {"login": member.email, "password": "ne-e-tazi"}
    for _attempt in range(6):
        refused = client.post("/accounts/login/", send)
    assert refused.context["form"].has_error("__all__", "too_many_login_attempts")
    assert client.post("/accounts/login/", send | {"password": PASSWORD}).status_code == 200
    colleague = make_user("kolega@example.org")
    client.post("/accounts/login/", {"login": colleague.email, "password": PASSWORD})
    assert signed_in() == str(colleague.pk)
    client.post("/accounts/logout/")
    client.post("/accounts/login/", send | {"password": PASSWORD}, REMOTE_ADDR="192.0.2.7")
    assert signed_in() == str(member.pk)


def test_visit_ends_with_the_browser_unless_asked_to_stay(client, log_in, member):
    log_in(member.email)
    assert client.session.get_expire_at_browser_close()
    client.post("/accounts/logout/")
    log_in(member.email, remember="on")
    assert not client.session.get_expire_at_browser_close()


def test_reader_gets_no_cookie_until_a_form_is_opened(client, homes):
    page = client.get("/")
    assert not page.cookies
    assert "Cookie" not in page.headers.get("Vary", "")
    assert "Accept-Language" not in page.headers.get("Vary", "")
    assert "csrfmiddlewaretoken" not in page.content.decode()
    assert client.get("/accounts/login/").cookies


def test_header_offers_log_in_to_readers_and_the_profile_to_members(client, member, homes):
    assert 'href="/accounts/login/"' in client.get("/").content.decode()
    client.force_login(member)
    page = client.get("/").content.decode()
    assert "Пробен член" in page
    assert 'action="/accounts/logout/"' in page
    assert 'href="/admin/"' not in page


def test_officer_finds_the_way_to_the_admin_in_the_header(client, officer):
    client.force_login(officer)
    assert 'href="/admin/"' in client.get("/").content.decode()


def test_opening_the_log_out_address_does_not_log_out(client, member, signed_in):
    client.force_login(member)
    client.get("/accounts/logout/")
    assert signed_in() == str(member.pk)
