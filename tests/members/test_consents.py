"""What somebody agreed to is kept in the words read then, once, and can be taken back."""

import pytest
from django.utils import translation

from members import consents
from members.models import Application, Consent

pytestmark = pytest.mark.django_db


def test_the_words_of_the_readers_language_are_kept(member):
    with translation.override("en"):
        english = consents.record("terms", person=member)
    with translation.override("bg"):
        bulgarian = consents.record("terms", email="drug@example.org")
    assert english.wording.startswith("I have read")
    assert bulgarian.wording.startswith("Прочетох")


def test_a_second_click_is_no_second_consent(member):
    for _click in range(2):
        consents.record("terms", person=member)
        consents.record("data", application=Application.objects.get_or_create(name="НЧ")[0])
        consents.record("newsletter", email="Chitatel@example.org")
    assert Consent.objects.count() == 3
    assert Consent.objects.get(kind="newsletter").email == "chitatel@example.org"


def test_taken_back_stays_written_and_can_be_given_again(member):
    first = consents.record("photos", person=member)
    consents.withdraw(first)
    first.refresh_from_db()
    taken_back = first.withdrawn_at
    consents.withdraw(first)
    second = consents.record("photos", person=member)
    first.refresh_from_db()
    assert first.withdrawn_at == taken_back
    assert list(consents.in_force(member)) == [second]


def test_a_changed_sentence_asks_anew(member, monkeypatch):
    old = consents.record("terms", person=member)
    monkeypatch.setitem(consents.WORDINGS, "terms", consents.Wording("2030-01", "Нови правила."))
    new = consents.record("terms", person=member)
    old.refresh_from_db()
    assert (old.version, new.version) == ("2026-11", "2030-01")
    assert old.wording != new.wording


def test_no_box_is_ticked_beforehand():
    for kind in consents.Kind.values:
        assert not consents.tick(kind).initial
