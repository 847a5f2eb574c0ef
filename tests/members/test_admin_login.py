import pytest

from members.models import User
from tests.factories.members import PASSWORD


def test_form_sent_to_wagtails_own_log_in_opens_nothing(client, officer, signed_in):
    response = client.post("/admin/login/", {"username": officer.email, "password": PASSWORD})
    assert response.url.startswith("/accounts/login/")
    assert signed_in() is None


def test_admin_sends_to_the_log_in_and_back(client, log_in, officer):
    assert client.get("/admin/pages/").url == "/accounts/login/?next=/admin/pages/"
    assert log_in(officer.email, next="/admin/pages/").url == "/admin/pages/"


@pytest.mark.parametrize(
    "path", ["/admin/password_reset/", "/admin/password_reset/done/", "/admin/password_reset/complete/"]
)
def test_wagtails_own_password_reset_is_closed(client, db, path):
    assert client.post(path, {"email": "x@example.org"}).url == "/accounts/password/reset/"


def test_log_out_of_the_admin_works(client, officer, signed_in):
    client.force_login(officer)
    assert client.post("/admin/logout/").url == "/accounts/login/"
    assert client.get("/admin/").status_code == 302


def test_account_page_changes_name_and_language_and_links_to_the_log_in(client, officer):
    client.force_login(officer)
    page = client.get("/admin/account/").content.decode()
    assert 'name="person-display_name"' in page
    for absent in ("first_name", "password", "preferred_language"):
        assert f'{absent}"' not in page
    for link in ("/accounts/email/", "/accounts/password/change/", "/accounts/2fa/"):
        assert f'href="{link}"' in page


def test_language_chosen_in_the_account_page_is_the_language_of_the_admin(client, officer):
    client.force_login(officer)
    sent = {"person-display_name": "Редактор", "person-language": "en", "theme-theme": "system"}
    sent |= {"theme-contrast": "system", "theme-density": "default", "theme-keyboard_shortcuts": "on"}
    assert client.post("/admin/account/", sent).status_code == 302
    assert User.objects.get(pk=officer.pk).language == "en"
    assert '<html lang="en"' in client.get("/admin/").content.decode()
