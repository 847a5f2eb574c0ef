import pytest

from tests.factories.events import make_event, make_part, make_registration
from tests.factories.members import make_editor, make_organization


@pytest.fixture
def outbox(settings):
    """Letters are written down and stay there."""
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"


@pytest.fixture(scope="module")
def forum_laid(lay):
    return lay(lambda: make_event("Форум „Какво задържа хората на село“"))


@pytest.fixture
def forum(forum_laid, homes, outbox):
    """A forum in a month, without a calendar around it."""
    return forum_laid()


@pytest.fixture
def part(forum):
    """Two seats."""
    return make_part(forum, capacity=2)


@pytest.fixture
def stranger(homes):
    """An editor of another organisation, with an event and people of its own."""
    other = make_organization("МИГ – Попово", "LAG Popovo", "mig-popovo")
    person = make_editor(other, "popovo@example.org")
    make_registration(make_part(make_event("Тяхно", organization=other, slug="tyahno")), "Тяхна")
    return person


@pytest.fixture(scope="module")
def host_laid(lay, forum_laid):
    return lay(lambda: make_editor(forum_laid().organization))


@pytest.fixture
def host(host_laid, forum):
    return host_laid()
