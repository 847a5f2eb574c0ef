"""The office's rights do not grow with the network, and letters about drafts go to whom they concern."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from core.models import OutgoingMail
from home.lay_out import OFFICERS
from members.admission import admit
from tests.factories.members import make_editor, make_officer, make_organization
from tests.factories.news import make_news, make_newsroom

pytestmark = pytest.mark.django_db


def test_an_organisation_adds_no_right_to_the_office(homes):
    office = Group.objects.get(name=OFFICERS)
    before = GroupPagePermission.objects.filter(group=office).count()
    files = GroupCollectionPermission.objects.filter(group=office).count()
    for number in range(3):
        admit(make_organization(f"МИГ {number}", f"LAG {number}", f"mig-{number}"))
    assert GroupPagePermission.objects.filter(group=office).count() == before
    assert GroupCollectionPermission.objects.filter(group=office).count() == files
    assert {right.page.depth for right in GroupPagePermission.objects.filter(group=office)} == {2}


def test_the_office_hears_of_a_draft_that_is_sent_and_no_other_organisation(homes, settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    officer = make_officer()
    room = make_newsroom()
    editor = make_editor(room.organization)
    make_editor(make_organization("МИГ – Попово", "LAG Popovo", "mig-popovo"), "popovo@example.org")
    draft = make_news("zebra draft", room, live=False)
    draft.get_workflow().start(draft, editor)
    told = {address for letter in OutgoingMail.objects.filter(subject__contains="zebra") for address in letter.to}
    assert told == {officer.email}
