"""A browser, and a portal that it can reach. What a module puts into the portal is there for all its tests."""

import os
from shutil import which

import pytest
from django.test import override_settings
from playwright.sync_api import expect, sync_playwright

from tests.browser.server import Server

SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PATIENCE = 15_000  # ms; what is right comes at once, and only a busy machine takes this long


@pytest.fixture(scope="package")
def browser():
    path = os.environ.get("CHROMIUM") or which("chromium-headless-shell") or which("chromium")
    assert path, "These tests need a browser: run them with `make test`, or name one in CHROMIUM."
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread; Django would refuse the database beside it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        expect.set_options(timeout=PATIENCE)
        started = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        yield started
        started.close()


@pytest.fixture(scope="module")
def db(django_db_setup, django_db_blocker):
    """In place of pytest-django's: no transaction, which the server's threads could not see into; after the module all
    is put back."""
    with django_db_blocker.unblock():
        yield
        django_db_setup.put_back()


@pytest.fixture(scope="module")
def portal(browser, db):
    """The address of a running portal with its sections."""
    with Server() as address:
        with override_settings(BASE_URL=address, WAGTAILADMIN_BASE_URL=address):
            yield address
        for context in browser.contexts:
            context.close()


@pytest.fixture(scope="module")
def context(browser, portal):
    """A visitor in Bulgaria on a wide screen; every test may open pages in it."""
    context = browser.new_context(base_url=portal, locale="bg-BG", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def page(context):
    page = context.new_page()
    yield page
    page.close()
