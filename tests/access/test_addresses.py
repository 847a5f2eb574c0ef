"""Every address of the site is tried with the keys of things that are not for who tries.

An address with a new kind of argument needs a line in addresses.py, one outside the admin a line here that says who
looks after it: else these tests fail.
"""

from itertools import islice

import pytest
from django.db import transaction

from tests.access.addresses import filled, patterns, values_for
from tests.access.state import checksum
from tests.access.test_matrix import body
from tests.access.world import SECRET, come_as

pytestmark = [pytest.mark.django_db, pytest.mark.indexed]
MUCH = 61  # addresses
OUTSIDERS = ["anonymous", "member", "stranger"]  # an ex-editor enters where a stranger does, with less to show there
NOT_SENT = {  # what anybody may send for herself; the forms have tests of their own
    "wagtailadmin_logout", "account_logout", "core:ask-translation", "members:ask-access", "members:give-consent",
    "members:ask-own-data", "usersessions_list", "events:make-own-calendar", "events:revoke-own-calendar",
}  # fmt: skip

PUBLIC = {
    "open to all, shows nothing of anybody": {"healthz/live", "healthz/ready", "robots.txt", "members:closed"},
    "lists what everybody reads: rows_reading.py": {
        "sitemap.xml", "sitemap-pages", "search:search", "search:rss", "search:suggestions", "wagtail_serve", "%(_0)s",
    },
    "one's own organisation: members/test_freshness.py": {"freshness:still-right"},
    "rows_reading.py, core/test_served_documents.py": {"wagtaildocs_serve", "core:ask-translation"},
    "core/test_emails.py, core/test_hidden_addresses.py": {"core:show-email"},
    "core/test_contact.py": {"core:write-to-role", "core:message-sent"},
    "counts a word, shows nothing: search/test_office.py": {"search:counted"},
    "one's own calendar: events/test_feeds.py": {
        "events:own-calendar", "events:make-own-calendar", "events:revoke-own-calendar", "events:own-calendar-file",
    },
    "of published offers: members/offers/": {"offers:answer", "offers:answered", "offers:text", "offers:csv"},
    "one's own: members/test_own_data.py, test_consents.py, test_erasure.py": {
        "members:profile", "members:give-consent", "members:withdraw-consent", "members:ask-own-data",
        "members:own-data", "members:close", "usersessions_list",
    },
    "one's own registration, by its secret link: events/test_registering.py": {
        "events:registration", "events:confirm", "events:send-again", "events:accept-seat", "events:cancel",
        "events:cancel-person", "events:change-person", "events:pass-on", "events:registration-calendar",
    },
    "of published events: events/test_registering.py": {"events:register"},
    "the host's and the office's: events/test_checkin.py": {
        "checkin:door", "checkin:press", "checkin:code", "checkin:walk-in", "checkin:send", "checkin:worker",
    },
    "by a number or a secret on paper: events/test_certificates.py, resources/test_learning.py": {
        "certificates:check", "certificates:paper",
    },
    "one's own learning: resources/test_learning.py, test_learners_admin.py": {
        "learning:mine", "learning:enrol", "learning:leave", "learning:finish", "learning:opinion",
        "learning:send-answers", "learning:send-steps", "learning:mark-read",
    },
    "by a signed link, for one's own letters: resources/test_versions.py": {"learning:version-letters"},
    "by a secret in a letter: events/test_feedback.py": {"opinions:say"},
    "of materials and courses: resources/test_access.py": {
        "resources:file", "resources:version", "resources:play", "resources:rendered", "resources:preview",
        "resources:text", "resources:subtitles", "resources:course-zip",
    },
    "people of an organisation: members/team/": {
        "members:invitation", "members:ask-access", "members:leave-team", "members:team", "members:change-role",
        "members:remove-person", "members:send-invitation-again", "members:withdraw-invitation",
        "members:decide-request",
    },
}  # fmt: skip
OWN_TESTS = ("account_", "mfa_")  # allauth's; members/test_login.py and beside it


def test_every_address_outside_the_admin_is_accounted_for():
    named = set().union(*PUBLIC.values())
    names = {name for name, here, _arguments in patterns() if not here.startswith("admin/")}
    assert {name for name in names if not name.startswith(OWN_TESTS)} == named


def attempts(world):
    for name, here, arguments in patterns():
        yield name, filled(here, arguments, values_for(name, world))


def leaks(client, name, path) -> bool:
    client.raise_request_exception = False  # some of Wagtail's views stumble over an empty form
    answers = [client.get(path), *([client.post(path)] if name not in NOT_SENT else [])]
    shown = "".join(body(answer).replace(path, "") for answer in answers)
    return SECRET in shown or "okapi" in shown


@pytest.mark.parametrize("who", OUTSIDERS)
def test_no_address_says_or_does_anything_for_outsiders(client, world, who):
    come_as(client, world, who)
    before = checksum()
    assert not [name for name, path in attempts(world) if leaks(client, name, path)]
    after = checksum()
    assert not [table for table in before if before[table] != after[table]]


def test_the_same_addresses_say_much_to_an_administrator(client, world):
    """Else the silence above would prove nothing."""
    come_as(client, world, "administrator")
    client.raise_request_exception = False
    told = (tells(client, path) for _name, path in attempts(world))
    assert len(list(islice(filter(None, told), MUCH))) == MUCH


def tells(client, path) -> bool:
    with transaction.atomic():
        shown = body(client.get(path)).replace(path, "")
        transaction.set_rollback(True)
    return SECRET in shown
