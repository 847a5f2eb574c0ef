"""Drafts of a profile: what an editor changes stays out of sight, with everything that hangs on it."""

import pytest
from wagtail.models import Revision

from members.enums import Period
from members.models import Municipality, Organization, Province, Settlement, Strategy, Theme
from tests.factories.members import make_organization

pytestmark = pytest.mark.django_db


def make_places():
    province = Province.objects.get(nuts="BG343")
    municipality = Municipality.objects.create(name_bg="Тунджа", province=province)
    village = Settlement.objects.create(name_bg="Крушаре", kind="village", municipality=municipality, ekatte="40165")
    return municipality, village


def test_a_draft_with_its_strategy_comes_back_whole_and_stays_out_of_sight():
    municipality, village = make_places()
    theme = Theme.objects.create(title_bg="Занаяти")
    organization = make_organization()
    organization.name_en = "LAG changed"
    organization.languages = ["bg", "en"]
    organization.themes.add(theme)
    strategy = Strategy(period=Period.P2014, title_bg="Стратегия", budget="1000.50", currency="BGN")
    strategy.municipalities.set([municipality])
    strategy.without.set([village])
    organization.strategies.add(strategy)
    revision = organization.save_revision()

    live = Organization.objects.get(pk=organization.pk)
    assert live.name_en == "LAG Tundzha" and not live.strategies.exists() and not live.themes.exists()
    revision.publish()
    live = Organization.objects.get(pk=organization.pk)
    assert live.name_en == "LAG changed" and live.languages == ["bg", "en"]
    kept = live.strategies.get()
    assert list(kept.municipalities.all()) == [municipality] and list(kept.without.all()) == [village]
    assert list(live.themes.all()) == [theme]


def test_what_the_office_decides_never_travels_back_with_an_old_revision():
    organization = make_organization()
    revision = organization.save_revision()
    Organization.objects.filter(pk=organization.pk).update(verified=True, status="former")
    Revision.objects.get(pk=revision.pk).publish()
    organization.refresh_from_db()
    assert organization.verified and organization.status == "former"
