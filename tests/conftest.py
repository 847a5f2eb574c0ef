"""What every test may ask for: a portal with its sections, people of each kind, and a clean cache."""

import pytest
from django.core.cache import cache


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The sections every portal has are laid out once; each test rolls back to them."""
    from home.lay_out import lay_out

    with django_db_blocker.unblock():
        lay_out()


@pytest.fixture(autouse=True)
def cold_cache():
    cache.clear()


@pytest.fixture
def homes(db):
    """The home pages by language; laid out again where a test with a live server has emptied the tables."""
    from home.lay_out import lay_out
    from home.models import HomePage

    found = {home.locale.language_code: home for home in HomePage.objects.select_related("locale")}
    return found if len(found) == 2 else lay_out()


@pytest.fixture
def newsroom(homes):
    """The Bulgarian newsroom of МИГ – Тунджа."""
    from tests.factories.news import make_newsroom

    return make_newsroom()


@pytest.fixture
def officer(homes):
    """The network's communications officer."""
    from tests.factories.members import make_officer

    return make_officer()


@pytest.fixture
def editor(newsroom):
    """An editor of МИГ – Тунджа."""
    from tests.factories.members import make_editor

    return make_editor(newsroom.organization)
