"""Scenes for the demo pictures, drawn in the flat style of the landscapes in tools/landscapes."""

import random

DEEP, GREEN, LEAF, MEADOW, SPRING, HAZE = "#123d2e", "#17543d", "#2a6e4c", "#4a8a5c", "#7aa866", "#d5e0b8"
CREAM, SAND, STRAW, WHEAT, GOLD, WOOD = "#fbf2d8", "#f6e3ac", "#f0cf74", "#e8b93f", "#d39a22", "#b07a14"
RED, MADDER, INK, WATER, FOAM = "#bd4a3c", "#9c2b2b", "#0d2a20", "#5f97a0", "#a9cfd0"


def rect(x, y, width, height, fill, radius=0):
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}" fill="{fill}"/>'


def circle(x, y, radius, fill):
    return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{fill}"/>'


def path(d, fill="none", stroke="none", width=0):
    return f'<path d="{d}" fill="{fill}" stroke="{stroke}" stroke-width="{width}"/>'


def rhomb(x, y, unit, fill):
    """The embroidered sun of the landscapes: thirteen rows of stitches."""
    rows = (1, 1, 3, 5, 7, 9, 13, 9, 7, 5, 3, 1, 1)
    stitches = (
        rect(x - width * unit / 2, y + (row - 6.5) * unit, width * unit, unit, fill) for row, width in enumerate(rows)
    )
    return f'<g shape-rendering="crispEdges">{"".join(stitches)}</g>'


def cypress(x, base, height):
    side = height / 7
    top, bend = base - height, height / 3
    left = f"C{x - side} {base - bend} {x - side} {top + bend} {x} {top}"
    right = f"C{x + side} {top + bend} {x + side} {base - bend} {x} {base}z"
    return path(f"M{x} {base}{left}{right}", DEEP)


def bookshelf():
    """A wall of library shelves."""
    chance = random.Random(7)  # noqa: S311 - the same shelf every time
    parts = [rect(0, 0, 1200, 750, SAND)]
    covers = (GREEN, MEADOW, GOLD, RED, LEAF, STRAW, MADDER, SPRING, WHEAT)
    for shelf in (230, 460, 690):
        x = 40
        while x < 1130:
            width, height = chance.choice((26, 34, 42, 52)), chance.choice((120, 140, 156, 170))
            if chance.random() < 0.1:
                x += 60
                continue
            cover = chance.choice(covers)
            parts.append(rect(x, shelf - height, width, height, cover))
            parts.append(rect(x, shelf - height + 20, width, 7, CREAM))
            x += width + 3
        parts.append(rect(0, shelf, 1200, 22, WOOD))
    return parts


def round_table():
    """A meeting seen from above: a round table, chairs, sheets of paper."""
    parts = [rect(0, 0, 1200, 750, STRAW)]
    parts += [rect(0, y, 1200, 3, GOLD) for y in range(60, 750, 70)]
    seats = (GREEN, MEADOW, RED, SPRING, GREEN, GOLD, MEADOW, LEAF, MADDER, SPRING)
    sheets = []
    for number, seat in enumerate(seats):
        turn = f'<g transform="translate(600 375) rotate({number * 36})">'
        sheet = rect(-28, -205, 56, 74, CREAM, 3) + rect(-18, -190, 36, 6, HAZE) + rect(-18, -176, 28, 6, HAZE)
        parts.append(f"{turn}{rect(-48, -330, 96, 70, seat, 26)}</g>")
        sheets.append(f"{turn}{sheet}</g>")
    table = [circle(600, 375, 246, WOOD), circle(600, 375, 232, LEAF)]
    return parts + table + sheets + [rhomb(600, 375, 9, STRAW)]


