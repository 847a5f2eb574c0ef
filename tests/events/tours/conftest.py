import pytest

from tests.factories.members import make_editor, make_officer, make_organization
from tests.factories.tours import as_lag, make_tour


@pytest.fixture
def tour(homes, settings):
    """Its call is open; letters are written down and stay there."""
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    return make_tour(title_en="Tour", summary_bg="Форумът пътува.")


@pytest.fixture
def lag(homes):
    return as_lag(make_organization())


@pytest.fixture
def editor(lag):
    """Of that local action group."""
    return make_editor(lag)


@pytest.fixture
def other(homes):
    """An editor of another local action group."""
    return make_editor(as_lag(make_organization("МИГ – Попово", "LAG Popovo", "mig-popovo")), "popovo@example.org")


@pytest.fixture
def officer(homes):
    return make_officer()
