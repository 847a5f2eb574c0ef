"""What is kept about people goes when its time is over, and nothing before."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.utils import timezone

from core.models import OutgoingMail
from members import invitations
from members.affiliations import State, join
from members.erasure import erase
from members.models import Affiliation, OwnDataCopy
from members.tidying import tidy
from tests.factories.members import make_organization, make_user

pytestmark = pytest.mark.django_db


def days_ago(number):
    return timezone.now() - timedelta(days=number)


def test_copies_of_data_go_after_a_week_with_their_files(member, django_capture_on_commit_callbacks):
    copies = [OwnDataCopy.objects.create(person=member) for _number in range(2)]
    for copy in copies:
        copy.file.save("kopie.zip", ContentFile(b"x"))
    old, new = copies
    OwnDataCopy.objects.filter(pk=old.pk).update(asked_at=days_ago(8))
    with django_capture_on_commit_callbacks(execute=True):
        tidy()
    assert list(OwnDataCopy.objects.all()) == [new]
    assert not old.file.storage.exists(old.file.name)
    assert new.file.storage.exists(new.file.name)


def test_log_ins_that_ran_out_are_forgotten_with_their_address(client, member):
    client.force_login(member)
    client.get("/accounts/profile/")
    assert UserSession.objects.count() == 1
    tidy()
    assert UserSession.objects.count() == 1
    Session.objects.update(expire_date=days_ago(1))
    tidy()
    assert not UserSession.objects.exists() and not Session.objects.exists()


def test_the_last_letter_goes_after_a_month(letters, member):
    erase(member)
    OutgoingMail.objects.update(sent_at=days_ago(29))
    tidy()
    assert OutgoingMail.objects.count() == 1
    OutgoingMail.objects.update(sent_at=days_ago(31))
    tidy()
    assert not OutgoingMail.objects.exists()


def test_an_invitation_nobody_answered_is_forgotten(homes, letters):
    invitation = invitations.invite(make_organization(), "nyama@example.org", "editor", name="Няма")
    Affiliation.objects.update(sent_at=days_ago(100))
    tidy()
    assert Affiliation.objects.get().email == "nyama@example.org"
    Affiliation.objects.update(sent_at=days_ago(110))
    tidy()
    invitation.refresh_from_db()
    assert (invitation.state, invitation.email, invitation.name) == (State.ENDED, "", "")


def test_a_place_that_ends_today_takes_the_group_with_it(newsroom):
    organization = newsroom.organization
    person = make_user()
    place = join(person, organization)
    Affiliation.objects.filter(pk=place.pk).update(until=timezone.localdate() + timedelta(days=1))
    tidy()
    assert person.groups.filter(pk=organization.editors_id).exists()
    Affiliation.objects.filter(pk=place.pk).update(until=timezone.localdate())
    tidy()
    assert not person.groups.exists()
