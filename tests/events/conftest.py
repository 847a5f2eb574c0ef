import pytest

from tests.factories.events import make_event, make_part


@pytest.fixture
def outbox(settings):
    """Letters are written down and stay there."""
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"


@pytest.fixture
def forum(homes, outbox):
    """A forum in a month, without a calendar around it."""
    return make_event("Форум „Какво задържа хората на село“")


@pytest.fixture
def part(forum):
    """Two seats."""
    return make_part(forum, capacity=2)