def minibus():
    """The village minibus on the road between the hills."""
    parts = [rect(0, 0, 1200, 750, "#e3ecdc"), rhomb(270, 190, 13, WHEAT)]
    parts.append(path("M-10 420C150 330 300 330 470 390S900 300 1210 380V760H-10z", HAZE))
    parts.append(path("M-10 480C220 400 420 430 640 470S1010 420 1210 470V760H-10z", SPRING))
    parts.append(path("M-10 560C300 500 800 560 1210 520V760H-10z", GREEN))
    parts.append(path("M-10 650C300 600 800 640 1210 606", stroke=STRAW, width=74))
    parts.append(
        path("M-10 650C300 600 800 640 1210 606", stroke=CREAM, width=5).replace("/>", ' stroke-dasharray="36 30"/>')
    )
    parts += [rect(470, 430, 330, 160, CREAM, 22), rect(470, 520, 330, 26, MEADOW)]
    parts += [rect(x, 455, 62, 52, DEEP, 6) for x in (494, 570, 646)] + [path("M722 455h44l26 52h-70z", DEEP)]
    parts += [circle(x, 594, 32, INK) + circle(x, 594, 14, SAND) for x in (550, 728)]
    return parts + [cypress(x, 560, height) for x, height in ((150, 260), (200, 220), (1010, 240), (1060, 200))]


def market_stall():
    """A stall with bread, cheese, honey and jars."""
    parts = [rect(0, 0, 1200, 750, CREAM), rhomb(1040, 120, 9, STRAW)]
    parts.append(path("M-10 470C260 380 520 430 700 450S1060 400 1210 440V760H-10z", HAZE))
    parts += [rect(250, 210, 16, 420, WOOD), rect(934, 210, 16, 420, WOOD)]
    for number in range(8):
        x = 216 + number * 96
        fill = RED if number % 2 else STRAW
        parts.append(path(f"M{x} 270l12 -110h72l12 110a48 40 0 0 1 -96 0z", fill))
    parts += [rect(210, 470, 780, 40, GOLD), rect(230, 510, 740, 190, GREEN)]
    parts += [rect(230, 560, 740, 6, LEAF), rect(230, 620, 740, 6, LEAF)]
    parts += [
        rect(x, 414, 96, 56, WOOD, 28) + rect(x + 20, 426, 8, 26, STRAW) + rect(x + 46, 426, 8, 26, STRAW)
        for x in (270, 378)
    ]
    parts += [path("M500 470v-60l120 -26v86z", WHEAT), circle(540, 442, 9, CREAM), circle(582, 430, 7, CREAM)]
    for x, fill in ((650, GOLD), (704, RED), (758, MEADOW), (812, GOLD), (866, MADDER)):
        parts += [rect(x, 400, 42, 70, fill, 8), rect(x + 3, 388, 36, 14, WOOD, 3)]
    return parts


def notice_board():
    """The board in front of the town hall with fresh sheets on it."""
    parts = [rect(0, 0, 1200, 750, "#cfdfd3")]
    parts.append(path("M-10 600C260 540 520 590 700 580S1060 550 1210 590V760H-10z", MEADOW))
    parts += [
        rect(240, 120, 26, 560, WOOD),
        rect(934, 120, 26, 560, WOOD),
        path("M180 130L600 40L1020 130z", MADDER),
    ]
    parts += [rect(220, 130, 760, 400, WOOD), rect(244, 154, 712, 352, LEAF)]
    sheets = (
        (270, 180, 200, 290, CREAM),
        (500, 180, 170, 130, SAND),
        (500, 336, 170, 140, CREAM),
        (704, 190, 220, 270, CREAM),
    )
    for x, y, width, height, fill in sheets:
        parts.append(rect(x, y, width, height, fill))
        parts.append(circle(x + width / 2, y + 12, 7, RED))
    parts += [rect(296, 210, 148, 14, GREEN)]
    parts += [rect(296, y, 148 if y % 50 else 100, 8, SPRING) for y in range(250, 440, 26)]
    parts += [
        rhomb(585, 246, 7, GOLD),
        rect(524, 366, 120, 10, RED),
        rect(524, 396, 120, 8, SPRING),
        rect(524, 420, 80, 8, SPRING),
    ]
    parts += [
        rect(728, 222, 172, 14, GREEN),
        rect(728, 256, 172, 90, WHEAT),
        rect(728, 366, 172, 8, SPRING),
        rect(728, 392, 120, 8, SPRING),
    ]
    return parts


