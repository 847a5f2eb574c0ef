import pytest

from tests.access.world import make_world
from tests.cost import as_served


@pytest.fixture(scope="module")
def world_laid(lay):
    return lay(make_world)


@pytest.fixture
def world(world_laid, db):
    return world_laid()


@pytest.fixture(autouse=True, scope="package")
def served():
    """Thousands of pages, of which only the text is read."""
    with as_served():
        yield
