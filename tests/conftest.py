"""What every test may ask for: a portal with its sections, people of each kind, and a clean cache."""

import gc

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase
from wagtail.images.models import Filter

from tests import sizes
from tests.database import begin_from_kept, keep, migrate_ours_last
from tests.laid_out import LaidOut
from tests.once import laying, those_with_less_before
from tests.statements import Noting, needed
from tests.tasks import AtOnce


def pytest_addoption(parser):
    parser.addoption(
        "--each-statement-once",
        action="store_true",
        help="plan what `make test` noted, and run only some tests for it (docs/decisions/0024)",
    )


def pytest_configure(config):
    config.pluginmanager.register(Noting(config), "statements")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Races need two writers: SQLite lets one in at a time, so they belong to the suite on PostgreSQL alone. Whoever
    else sorts the tests (`--ff`) does it before we do."""
    yield
    if connection.vendor == "postgresql":
        left_out = elsewhere(items, config.getoption("each_statement_once"))
    else:
        left_out = only_there(items)
    config.hook.pytest_deselected(items=left_out)
    kept = set(items) - set(left_out)
    items[:] = those_with_less_before([item for item in items if item in kept])


def only_there(items) -> list:
    return [item for item in items if has_marker(item, "races", "planned")]


def elsewhere(items, each_statement_once: bool) -> list:
    """With the first of its parameters each test asks all that it asks (docs/decisions/0024)."""
    if each_statement_once:
        left = [item for item in items if not has_marker(item, "database", "planned", "races")]
        chosen = needed([item.nodeid for item in left])
        return [item for item in left if item.nodeid not in chosen]
    seen, left_out = set(), []
    for item in items:
        test = item.nodeid.partition("[")[0]
        if has_marker(item, "planned") or test in seen and not has_marker(item, "database", "kinds", "races"):
            left_out.append(item)
        seen.add(test)
    return left_out


def has_marker(item, *names: str) -> bool:
    return any(item.get_closest_marker(name) for name in names)


def pytest_sessionstart(session):
    """What is loaded by now stays; looking through it again and again takes a tenth of the time of the suite."""
    gc.freeze()
    gc.set_threshold(200_000, 20, 1_000)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Before any fixture: those of a module are made with its first test. A browser meets the portal as it is."""
    AtOnce.keeps_indexes = item.get_closest_marker("indexed") is not None or "browser" in item.path.parts


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, django_db_blocker):
    """The last thing that pytest-django asks for before it makes the database."""
    with django_db_blocker.unblock():
        begin_from_kept()
    migrate_ours_last()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The sections every portal has are laid out once; each test rolls back to them. After one that committed they are
    put back."""
    from home.lay_out import lay_out

    with pytest.MonkeyPatch.context() as patch:
        with django_db_blocker.unblock():
            keep()
            lay_out()
            laid_out = LaidOut()
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _test: laid_out.put_back())
        yield laid_out


@pytest.fixture(autouse=True, scope="session")
def sizes_drawn_once():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Filter, "run", sizes.run)
        yield


@pytest.fixture(autouse=True, scope="session")
def files_read_here():
    from resources.reading import apart
    from tests import reading

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apart, "run", reading.here)
        yield


@pytest.fixture(autouse=True)
def cold_cache():
    cache.clear()


@pytest.fixture
def homes(db):
    """The home pages by language."""
    from home.models import HomePage

    return {home.locale.language_code: home for home in HomePage.objects.select_related("locale")}


@pytest.fixture(scope="module")
def lay(request, django_db_setup, django_db_blocker):
    """Makes rows once for the module (`tests/once.py`)."""
    yield from laying(request, django_db_blocker)


@pytest.fixture(scope="module")
def newsroom_laid(lay):
    from tests.factories.news import make_newsroom

    return lay(make_newsroom)


@pytest.fixture
def newsroom(newsroom_laid, homes):
    """The Bulgarian newsroom of МИГ – Тунджа."""
    return newsroom_laid()


@pytest.fixture
def officer(homes):
    """The network's communications officer."""
    from tests.factories.members import make_officer

    return make_officer()


@pytest.fixture(scope="module")
def editor_laid(lay, newsroom_laid):
    from tests.factories.members import make_editor

    return lay(lambda: make_editor(newsroom_laid().organization))


@pytest.fixture
def editor(editor_laid, newsroom):
    """An editor of МИГ – Тунджа."""
    return editor_laid()
