"""Every address of the site: those of the admin are all tried, with the keys of things that are not for who tries; of
the others each is named here. A new address without its line fails."""

import pytest
from django.db import transaction

from tests.access.addresses import filled, patterns, values_for
from tests.access.state import checksum
from tests.access.test_matrix import body
from tests.access.world import SECRET, come_as

pytestmark = pytest.mark.django_db
OUTSIDERS = ["anonymous", "member", "stranger", "ex-editor"]
LEAVES = {"wagtailadmin_logout"}  # nothing to see behind it

PUBLIC = {
    "open to all, shows nothing of anybody": {"healthz/live", "healthz/ready", "robots.txt"},
    "lists what everybody reads: rows_reading.py": {"sitemap.xml", "sitemap-pages", "search:search", "wagtail_serve"},
    "rows_reading.py, core/test_served_documents.py": {"wagtaildocs_serve", "core:ask-translation"},
    "tests/core/test_emails.py, test_hidden_addresses.py": {"core:show-email"},
    "tests/core/test_contact.py": {"core:write-to-role", "core:message-sent"},
    "one's own, tests/members": {"members:profile"},
}
OWN_TESTS = ("account_", "mfa_")  # allauth's; tests/members/test_login.py and beside it


def in_admin(here: str) -> bool:
    return here.startswith("admin/")


def test_every_address_outside_the_admin_is_accounted_for():
    named = set().union(*PUBLIC.values())
    names = {name for name, here, _arguments in patterns() if not in_admin(here)}
    assert {name for name in names if not name.startswith(OWN_TESTS)} == named


def attempts(world):
    for name, here, arguments in patterns():
        if in_admin(here) and name not in LEAVES:
            yield name, filled(here, arguments, values_for(name, world))


def leaks(client, path) -> bool:
    client.raise_request_exception = False  # some of Wagtail's views stumble over an empty form
    shown = "".join(body(answer).replace(path, "") for answer in (client.get(path), client.post(path)))
    return SECRET in shown or "okapi" in shown


@pytest.mark.parametrize("who", OUTSIDERS)
def test_no_address_of_the_admin_says_or_does_anything_for_outsiders(client, world, who):
    come_as(client, world, who)
    before = checksum()
    assert not [name for name, path in attempts(world) if leaks(client, path)]
    after = checksum()
    assert not [table for table in before if before[table] != after[table]]


def test_the_same_addresses_say_much_to_an_administrator(client, world):
    """Else the silence above would prove nothing."""
    come_as(client, world, "administrator")
    client.raise_request_exception = False
    told = 0
    for _name, path in attempts(world):
        with transaction.atomic():
            told += SECRET in body(client.get(path)).replace(path, "")
            transaction.set_rollback(True)
    assert told > 60
