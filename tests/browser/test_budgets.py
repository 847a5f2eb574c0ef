"""What a first visit costs: bytes, requests, jumps of the text; and that nobody else is asked for anything."""

import gzip
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.core.files.images import ImageFile

from core.models import PortalImage
from search.rebuilding import rebuild
from tests.factories.blocks import every_block
from tests.factories.core import make_funding, make_role
from tests.factories.news import make_news, make_newsroom, make_rubric

PICTURES = Path(__file__).parents[2] / "home" / "demo" / "pictures"
KB = 1024
PACKED = ("text/", "application/javascript", "application/json", "image/svg")  # a server sends these compressed
SHIFTS = """window.jumped = 0;
new PerformanceObserver((list) => { for (const one of list.getEntries()) window.jumped += one.value; })
    .observe({type: "layout-shift", buffered: true});"""
PAINTED = """() => new Promise((done) => new PerformanceObserver(
    (list) => list.getEntriesByName("first-contentful-paint").length && done()
).observe({type: "paint", buffered: true}))"""
SCREENS = {"phone": ({"width": 390, "height": 844}, 2), "desk": ({"width": 1280, "height": 900}, 1)}


@pytest.fixture(scope="module")
def addresses(db) -> dict[str, str]:
    """A portal with real pictures, as large as an officer uploads them."""
    pictures = [_picture(path) for path in sorted(PICTURES.glob("*.png"))[:7]]
    rubric, newsroom = make_rubric(picture=pictures[0]), make_newsroom()
    for number, picture in enumerate(pictures * 2):
        make_news(parent=newsroom, rubrics=[rubric], picture=picture, days_ago=number + 1)
    body = every_block(pictures[1], make_role(), make_funding())
    story = make_news("Дълга", newsroom, body=body, picture=pictures[2], rubrics=[rubric])
    rebuild()
    return {"home": "/", "list": "/novini/", "rubric": rubric.url, "article": story.url, "search": "/tarsene/?q=новина"}


def _picture(path):
    with path.open("rb") as file:
        return PortalImage.objects.create(title=path.stem, file=ImageFile(file, name=path.name), alt_bg="Рисунка")


@dataclass
class Load:
    """What came over the wire for one page."""

    kinds: list[str] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)
    cookies: list = field(default_factory=list)
    jumped: float = 0

    def size(self, kind="") -> int:
        return sum(size for name, size in zip(self.kinds, self.sizes, strict=True) if kind in name)

    def number(self, kind="") -> int:
        return sum(kind in name for name in self.kinds)


@pytest.fixture(params=SCREENS)
def load(request, browser, portal, addresses):
    """Opens a page in an empty browser; the fonts come late, as over a slow line."""
    size, density = SCREENS[request.param]
    context = browser.new_context(base_url=portal, viewport=size, device_scale_factor=density)
    context.add_init_script(SHIFTS)

    def opened(name) -> Load:
        page, answers, late, held, found = context.new_page(), [], [], ["fonts"], Load()
        page.on("response", lambda answer: answers.append(answer))
        page.on("console", lambda line: line.type in ("error", "warning") and found.complaints.append(line.text))
        page.on("pageerror", lambda error: found.complaints.append(str(error)))
        page.route("**/*.woff2", lambda route: late.append(route) if held else route.continue_())
        page.goto(addresses[name], wait_until="domcontentloaded")
        page.evaluate(PAINTED)
        held.clear()  # one that is asked for from now on comes at once
        for font in late:
            font.continue_()
        page.wait_for_load_state("networkidle")
        for answer in answers:
            kind, body = answer.headers.get("content-type", ""), answer.body()
            found.kinds.append(kind)
            found.sizes.append(len(gzip.compress(body)) if kind.startswith(PACKED) else len(body))
            found.hosts.add(answer.url.partition("://")[2].partition("/")[0])
            found.complaints += [answer.url] if answer.status >= 400 else []
        found.cookies = context.cookies()
        found.jumped = page.evaluate("window.jumped")
        return found

    yield opened
    context.close()


@pytest.mark.parametrize("name", ["home", "list", "rubric", "article", "search"])
def test_a_first_visit(load, portal, name):
    found = load(name)
    assert found.size("text/html") <= 30 * KB
    assert found.number("text/css") == 1 and found.size("text/css") <= 17 * KB
    assert found.size("javascript") <= 10 * KB
    assert found.number("font") <= 2 and found.size("font") <= 80 * KB
    assert found.size() <= (200 if name == "home" else 350) * KB
    assert len(found.sizes) <= 20
    assert found.hosts == {portal.partition("://")[2]}
    assert found.complaints == []
    assert found.cookies == []
    assert found.jumped <= 0.02