def online_lesson():
    """A lesson on a screen: slides, and people in small windows."""
    parts = [rect(0, 0, 1200, 750, GREEN), rect(0, 620, 1200, 130, WOOD), rect(0, 620, 1200, 14, GOLD)]
    parts += [
        rect(190, 80, 820, 500, INK, 16),
        rect(214, 104, 772, 452, CREAM),
        rect(520, 580, 160, 50, INK),
        rect(440, 622, 320, 18, INK, 9),
    ]
    parts += [
        rect(234, 124, 500, 412, SAND),
        rect(270, 164, 260, 22, GREEN),
        rect(270, 206, 360, 10, SPRING),
        rect(270, 230, 320, 10, SPRING),
    ]
    parts += [
        rect(290 + step * 90, 470 - height, 58, height, fill)
        for step, (height, fill) in enumerate(((70, MEADOW), (120, LEAF), (95, SPRING), (170, GOLD)))
    ]
    parts.append(rect(270, 470, 400, 8, GREEN))
    for number, fill in enumerate((SPRING, WHEAT, RED)):
        y = 124 + number * 141
        parts += [
            rect(752, y, 216, 130, HAZE),
            circle(860, y + 52, 24, fill),
            path(f"M806 {y + 130}v-12a54 42 0 0 1 108 0v12z", fill),
        ]
    parts += [rect(90, 560, 60, 64, RED, 6), path("M150 578h16a14 14 0 0 1 0 28h-16", stroke=RED, width=9)]
    return parts


def stone_bridge():
    """An old bridge joins two banks."""
    parts = [rect(0, 0, 1200, 750, CREAM), rhomb(600, 170, 14, STRAW)]
    parts.append(path("M-10 380C160 270 330 300 480 370S860 280 1210 360V760H-10z", HAZE))
    parts.append(rect(0, 560, 1200, 200, WATER))
    parts.append(path("M120 640h180M420 690h150M640 620h140M880 680h200", stroke=FOAM, width=6))
    parts.append(path("M-10 430C120 420 240 460 300 600C200 640 80 640 -10 650z", MEADOW))
    parts.append(path("M1210 420C1080 410 960 460 900 600C1000 640 1120 640 1210 650z", GREEN))
    parts.append(
        path(
            "M180 520C330 440 460 400 600 400S870 440 1020 520V610H980A120 120 0 0 0 780 610"
            "H740A140 140 0 0 0 460 610H420A120 120 0 0 0 220 610H180z",
            SAND,
        )
    )
    parts.append(path("M180 516C330 436 460 396 600 396S870 436 1020 516", stroke=WOOD, width=18))
    return parts + [cypress(x, 470, height) for x, height in ((75, 180), (125, 140), (1085, 185), (1135, 145))]


def embroidery():
    """Rhombs joined by stitches: many places, one cloth."""
    parts = [rect(0, 0, 1200, 750, GREEN)]
    colours = (WHEAT, CREAM, SPRING, RED, GOLD, MEADOW)
    for row in range(4):
        for column in range(7):
            x, y = 60 + column * 180 + (90 if row % 2 else 0), 95 + row * 187
            parts.append(
                path(f"M{x} {y}l90 187M{x} {y}l-90 187M{x} {y}h180", stroke=LEAF, width=8).replace(
                    "/>", ' stroke-dasharray="8 8"/>'
                )
            )
    for row in range(4):
        for column in range(7):
            x, y = 60 + column * 180 + (90 if row % 2 else 0), 95 + row * 187
            parts.append(rhomb(x, y, 8, colours[(column * 5 + row * 2) % 6]))
            parts.append(rect(x - 8, y - 8, 16, 16, GREEN))
    return parts


SCENES = {
    "bookshelf": bookshelf,
    "round-table": round_table,
    "minibus": minibus,
    "market-stall": market_stall,
    "notice-board": notice_board,
    "online-lesson": online_lesson,
    "stone-bridge": stone_bridge,
    "embroidery": embroidery,
}


def svg(name):
    """The scene as an SVG document of the landscapes' size."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 750">{"".join(SCENES[name]())}</svg>'
