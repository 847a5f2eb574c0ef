"""Maps of Bulgaria, drawn by the server: outlines of provinces and points. `templates/components/map.html` shows them.

Outlines are Natural Earth's (tools/province_outlines.py). A map is decoration and short cut: whatever it shows stands
as a list beside it.
"""

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from members.projection import HEIGHT, WIDTH, project

FILE = Path(__file__).parent / "data" / "outlines.json"
MARGIN = 10
CELL = 9  # points nearer than this, in pixels of the shown map, become one
RHOMB, LARGEST_RHOMB = 5.0, 11.0
SIGN = 11
FEW, TEXT = 12, 13  # so many points have their names beside them, in letters of this size


@dataclass(frozen=True)
class Outline:
    path: str
    middle: tuple[float, float]
    box: tuple[float, float, float, float]
    shade: int


@dataclass
class Shape:
    """A province on a map; a link when it has an address."""

    outline: Outline
    chosen: bool = False
    url: str = ""
    label: str = ""


@dataclass
class Point:
    """One or more things at a place of the map; a link when it has an address."""

    x: float
    y: float
    number: int = 1
    url: str = ""
    label: str = ""
    name: str = ""
    size: float = RHOMB

    @property
    def path(self) -> str:
        r = round(self.size, 2)
        return f"M{self.x} {round(self.y - r, 2)}l{r} {r}-{r} {r}-{r}-{r}z"


@dataclass(frozen=True)
class Name:
    """Beside a point, on the side where there is more room."""

    words: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True)
class Mark:
    """All signs of one kind as one path: each kind has a shape of its own beside its colour."""

    kind: str
    path: str


@dataclass
class Map:
    """`signs` is the path of all points that lead nowhere, drawn at once; `marks` are such paths by their kinds."""

    title: str
    shapes: list[Shape]
    signs: str = ""
    links: list[Point] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    box: tuple[float, float, float, float] = (0, 0, WIDTH, HEIGHT)
    country: str = ""
    marks: list[Mark] = field(default_factory=list)

    @property
    def view_box(self) -> str:
        return " ".join(f"{number:g}" for number in self.box)

    @property
    def is_close(self) -> bool:
        """A part of the country: what lies around it goes on to the edge."""
        return self.box[2] < WIDTH

    @property
    def text_size(self) -> float:
        return round(TEXT * self.box[2] / WIDTH, 2)

    @property
    def height(self) -> int:
        return round(WIDTH * self.box[3] / self.box[2])


@cache
def outlines() -> dict[str, Outline]:
    """By NUTS 3."""
    return {
        nuts: Outline(known["path"], tuple(known["middle"]), tuple(known["box"]), known["shade"])
        for nuts, known in _file()["provinces"].items()
    }


@cache
def _file() -> dict:
    return json.loads(FILE.read_text(encoding="utf-8"))


def country(title: str, shapes: dict[str, Shape], signs: str) -> Map:
    """The whole country."""
    return Map(title, list(shapes.values()), signs, country=_file()["country"])


def signs(points: list[Point]) -> str:
    """The points of a map of the whole country as one path; those that would cover each other become one."""
    return "".join(point.path for point in gathered(points, 1))


def marked(title: str, marks: dict[str, list[Point]]) -> Map:
    """The whole country with signs of several kinds, the first below the others; points with a name show it."""
    drawn = Map(title, [Shape(known) for known in outlines().values()], country=_file()["country"])
    drawn.marks = [Mark(kind, "".join(sign(kind, point) for point in points)) for kind, points in marks.items()]
    drawn.names = _names([point for points in marks.values() for point in points if point.name], drawn.box)
    return drawn


