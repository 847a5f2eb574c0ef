import pytest

from core.models import OutgoingMail
from tests.factories.members import PASSWORD, make_user


@pytest.fixture
def member(db):
    """Somebody with an ordinary profile."""
    return make_user("chlen@example.org", display_name="Пробен член")


@pytest.fixture
def log_in(client):
    """Sends the log-in form."""

    def send(email, password=PASSWORD, path="/accounts/login/", **more):
        return client.post(path, {"login": email, "password": password} | more)

    return send


@pytest.fixture
def letters(db, settings):
    """What waits in the outbox for an address."""
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"  # the test runner puts its own in place
    return lambda to: [letter for letter in OutgoingMail.objects.order_by("pk") if letter.to == [to]]


@pytest.fixture
def signed_in(client):
    """Whose profile the browser is in, or None."""
    return lambda: client.session.get("_auth_user_id")
