import re

import pytest

from members.adapters import AccountAdapter, public_link
from tests.factories.members import PASSWORD, make_user


def test_links_in_letters_come_from_the_setting_and_not_from_the_request(client, member, letters, settings):
    settings.ALLOWED_HOSTS = ["*"]
    client.post("/accounts/password/reset/", {"email": member.email}, HTTP_HOST="evil.example")
    letter = letters(member.email)[0]
    for text in (letter.text, letter.html):
        assert "evil.example" not in text
        assert "http://localhost:8000/accounts/password/reset/key/" in text


def test_letter_is_in_the_language_of_who_receives_it(client, letters, db):
    make_user("reader@example.org", language="en")
    client.post("/accounts/password/reset/", {"email": "reader@example.org"})
    letter = letters("reader@example.org")[0]
    assert "http://localhost:8000/en/accounts/password/reset/key/" in letter.text
    assert 'lang="en"' in letter.html


def test_link_keeps_path_and_query():
    assert (
        public_link("http://testserver/accounts/login/?next=/a", "en")
        == "http://localhost:8000/en/accounts/login/?next=/a"
    )


def test_reset_link_works_once_and_the_old_password_ends(client, member, letters, log_in, signed_in):
    client.post("/accounts/password/reset/", {"email": member.email})
    link = re.search(r"http://localhost:8000(/accounts/\S+)", letters(member.email)[0].text)[1]
    form = client.get(link).url
    client.post(form, {"password1": "nova-dalga-parola", "password2": "nova-dalga-parola"})
    log_in(member.email, PASSWORD)
    assert signed_in() is None
    log_in(member.email, "nova-dalga-parola")
    assert signed_in() == str(member.pk)
    client.logout()
    assert client.get(link).context["token_fail"]


def test_reset_looks_the_same_for_an_address_without_a_profile(client, member, letters):
    known = client.post("/accounts/password/reset/", {"email": member.email})
    unknown = client.post("/accounts/password/reset/", {"email": "nyama@example.org"})
    assert known.url == unknown.url
    assert "password/reset/key" not in letters("nyama@example.org")[0].text


def test_change_of_the_password_is_told_by_letter(client, member, letters):
    member.language = "en"
    member.save()
    client.force_login(member)
    changed = {"oldpassword": PASSWORD, "password1": "nova-dalga-parola", "password2": "nova-dalga-parola"}
    client.post("/accounts/password/change/", changed)
    assert "password of your profile was changed" in letters(member.email)[0].text


@pytest.mark.parametrize(
    "template",
    ["login_code", "email_confirmation", "email_confirmation_signup", "password_reset_key", "account_already_exists"],
)
def test_letters_have_a_subject_a_text_and_an_html_twin(template, letters, db):
    links = {"activate_url": "/accounts/login/", "password_reset_url": "/accounts/password/reset/"}
    AccountAdapter().send_mail(f"account/email/{template}", "x@example.org", links | {"code": "123456"})
    letter = letters("x@example.org")[0]
    assert letter.subject
    assert "<h1" in letter.html
    assert "<" not in letter.text
    assert "/static/img/mail/band" in letter.html


def test_every_change_that_allauth_reports_has_its_sentence():
    from pathlib import Path

    import allauth

    from members.letters import CHANGES

    folder = Path(allauth.__file__).parent / "templates"
    reported = {
        file.name.removesuffix("_message.txt")
        for app in ("account", "mfa")
        for file in (folder / app / "email").glob("*_message.txt")
        if "base_notification" in file.read_text()
    }
    assert reported - set(CHANGES) == set()
