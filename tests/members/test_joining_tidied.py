"""What nobody went on with is forgotten; what was sent is not."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from core.regularly import tick
from members.models import Application
from tests.factories.joining import make_application

pytestmark = pytest.mark.django_db


def aged(days, state="draft", **fields):
    application = make_application(state, eik="", **fields)
    Application.objects.filter(pk=application.pk).update(changed_at=timezone.now() - timedelta(days=days, hours=1))
    return application


def test_drafts_are_kept_for_fourteen_days_and_those_of_the_office_for_sixty():
    kept = [aged(13), aged(59, source="phone"), aged(400, "new"), aged(400, "declined")]
    aged(14), aged(60, source="paper")
    call_command("tick")
    assert set(Application.objects.all()) == set(kept)


def test_one_receiver_that_fails_does_not_keep_the_others_from_their_work():
    def fail(sender, **kwargs):
        raise RuntimeError("broken")

    aged(15)
    tick.connect(fail)
    try:
        call_command("tick")
    finally:
        tick.disconnect(fail)
    assert not Application.objects.exists()
