"""A browser that takes pictures of a running trial (`make run`): logged in as somebody, cut to what matters, small."""

import os
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Error as Failed  # noqa: F401 – for who catches it
from playwright.sync_api import sync_playwright

BASE = f"http://localhost:{os.environ.get('PORT') or '8000'}"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
EDGE = 12  # pixels around what is cut out
MARK = "outline: 4px solid #d39a22; outline-offset: 4px; border-radius: 2px;"
STILL = "*, *::before, *::after { transition: none !important; animation: none !important; caret-color: transparent }"


@contextmanager
def browser():
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or None, args=QUIET)
        try:
            yield started
        finally:
            started.close()


def log_in(page, who: str) -> None:
    page.goto(f"{BASE}/accounts/login/?next=/admin/")
    page.fill("input[name=login]", f"{who}@example.org")
    page.fill("input[name=password]", "leader-demo")
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/admin/")
    page.wait_for_load_state("networkidle")


def set_language(page, code: str) -> None:
    """Of the admin, for who is logged in."""
    page.goto(f"{BASE}/admin/account/")
    page.locator("select[name$=language]").first.select_option(code)
    page.locator("form button[type=submit]").last.click()
    page.wait_for_load_state("networkidle")


def go(page, address: str) -> None:
    page.goto(BASE + address)
    page.wait_for_load_state("networkidle")
    page.add_style_tag(content=STILL)
    page.evaluate("document.fonts.ready")


def mark(page, selectors) -> None:
    for selector in selectors:
        page.locator(f"{selector} >> visible=true").first.evaluate(f"element => element.style.cssText += '{MARK}'")


def cut(page, selectors, tallest: int) -> Image.Image:
    """What these elements take up together, with an edge, from the top down to `tallest`; all of the window without."""
    if not selectors:
        return Image.open(BytesIO(page.screenshot()))
    page.locator(f"{selectors[0]} >> visible=true").first.scroll_into_view_if_needed()
    boxes = [page.locator(f"{selector} >> visible=true").first.evaluate(PLACE) for selector in selectors]
    left = max(0, min(box["x"] for box in boxes) - EDGE)
    top = max(0, min(box["y"] for box in boxes) - EDGE)
    right = max(box["x"] + box["width"] for box in boxes) + EDGE
    bottom = max(box["y"] + box["height"] for box in boxes) + EDGE
    clip = {"x": left, "y": top, "width": right - left, "height": min(bottom - top, tallest)}
    return Image.open(BytesIO(page.screenshot(full_page=True, clip=clip)))


PLACE = """element => { const box = element.getBoundingClientRect();
  return {x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height}; }"""


def save_webp(picture: Image.Image, path: Path, heaviest: int) -> tuple[int, int]:
    """As good as it can be within so many bytes; returns its size in pixels."""
    picture = picture.convert("RGB")
    path.parent.mkdir(parents=True, exist_ok=True)
    for quality in range(84, 20, -8):
        picture.save(path, "WEBP", quality=quality, method=6)
        if path.stat().st_size <= heaviest:
            break
    return picture.size
