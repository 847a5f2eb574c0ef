"""Whoever comes by an old address of a record is led on."""

import pytest

from core import former_words
from core.models import FormerWord
from members.models import Organization
from tests.factories.members import make_organization

pytestmark = pytest.mark.django_db


def rename(organization, word):
    organization.slug = word
    organization.save(update_fields=["slug"])


def find(word):
    return former_words.find(Organization.objects.visible_to(), word)


@pytest.fixture
def organization():
    organization = make_organization(slug="parvo")
    organization.save_revision().publish()
    return Organization.objects.get(pk=organization.pk)


def test_every_former_word_leads_to_the_record(organization):
    rename(organization, "vtoro")
    rename(organization, "treto")
    assert find("parvo") == find("vtoro") == organization
    assert find("treto") is None and find("chetvarto") is None


def test_a_word_that_is_used_again_leads_nowhere_else(organization):
    rename(organization, "vtoro")
    rename(organization, "parvo")
    assert find("parvo") is None and find("vtoro") == organization
    other = make_organization("Друга", slug="drugo")
    other.save_revision().publish()
    rename(Organization.objects.get(pk=other.pk), "vtoro")
    assert find("vtoro") is None and find("drugo") == other


def test_what_nobody_has_read_yet_remembers_nothing():
    organization = make_organization(slug="chernova")
    rename(organization, "gotovo")
    assert not FormerWord.objects.exists()


def test_what_is_hidden_is_not_found_by_an_old_word_either(organization):
    rename(organization, "vtoro")
    organization.unpublish()
    assert find("parvo") is None
