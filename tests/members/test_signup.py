import re

from allauth.account.models import EmailAddress

from members.forms import Signup
from members.models import User
from tests.factories.members import PASSWORD, make_user

FORM = {"display_name": "Читалищен секретар", "email": "Nov@example.org", "password1": PASSWORD}


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
    page = client.post("/accounts/signup/", {"display_name": " ", "email": "nov@example.org", "password1": "12345"})
    form = page.context["form"]
    assert set(form.errors) == {"display_name", "password1"}
    assert 'value="nov@example.org"' in page.content.decode()
    assert not User.objects.exists()
