"""Profiles that nobody uses are warned, then anonymised; whoever comes back is left alone."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.core.management import call_command
from django.utils import timezone

from core.regularly import tick
from members import inactivity
from members.models import User
from tests.factories.members import PASSWORD, make_admin, make_user

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def quiet(person, days):
    long_ago = NOW - timedelta(days=days)
    User.objects.filter(pk=person.pk).update(last_login=long_ago, date_joined=long_ago - timedelta(days=9))
    return person


@pytest.fixture
def forgotten(letters):
    return quiet(make_user("zabraven@example.org", display_name="Забравена"), 740)


def test_warned_once_with_a_link_to_log_in(forgotten, letters):
    recent = quiet(make_user("skoro@example.org"), 700)
    assert inactivity.warn(NOW) == 1
    assert inactivity.warn(NOW) == 0
    letter = letters(forgotten.email)[0]
    assert "/accounts/login/?next=/accounts/profile/" in letter.text
    assert len(letters(forgotten.email)) == 1
    assert letters(recent.email) == []


def test_anonymised_half_a_year_after_the_warning_and_told(forgotten, letters):
    inactivity.warn(NOW)
    assert inactivity.close(NOW) == 0
    later = NOW + inactivity.TIME_TO_ANSWER + timedelta(days=1)
    assert inactivity.close(later) == 1
    assert inactivity.close(later) == 0
    forgotten.refresh_from_db()
    assert forgotten.erased_at
    assert "тридесет месеца" in letters("zabraven@example.org")[-1].text


def test_nobody_is_anonymised_without_half_a_year_of_warning(letters):
    """As on the first day of this rule on an old portal."""
    person = quiet(make_user(), 2000)
    assert inactivity.close(NOW) == 0
    inactivity.warn(NOW)
    assert inactivity.close(NOW + timedelta(days=100)) == 0
    person.refresh_from_db()
    assert not person.erased_at


def test_who_logs_in_after_the_letter_stays(client, forgotten):
    inactivity.warn(NOW)
    client.post("/accounts/login/", {"login": forgotten.email, "password": PASSWORD})
    assert inactivity.close(NOW + inactivity.TIME_TO_ANSWER + timedelta(days=1)) == 0
    forgotten.refresh_from_db()
    assert forgotten.warned_at is None


def test_an_open_log_in_that_is_used_counts(forgotten, letters):
    UserSession.objects.create(user=forgotten, ip="127.0.0.1", session_key="k", last_seen_at=NOW, user_agent="x")
    assert inactivity.warn(NOW) == 0


def test_the_last_administrator_is_never_anonymised(letters):
    first = quiet(make_admin(), 1200)
    second = quiet(make_user("vtori@example.org", is_superuser=True), 1200)
    User.objects.update(warned_at=NOW - timedelta(days=300))
    assert inactivity.close(NOW) == 1
    assert User.objects.filter(pk__in=[first.pk, second.pk], erased_at=None, is_superuser=True).count() == 1


def test_an_invited_person_who_never_came_is_measured_from_the_invitation(letters):
    never = make_user("nikoga@example.org")
    User.objects.filter(pk=never.pk).update(date_joined=NOW - timedelta(days=740))
    assert inactivity.warn(NOW) == 1


def test_the_command_and_the_tick_do_it(forgotten, letters, capsys):
    call_command("inactive_people", "--dry-run")
    assert letters(forgotten.email) == []
    for _time in range(2):
        tick.send(sender=None)
    assert len(letters(forgotten.email)) == 1
    call_command("inactive_people")
    assert "Warned: 0" in capsys.readouterr().out
