"""What hangs on a record comes back whole with an older revision of it."""

import pytest

from members.enums import Period
from members.models import Organization, OrganizationContact, Strategy
from tests.factories.members import make_organization
from tests.factories.places import make_municipality, make_settlement

pytestmark = pytest.mark.django_db


@pytest.fixture
def organization():
    organization = make_organization()
    strategy = Strategy(period=Period.P2023, title_bg="Стратегия", population=25665)
    strategy.municipalities.set([make_municipality()])
    strategy.settlements.set([make_settlement()])
    organization.strategies.add(strategy)
    organization.contacts.add(OrganizationContact(title_bg="Счетоводител", phone="+359 46 000 001"))
    organization.save()
    return Organization.objects.get(pk=organization.pk)


def publish_without(organization, forget):
    """Publish a revision made before something existed."""
    revision = organization.save_revision()
    forget(revision.content)
    revision.save()
    revision.publish()
    return Organization.objects.get(pk=organization.pk)


def test_columns_that_came_later_keep_their_live_values(organization):
    def forget(content):
        for name in ("population", "settlements"):
            del content["strategies"][0][name]
        del content["contacts"][0]["phone"]
        content["strategies"][0]["title_bg"] = "По-старо заглавие"

    strategy = publish_without(organization, forget).strategies.get()
    assert (strategy.title_bg, strategy.population) == ("По-старо заглавие", 25665)
    assert [place.name for place in strategy.settlements.all()] == ["Крушаре"]
    assert organization.contacts.get().phone == "+359 46 000 001"


def test_what_hung_on_it_later_stays(organization):
    restored = publish_without(organization, lambda content: content.pop("strategies"))
    assert restored.strategies.get().population == 25665


def test_a_row_deleted_since_comes_back_as_the_revision_knew_it(organization):
    revision = organization.save_revision()
    del revision.content["contacts"][0]["phone"]
    revision.save()
    organization.contacts.all()[0].delete()
    revision.publish()
    contact = Organization.objects.get(pk=organization.pk).contacts.get()
    assert (contact.title_bg, contact.phone) == ("Счетоводител", "")


def test_a_draft_changes_places_and_strategies_out_of_sight(organization):
    draft = organization.get_latest_revision_as_object()
    strategy = draft.strategies.all()[0]
    strategy.settlements.set([make_settlement("Чокоба")])
    draft.strategies.add(strategy, Strategy(period=Period.P2014, title_bg="Предишна"))
    draft.save_revision()
    live = Organization.objects.get(pk=organization.pk)
    assert [place.name for place in live.strategies.get().settlements.all()] == ["Крушаре"]
    live.latest_revision.publish()
    newest, older = Organization.objects.get(pk=organization.pk).strategies.all()
    assert [place.name for place in newest.settlements.all()] == ["Чокоба"] and older.title_bg == "Предишна"
