"""Who came from which organisation, though people only typed its name."""

from uuid import uuid4

import pytest
from django.utils import timezone

from events.checkin.walk_ins import WalkIn, let_in
from events.models import Registration
from events.numbers import numbers
from members.models import Organization
from tests.events.day import forum_part, held_event, register
from tests.factories.events import make_registration
from tests.factories.members import make_organization, make_user

pytestmark = pytest.mark.django_db


def with_short_name(organization):
    organization.short_name_bg = "Искра"
    organization.save()
    return organization


@pytest.fixture
def school(homes):
    return with_short_name(make_organization("НЧ „Искра – 1928“", "Iskra 1928", "iskra"))


@pytest.mark.parametrize("typed", ["НЧ Искра 1928", "нч „искра-1928“", "NCH Iskra 1928", "iskra 1928", "ИСКРА"])
def test_a_typed_name_is_that_of_the_only_organisation_called_so(school, part, typed):
    assert make_registration(part, organization_name=typed).organization == school


@pytest.mark.parametrize("typed", ["", "–", "Искра 19", "НЧ Искра 1928 и други", "Съвсем друго"])
def test_nobody_guesses(school, part, typed):
    assert make_registration(part, organization_name=typed).organization is None


def test_of_two_of_the_same_name_it_is_neither_and_a_hidden_one_is_not_found(school, part):
    with_short_name(make_organization("Читалище „Искра“", "", "iskra-2"))
    assert make_registration(part, organization_name="Искра").organization is None
    Organization.objects.filter(pk=school.pk).update(live=False)
    assert make_registration(part, organization_name="НЧ Искра 1928").organization is None


def test_who_typed_the_name_and_who_came_unannounced_are_counted_by_sector(school):
    event = held_event()
    part = forum_part(event)
    register(event, part, "Станислава Живкова", organization_name="нч искра 1928", came=True)
    let_in(event, make_user("vrata@example.org"), WalkIn(uuid4(), "Иван", "НЧ „Искра – 1928“", part.pk, timezone.now()))
    assert set(Registration.objects.values_list("organization", flat=True)) == {school.pk}
    counted = numbers(event, "bg")
    assert (counted.participants, counted.organizations, counted.without) == (2, 1, 0)
    assert [count for _sector, count in counted.sectors] == [2]
