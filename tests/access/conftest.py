import pytest
from wagtail.admin.menu import Menu

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
    """Thousands of pages, of which only the text is read; the menu at their side has no word of any record."""
    with as_served(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(Menu, "render_component", lambda _menu, _request: [])
        yield
