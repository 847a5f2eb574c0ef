"""A badge before the camera of a phone whose browser reads no codes by itself: the reader comes at the first tap, and
is there without a line too."""

import json

import pytest
import segno

from core.papers.codes import qr
from events.checkin.views import decoder
from tests.browser.desk import log_in
from tests.browser.server import SENDS_AGAIN, line_cut
from tests.events.day import forum_part, held_event, register
from tests.factories.members import make_editor

CAMERA = """
delete window.BarcodeDetector;
navigator.mediaDevices.getUserMedia = async () => {
  const rows = %s, size = 12, edge = 4, canvas = document.createElement('canvas');
  canvas.width = canvas.height = (rows.length + 2 * edge) * size;
  const draw = canvas.getContext('2d');
  draw.fillStyle = '#fff';
  draw.fillRect(0, 0, canvas.width, canvas.height);
  const paint = () => {
    draw.fillStyle = '#000';
    const square = (x, y) => draw.fillRect((x + edge) * size, (y + edge) * size, size, size);
    rows.forEach((row, y) => row.forEach((dark, x) => dark && square(x, y)));
  };
  paint();
  setInterval(paint, 100);
  return canvas.captureStream(10);
};
"""


@pytest.fixture(scope="module")
def seat(portal):
    event = held_event("Форум на село", slug="forum-na-selo")
    make_editor(event.organization)
    return register(event, forum_part(event), "Станислава Живкова")[0]


def modules(text: str) -> list[list[int]]:
    return [list(row) for row in segno.make(text, error="m", micro=False).matrix]


def test_a_badge_is_read_also_without_a_line(browser, portal, seat):
    code = seat.attendee.code
    assert "<svg" in qr(code)
    phone = browser.new_context(base_url=portal, locale="bg-BG", viewport={"width": 390, "height": 844})
    phone.add_init_script(CAMERA % json.dumps(modules(code)))
    page = phone.new_page()
    broken, loaded = [], []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on("console", lambda said: broken.append(said.text) if "Content Security" in said.text else None)
    log_in(page, "tundzha@example.org")
    page.goto("/vhod/forum-na-selo/")
    page.wait_for_selector("[data-works-offline]:not([hidden])")
    if not decoder():  # a machine without npm: codes are typed
        assert page.is_hidden("[data-scan]")
        return
    page.wait_for_function("caches.open('vhod').then((kept) => kept.match('/static/js/qr/index.js'))")
    page.on("request", lambda request: loaded.append(request.url))
    with line_cut(phone):
        page.reload()
        page.wait_for_selector("[data-scan]:not([hidden])")
        assert not any("qr/" in url for url in loaded), "not before it is needed"
        page.click("[data-scan]")
        page.wait_for_selector(".guest [aria-pressed=true]")
        assert "Станислава Живкова" in page.inner_text("[data-verdict]") and any("qr/decode" in url for url in loaded)
    page.wait_for_selector("[data-line]", state="hidden", timeout=SENDS_AGAIN)
    seat.refresh_from_db()
    assert seat.came_at and broken == []
    phone.close()
