"""What the library, a material, a course and a lesson cost with one, three and twenty thousand materials."""

import pytest

from members.models import Theme
from resources.models import Material, MaterialVersion
from tests.cost import cost_of
from tests.factories.core import make_role
from tests.factories.many import multiply
from tests.factories.resources import make_course, make_lesson, make_material

pytestmark = pytest.mark.django_db
LIBRARY = "/obuchenia/biblioteka/?kind=guide&theme=turizam&organization=mig-tundzha"
LISTS = ["/obuchenia/", "/en/training/", LIBRARY]


@pytest.fixture
def course(homes):
    make_role()
    course = make_course()
    theme = Theme.objects.create(title_bg="Туризъм", slug="turizam")
    material = make_material("Нула", course=course, themes=[theme])
    make_lesson(course, "Урок", [material])
    return course


def fill(how_many: int) -> None:
    """Rows alone: their files are not looked at."""
    like = make_material("Материал", themes=Theme.objects.filter(slug="turizam"))
    rows = Material.objects.filter(pk=like.pk)
    versions, themes = (model.objects.filter(material__in=rows) for model in (MaterialVersion, Material.themes.through))
    multiply(how_many - 1, rows, versions, themes, named=["title_bg"])


def test_a_list_does_not_grow_with_its_materials(client, course):
    one = {address: cost_of(client, address) for address in LISTS}
    for how_many in (2, 20_000):
        fill(how_many)
        for address in LISTS:
            cost = cost_of(client, address)
            assert len(cost.queries) <= 12, (address, *cost.queries)
            assert not cost.repeated and not cost.writes, address
            assert cost.html_gz <= 30_000, address
            assert " OFFSET " not in " ".join(cost.queries), address
            assert len(cost.queries) == len(one[address].queries), (address, *cost.queries)


def test_pages_of_courses_and_lessons_do_not_grow(client, course):
    lesson = course.lessons.get()
    material = Material.objects.get()
    addresses = [course.url, lesson.url, f"/obuchenia/biblioteka/{material.slug}/"]
    before = [len(cost_of(client, address).queries) for address in addresses]
    for number in range(3):
        make_lesson(course, f"Урок {number}", [make_material(f"М {number}", course=course)])
    after = [cost_of(client, address) for address in addresses]
    assert [len(cost.queries) for cost in after] == before
    assert all(len(cost.queries) <= 18 and not cost.repeated for cost in after), [c.repeated for c in after]
