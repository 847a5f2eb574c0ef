"""What the library, a material, a course and a lesson cost with one, three and twenty thousand materials."""

import pytest
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from members.models import Theme
from resources.models import Material, MaterialVersion
from tests.cost import cost_of
from tests.factories.core import make_role
from tests.factories.resources import make_course, make_lesson, make_material

pytestmark = pytest.mark.django_db
LIBRARY = "/obuchenia/biblioteka/?kind=guide&theme=turizam&organization=mig-tundzha"
LISTS = [("/obuchenia/", 300), ("/en/training/", 300), (LIBRARY, 20_000)]


@pytest.fixture
def course(homes):
    make_role()
    course = make_course()
    theme = Theme.objects.create(title_bg="Туризъм", slug="turizam")
    material = make_material("Нула", course=course, themes=[theme])
    make_lesson(course, "Урок", [material])
    return course


def fill(first: int, how_many: int) -> None:
    """Rows alone: their files are not looked at."""
    like, now = Material.objects.get(title_bg="Нула"), timezone.now()
    theme = like.themes.get()
    made = Material.objects.bulk_create(
        Material(
            organization=like.organization,
            title_bg=f"Материал {n}",
            slug=f"m-{n}",
            live=True,
            renewed_at=now,
            kind="guide",
        )
        for n in range(first, first + how_many)
    )
    MaterialVersion.objects.bulk_create(
        MaterialVersion(material=one, number=1, name="a.pdf", format="pdf", size=1, published_at=now) for one in made
    )
    current = MaterialVersion.objects.filter(material=OuterRef("pk")).values("pk")
    Material.objects.filter(current=None).update(current=Subquery(current))
    through = Material.themes.through
    through.objects.bulk_create(through(material_id=one.pk, theme_id=theme.pk) for one in made)


@pytest.mark.parametrize(("address", "how_many"), LISTS)
def test_a_list_does_not_grow_with_its_materials(client, course, address, how_many):
    one = cost_of(client, address)
    fill(1, 2)
    three = cost_of(client, address)
    fill(3, how_many)
    many = cost_of(client, address)
    for cost in (one, three, many):
        assert len(cost.queries) <= 12, "\n\n".join(cost.queries)
        assert not cost.repeated and not cost.writes
        assert cost.html_gz <= 30_000
        assert " OFFSET " not in " ".join(cost.queries)
    assert len(one.queries) == len(three.queries) == len(many.queries)


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