def sign(kind: str, point: Point) -> str:
    """The shape of a kind of sign: a full rhomb, a flag on a mast, an empty ring."""
    x, y, r = point.x, point.y, SIGN
    if kind == "hosted":
        return f"M{x} {y - r}l{r} {r}-{r} {r}-{r}-{r}z"
    if kind == "planned":
        return f"M{x - 1} {y}v-{2 * r}l{1.6 * r:g} {r / 2:g}-{1.6 * r - 2:g} {r / 2:g}v{r}z"
    return f"M{x - r / 2:g} {y}a{r / 2:g} {r / 2:g} 0 1 0 {r} 0a{r / 2:g} {r / 2:g} 0 1 0-{r} 0z"


def province(title: str, nuts: str, shapes: dict[str, Shape], points: list[Point]) -> Map:
    """One province, as large as the whole country is otherwise, with what is seen of its neighbours.

    These are no links: most of their area would lie outside of the map, under other things of the page.
    """
    box = _around([outlines()[nuts].box])
    seen = [Shape(shape.outline, shape.chosen) for shape in shapes.values() if _meets(shape.outline.box, box)]
    links = gathered(points, box[2] / WIDTH)
    return Map(title, seen, "", links, _names(links, box), box, _file()["country"])


def outline(title: str, provinces: list[str], points: list[tuple[float, float]] = ()) -> Map:
    """A small map: the country with some provinces marked, and points given as latitude and longitude."""
    shapes = [Shape(known, chosen=nuts in provinces) for nuts, known in outlines().items()]
    dots = "".join(Point(*project(*place), size=LARGEST_RHOMB).path for place in points)
    return Map(title, shapes, dots, country=_file()["country"])


def place_of(latitude: float | None, longitude: float | None, nuts: str) -> tuple[float, float]:
    """Where a place stands on the map; one whose coordinates are unknown, in the middle of its province."""
    if latitude is None or longitude is None:
        return outlines()[nuts].middle
    return project(latitude, longitude)


def gathered(points: list[Point], scale: float) -> list[Point]:
    """`scale` is how many pixels of the country one pixel of the map shows. Larger points stand for more."""
    cells: dict[tuple, list[Point]] = {}
    for point in points:
        cells.setdefault((point.x // (CELL * scale), point.y // (CELL * scale)), []).append(point)
    found = []
    for together in cells.values():
        number = sum(point.number for point in together)
        largest = max(together, key=lambda point: point.number)
        alone = len(together) == 1
        size = min(LARGEST_RHOMB, RHOMB * number**0.25) * scale
        found.append(
            Point(largest.x, largest.y, number, largest.url, largest.label, largest.name, size)
            if alone
            else Point(largest.x, largest.y, number, size=size)
        )
    return sorted(found, key=lambda point: -point.size)


def _names(points: list[Point], box: tuple) -> list[Name]:
    if len(points) > FEW:
        return []
    scale, middle = box[2] / WIDTH, box[0] + box[2] / 2
    found = []
    for point in points:
        aside = point.size + TEXT * scale / 3
        is_left = point.x < middle
        x, y = point.x + (aside if is_left else -aside), point.y + TEXT * scale / 3
        found.append(Name(point.name, round(x, 1), round(y, 1), "start" if is_left else "end"))
    return [name for name in found if name.words]


def _meets(edges: tuple, box: tuple) -> bool:
    """Whether edges (left, top, right, bottom) reach into a box (x, y, width, height)."""
    left, top, right, bottom = edges
    x, y, width, height = box
    return left < x + width and right > x and top < y + height and bottom > y


def _around(boxes: list[tuple]) -> tuple[float, float, float, float]:
    """A box in the shape of the map around other boxes, as x, y, width and height."""
    left, top = min(box[0] for box in boxes) - MARGIN, min(box[1] for box in boxes) - MARGIN
    right, bottom = max(box[2] for box in boxes) + MARGIN, max(box[3] for box in boxes) + MARGIN
    width = max(right - left, (bottom - top) * WIDTH / HEIGHT)
    height = width * HEIGHT / WIDTH
    x, y = (left + right - width) / 2, (top + bottom - height) / 2
    return round(x, 1), round(y, 1), round(width, 1), round(height, 1)
