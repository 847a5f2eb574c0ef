"""Maps: all 28 provinces in their places, points together where they would cover each other."""

import pytest

from members import maps
from members.projection import HEIGHT, KM_PER_PIXEL, WIDTH, project
from members.provinces import provinces

SOFIA, BURGAS, VIDIN = (42.70, 23.32), (42.50, 27.47), (43.99, 22.88)


def test_every_province_has_its_outline():
    assert maps.outlines().keys() == provinces().keys() and len(provinces()) == 28


@pytest.mark.parametrize(
    ("place", "nuts"), [(SOFIA, "BG411"), (BURGAS, "BG341"), (VIDIN, "BG311"), ((42.48, 26.50), "BG343")]
)
def test_towns_lie_in_the_box_of_their_province(place, nuts):
    x, y = project(*place)
    left, top, right, bottom = maps.outlines()[nuts].box
    assert left <= x <= right and top <= y <= bottom


def test_the_scale_is_right():
    (ax, ay), (bx, by) = project(*SOFIA), project(*BURGAS)
    assert ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 * KM_PER_PIXEL == pytest.approx(341, abs=3)


def test_outlines_stay_on_the_map():
    for outline in maps.outlines().values():
        left, top, right, bottom = outline.box
        assert 0 < left < right < WIDTH and 0 < top < bottom < HEIGHT
        assert left < outline.middle[0] < right and top < outline.middle[1] < bottom


def test_points_at_one_place_become_one_larger_point():
    here = [maps.Point(100.0, 100.0, url="/a/", label="А"), maps.Point(101.0, 101.0, 4, url="/b/", label="Б")]
    (one, alone) = maps.gathered([*here, maps.Point(300.0, 300.0, url="/c/", label="В")], 1)
    assert (one.number, one.url) == (5, "") and (alone.number, alone.url) == (1, "/c/")
    assert one.size > alone.size


def test_a_province_fills_the_map():
    shapes = {nuts: maps.Shape(outline) for nuts, outline in maps.outlines().items()}
    drawn = maps.province("Ямбол", "BG343", shapes, [])
    left, top, right, bottom = maps.outlines()["BG343"].box
    x, y, width, height = drawn.box
    assert x < left and y < top and x + width > right and y + height > bottom
    assert width / height == pytest.approx(WIDTH / HEIGHT, abs=0.01)


def test_few_points_have_names_beside_them_inside_of_the_map_and_many_have_none():
    left, top, right, bottom = maps.outlines()["BG343"].box
    points = [maps.Point(x, top + 20, name="Ямбол") for x in (left + 1, right - 1)]
    drawn = maps.province("Ямбол", "BG343", {}, points)
    assert drawn.is_close and {name.anchor for name in drawn.names} == {"start", "end"}
    assert all(left <= name.x <= right for name in drawn.names)
    many = [maps.Point(left + 3 * number, top + 20, name="Ямбол") for number in range(13)]
    assert not maps.province("Ямбол", "BG343", {}, many).names


def test_a_place_without_coordinates_stands_in_its_province():
    assert maps.place_of(None, 27.0, "BG343") == maps.outlines()["BG343"].middle


def test_signs_of_each_kind_have_a_shape_of_their_own():
    point = maps.Point(100, 100)
    shapes = {maps.sign(kind, point) for kind in ("hosted", "planned", "empty")}
    assert len(shapes) == 3
    drawn = maps.marked("Обиколка", {"empty": [point, point], "hosted": [maps.Point(50, 60, name="с. Роза")]})
    assert [(mark.kind, mark.path.count("M")) for mark in drawn.marks] == [("empty", 2), ("hosted", 1)]
    assert [name.words for name in drawn.names] == ["с. Роза"] and not drawn.is_close
