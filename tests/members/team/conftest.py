import re

import pytest

from members.admission import admit
from members.affiliations import join
from members.enums import Role
from tests.factories.members import make_organization, make_user


@pytest.fixture(scope="module")
def organization_laid(lay):
    return lay(lambda: admit(make_organization()))


@pytest.fixture
def organization(organization_laid, homes, letters):
    return organization_laid()


@pytest.fixture
def manager(organization):
    person = make_user("manager@example.org", display_name="Мениджърка на МИГ")
    join(person, organization, Role.MANAGER)
    return person


@pytest.fixture
def link(letters):
    """The path behind the button of the newest letter to an address."""

    def newest(to: str) -> str:
        return re.search(r"http://localhost:8000(\S+)", letters(to)[-1].text)[1]

    return newest
