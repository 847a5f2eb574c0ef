"""Ten decide about the same offer at the same moment: one counts. Only a database server lets two work at a time."""

import pytest

from core.models import OutgoingMail
from events.models import Event, TourOffer
from events.tours import deciding
from tests.events.test_at_once import at_once
from tests.factories.events import at as moment
from tests.factories.members import make_editor, make_officer, make_organization
from tests.factories.tours import make_tour_offer

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.races]


def test_one_decision_counts_and_one_event_begins(homes, settings):
    settings.EMAIL_BACKEND = "core.mail.OutboxBackend"
    offer, officer = make_tour_offer(make_organization()), make_officer()
    editor = make_editor(offer.organization)
    day, hour = offer.days.first().day, moment("2027-05-14 10:00").time()
    accepting = [lambda: deciding.accept(offer.pk, day, hour, officer) is not None] * 5
    declining = [lambda: deciding.decline(offer.pk, "Благодарим", officer)] * 3
    withdrawing = [lambda: deciding.withdraw(offer.pk, editor)] * 2
    answers = at_once(*accepting, *declining, *withdrawing)
    assert sorted(answers) == [False] * 9 + [True]
    decided = TourOffer.objects.get()
    assert Event.objects.count() == (decided.state == "accepted") and OutgoingMail.objects.count() == 1
