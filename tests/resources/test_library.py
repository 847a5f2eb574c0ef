"""The library: filters with their numbers, turning pages, what can be followed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from members.models import Theme
from resources.models import Material
from tests.factories.members import make_organization
from tests.factories.resources import make_file, make_material

pytestmark = pytest.mark.django_db
LIBRARY = "/obuchenia/biblioteka/"


def titles(client, query: str = "", address: str = LIBRARY) -> list[str]:
    return [material.title_bg for material in client.get(address + query).context["shown"].materials]


def numbers(client, box: str, query: str = "") -> dict:
    boxes = client.get(LIBRARY + query).context["filters"].boxes
    return {value: number for value, _words, number, _chosen in next(b for b in boxes if b["name"] == box)["options"]}


@pytest.fixture(scope="module")
def three_laid(lay):
    return lay(make_three)


@pytest.fixture
def three(three_laid, homes):
    return three_laid()


def make_three():
    tourism = Theme.objects.create(title_bg="Туризъм", slug="turizam")
    make_material("Първи", kind="guide", year=2024, themes=[tourism], is_accessible=True)
    make_material("Втори", kind="slides", year=2025, level="first", themes=[tourism])
    iskra = make_organization("НЧ „Искра“", "Iskra", "iskra")
    iskra.save_revision().publish()
    make_material("Трети", iskra, kind="slides", year=2025, language="en")


@pytest.mark.kinds
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"Първи", "Втори", "Трети"}),
        ("?theme=turizam", {"Първи", "Втори"}),
        ("?kind=slides", {"Втори", "Трети"}),
        ("?kind=slides&organization=iskra", {"Трети"}),
        ("?level=first", {"Втори"}),
        ("?language=en", {"Трети"}),
        ("?year=2024", {"Първи"}),
        ("?accessible=1", {"Първи"}),
        ("?kind=guide&year=2025", set()),
        ("?kind=nonsense&year=²025&theme='--", {"Първи", "Втори", "Трети"}),
    ],
)
def test_each_filter_leaves_what_fits(client, three, query, expected):
    assert set(titles(client, query)) == expected


def test_the_numbers_say_what_each_choice_would_leave(client, three):
    assert numbers(client, "kind") == {"guide": 1, "slides": 2}
    assert numbers(client, "kind", "?year=2025&kind=slides") == {"slides": 2}
    assert numbers(client, "theme", "?kind=slides") == {"turizam": 1}
    assert numbers(client, "organization", "?theme=turizam") == {"mig-tundzha": 2}
    Material.objects.get(title_bg="Трети").unpublish()
    assert numbers(client, "kind") == {"guide": 1, "slides": 1}


def test_pages_turn_there_and_back_without_losing_one(client, homes):
    moment = timezone.now()
    for number in range(15):
        material = make_material(f"№ {number:02}", file=make_file(f"{number}.txt", str(number).encode()))
        Material.objects.filter(pk=material.pk).update(
            renewed_at=moment - timedelta(days=number // 2), downloads=number // 3
        )
    first = client.get(LIBRARY).context["shown"]
    second = client.get(LIBRARY + first.further).context["shown"]
    seen = [material.title_bg for material in (*first.materials, *second.materials)]
    assert len(seen) == len(set(seen)) == 15 and not second.further
    back = client.get(LIBRARY + second.before).context["shown"]
    assert back.materials == first.materials
    most = client.get(LIBRARY + "?order=most").context["shown"]
    rest = client.get(LIBRARY + most.further).context["shown"]
    used = [material.downloads for material in (*most.materials, *rest.materials)]
    assert used == sorted(used, reverse=True) and len(used) == 15
    for place in ("?before=x", "?order=most&from=x", "?order=most&from=0_0", "?order=most&from=9_²"):
        assert client.get(LIBRARY + place).status_code == 404


def test_it_can_be_followed_with_the_filter(client, three):
    for name in ("rss", "atom"):
        text = client.get(f"{LIBRARY}{name}/?kind=guide").content.decode()
        assert "Първи" in text and "Втори" not in text
    make_material("Образец", title_en="A template", file=make_file("t.txt", b"t"))
    english = client.get("/en/training/biblioteka/rss/").content.decode()
    assert "A template" in english and "/en/training/biblioteka/" in english and "Първи" not in english


def test_a_changed_address_leads_on(client, homes):
    material = make_material("Наръчник")
    old = material.slug
    material.slug = "nov-narachnik"
    material.save()
    answer = client.get(f"{LIBRARY}{old}/")
    assert answer.status_code == 301 and answer.headers["Location"] == f"{LIBRARY}nov-narachnik/"


def test_the_search_finds_what_a_file_says_and_on_which_page(client, homes):
    from tests.core.files import pdf

    make_material("Наръчник", file=make_file("a.pdf", pdf(2, "Krushare")))
    page = client.get("/tarsene/?q=крушаре").content.decode()
    assert "Наръчник" in page and "?str=1#dok" in page
    assert "Наръчник" in client.get("/tarsene/?q=narachnik").content.decode()
