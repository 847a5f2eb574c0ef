import re

import pytest
from allauth.account.models import EmailAddress

from members.forms import Signup
from members.models import User
from tests.factories.members import PASSWORD, make_user

AGREED = {"terms": "on", "data": "on", "adult": "on"}
FORM = {"display_name": "Читалищен секретар", "email": "Nov@example.org", "password1": PASSWORD} | AGREED


def test_new_profile_opens_only_through_the_letter(client, letters, signed_in, db):
    assert client.post("/accounts/signup/", FORM).url == "/accounts/confirm-email/"
    assert signed_in() is None
    link = re.search(r"http://\S+", letters("nov@example.org")[0].text)[0]
    path = link.removeprefix("http://localhost:8000")
    assert "nov@example.org" in client.get(path).content.decode()
    assert not EmailAddress.objects.get(email="nov@example.org").verified
    client.post(path)
    assert EmailAddress.objects.get(email="nov@example.org").verified
    person = User.objects.get()
    assert (person.display_name, person.language, person.is_superuser) == ("Читалищен секретар", "bg", False)
    assert signed_in() == str(person.pk)


def test_taken_address_gets_the_same_answer_and_a_letter_that_says_so(client, member, letters):
    new = client.post("/accounts/signup/", FORM)
    taken = client.post("/accounts/signup/", FORM | {"email": member.email})
    assert (new.status_code, new.url) == (taken.status_code, taken.url)
    assert User.objects.filter(email=member.email).count() == 1
    assert "/accounts/password/reset/" in letters(member.email)[0].text


def test_two_clicks_at_once_make_one_profile(client, monkeypatch, db):
    look = Signup.validate_unique_email

    def look_too_early(form, value):
        found = look(form, value)
        make_user(value)  # the other click
        return found

    monkeypatch.setattr(Signup, "validate_unique_email", look_too_early)
    answer = client.post("/accounts/signup/", FORM)
    assert (answer.status_code, answer.url) == (302, "/accounts/confirm-email/")
    assert User.objects.count() == 1


def test_rights_cannot_be_slipped_into_the_form(client, db):
    client.post("/accounts/signup/", FORM | {"is_superuser": "on", "is_staff": "on", "groups": "1", "is_active": "on"})
    person = User.objects.get()
    assert not person.is_superuser
    assert not person.groups.exists()


def test_english_page_makes_an_english_profile_and_letter(client, letters, db):
    client.post("/en/accounts/signup/", FORM)
    assert User.objects.get().language == "en"
    assert "http://localhost:8000/en/accounts/confirm-email/" in letters("nov@example.org")[0].text


def test_weak_password_and_missing_name_are_said_at_the_fields_and_nothing_typed_is_lost(client, db):
    page = client.post("/accounts/signup/", FORM | {"display_name": " ", "password1": "12345"})
    form = page.context["form"]
    assert set(form.errors) == {"display_name", "password1"}
    assert 'value="Nov@example.org"' in page.content.decode()
    assert not User.objects.exists()


@pytest.mark.parametrize("typed", ["CHLEN@example.org", "chlen+novini@example.org", "chlen@EXAMPLE.org "])
def test_other_ways_of_writing_a_known_address_make_no_second_profile(client, member, letters, typed):
    assert client.post("/accounts/signup/", FORM | {"email": typed}).url == "/accounts/confirm-email/"
    assert User.objects.count() == 1
    assert len(letters(member.email)) == 1


def test_a_label_in_the_known_address_counts_too(client, letters, db):
    make_user("ivan+novini@example.org")
    client.post("/accounts/signup/", FORM | {"email": "ivan@example.org"})
    assert User.objects.count() == 1
    client.post("/accounts/signup/", FORM | {"email": "ivanov@example.org"})
    assert User.objects.count() == 2


def test_a_host_is_the_same_in_letters_and_in_code(client, letters, db):
    make_user("igra@пример.бг")
    client.post("/accounts/signup/", FORM | {"email": "igra@xn--e1afmkfd.xn--90ae"})
    assert User.objects.count() == 1


def test_what_was_agreed_to_is_kept_with_its_words(client, letters, db):
    client.post("/accounts/signup/", FORM)
    given = {consent.kind: consent for consent in User.objects.get().consents.all()}
    assert set(given) == set(AGREED)
    assert given["adult"].wording == "Навършил/а съм 18 години."


@pytest.mark.parametrize("missing", AGREED)
def test_no_profile_without_each_of_the_consents(client, db, missing):
    page = client.get("/accounts/signup/").content.decode()
    assert "checked" not in page
    page = client.post("/accounts/signup/", {name: value for name, value in FORM.items() if name != missing})
    assert set(page.context["form"].errors) == {missing}
    assert not User.objects.exists()


def test_a_name_that_only_looks_like_another_is_refused(client, db):
    page = client.post("/accounts/signup/", FORM | {"display_name": "Aдминистратор"})  # the first letter is Latin
    assert page.context["form"].has_error("display_name", "mixed")
