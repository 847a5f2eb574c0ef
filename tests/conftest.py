"""What every test may ask for: a portal with its sections, people of each kind, and a clean cache."""

import gc

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.db.models.signals import post_migrate
from django.test import TransactionTestCase

from tests.database import begin_from_kept, keep
from tests.laid_out import LaidOut
from tests.statements import Noting, needed
from tests.tasks import AtOnce


def pytest_addoption(parser):
    parser.addoption(
        "--each-statement-once",
        action="store_true",
        help="only as many tests as ask every statement that `make test` noted (docs/decisions/0024)",
    )


def pytest_configure(config):
    config.pluginmanager.register(Noting(config), "statements")


def pytest_collection_modifyitems(config, items):
    """Races need two writers: SQLite lets one in at a time, so they belong to the suite on PostgreSQL alone."""
    if connection.vendor == "postgresql":
        left_out = elsewhere(items, config.getoption("each_statement_once"))
    else:
        left_out = only_there(items)
    config.hook.pytest_deselected(items=left_out)
    kept = set(items) - set(left_out)
    items[:] = [item for item in items if item in kept]


def only_there(items) -> list:
    return [item for item in items if item.get_closest_marker("races")]


def elsewhere(items, each_statement_once: bool) -> list:
    """With the first of its parameters each test asks all that it asks (docs/decisions/0024)."""
    if each_statement_once:
        chosen = needed([item.nodeid for item in items if not always_there(item)])
        return [item for item in items if not (always_there(item) or item.nodeid in chosen)]
    seen, left_out = set(), []
    for item in items:
        test = item.nodeid.partition("[")[0]
        if test in seen and not always_there(item):
            left_out.append(item)
        seen.add(test)
    return left_out


def always_there(item) -> bool:
    return bool(item.get_closest_marker("kinds") or item.get_closest_marker("races"))


def pytest_sessionstart(session):
    """What is loaded by now stays; looking through it again and again takes a tenth of the time of the suite."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Before any fixture: those of a module are made with its first test. A browser meets the portal as it is."""
    AtOnce.keeps_indexes = item.get_closest_marker("indexed") is not None or "browser" in item.path.parts


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """The last thing that pytest-django asks for before it makes the database."""
    begin_from_kept()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The sections every portal has are laid out once; each test rolls back to them. After one that committed they are
    put back, or laid out anew."""
    from home.lay_out import lay_out

    with pytest.MonkeyPatch.context() as patch:
        with django_db_blocker.unblock():
            keep(connection)
            lay_out()
            if connection.vendor == "postgresql":
                laid_out = LaidOut()
                patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _test: laid_out.put_back())
        if connection.vendor != "postgresql":
            last = [app for app in apps.get_app_configs() if app.models_module][-1]
            post_migrate.connect(begin_anew, sender=last)
        yield


def begin_anew(**kwargs):
    """What Wagtail's migrations put into an empty database, and the sections on it."""
    from wagtail.models import Collection, Locale, Page

    from home.lay_out import lay_out

    Locale.objects.create(language_code="bg")
    Page.add_root(instance=Page(title="Root", slug="root"))
    Collection.add_root(name="Root")
    lay_out()


@pytest.fixture(autouse=True)
def cold_cache():
    cache.clear()


@pytest.fixture
def homes(db):
    """The home pages by language."""
    from home.models import HomePage

    return {home.locale.language_code: home for home in HomePage.objects.select_related("locale")}


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
