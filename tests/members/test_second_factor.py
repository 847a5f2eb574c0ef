import pytest

from tests.factories.members import PASSWORD, code_of, give_app, make_admin


@pytest.fixture(autouse=True)
def required(settings):
    settings.REQUIRE_SECOND_FACTOR = True


def test_password_alone_does_not_open_the_admin(client, log_in, officer):
    log_in(officer.email)
    for path in ("/admin/", "/admin/pages/", "/admin/images/", "/admin/account/"):
        assert client.get(path).url.startswith("/accounts/2fa/?next=")
    assert 'class="notice warn"' in client.get(client.get("/admin/").url).content.decode()


def test_code_of_the_app_opens_it(client, log_in, officer, signed_in):
    secret = give_app(officer)
    assert log_in(officer.email, next="/admin/").url == "/accounts/2fa/authenticate/"
    assert signed_in() is None
    assert client.get("/admin/").url.startswith("/accounts/login/")
    assert client.post("/accounts/2fa/authenticate/", {"code": code_of(secret)}).url == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_wrong_code_is_said_and_opens_nothing(client, log_in, officer, signed_in):
    give_app(officer)
    log_in(officer.email)
    assert "use_passkey" not in client.get("/accounts/2fa/authenticate/").content.decode()  # she has none
    page = client.post("/accounts/2fa/authenticate/", {"code": "1"})
    assert page.context["form"].has_error("code", "incorrect_code")
    assert "поискайте" not in page.context["form"].errors["code"][0]  # nobody sends the codes of an app
    assert signed_in() is None


def test_session_without_the_factor_is_asked_for_it(client, officer):
    secret = give_app(officer)
    client.force_login(officer)
    question = client.get("/admin/pages/").url
    assert question == "/accounts/2fa/reauthenticate/?next=%2Fadmin%2Fpages%2F"
    assert client.post(question, {"code": code_of(secret)}).url == "/admin/pages/"
    assert client.get("/admin/").status_code == 200


@pytest.mark.django_db(transaction=True)  # allauth counts the app after the commit
def test_setting_an_app_up_lets_in_at_once(client, log_in, officer):
    log_in(officer.email)
    setup = "/accounts/2fa/totp/activate/"
    client.post(client.get(setup).url, {"password": PASSWORD})
    form = client.get(setup).context["form"]
    client.post(setup, {"code": code_of(form.secret)})
    assert client.get("/admin/").status_code == 200


def test_removed_factor_closes_the_admin_again(client, log_in, officer):
    secret = give_app(officer)
    log_in(officer.email)
    client.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})
    officer.authenticator_set.all().delete()
    assert client.get("/admin/").url.startswith("/accounts/2fa/")


def test_administrators_are_asked_too(client, db):
    client.force_login(make_admin())
    assert client.get("/admin/users/").url.startswith("/accounts/2fa/")


def test_readers_and_members_are_not_asked(client, member, homes):
    page = client.get("/")
    assert page.status_code == 200
    assert not page.cookies
    assert "Cookie" not in page.headers.get("Vary", "")
    client.force_login(member)
    assert client.get("/").status_code == 200


def test_member_without_rights_gets_a_refusal_and_no_endless_redirect(client, member, homes):
    client.force_login(member)
    assert client.get("/admin/").status_code == 403


BANNER = 'class="demo-banner"'


def test_trial_portal_says_on_every_page_of_the_admin_that_the_factor_is_off(client, officer, settings):
    settings.REQUIRE_SECOND_FACTOR = False
    client.force_login(officer)
    for path in ("/admin/", "/admin/images/", "/admin/account/", "/admin/reports/workflow/"):
        assert BANNER in client.get(path).content.decode()


def test_real_portal_says_nothing_of_the_kind(client, log_in, officer):
    secret = give_app(officer)
    log_in(officer.email)
    client.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})
    assert BANNER not in client.get("/admin/").content.decode()
