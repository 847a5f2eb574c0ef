"""Takes the pictures of the README from a running trial (`make run`), so that they never go stale.

Use: make pictures (while `make run` goes on in another window; PORT= as there).
"""

import sys
from pathlib import Path

import camera
from PIL import Image

OUT = Path(__file__).resolve().parent.parent / "docs" / "pictures"
COLOURS = 128


def save(page, name):
    """A picture of what is to be seen first, with few colours so that the repository stays small."""
    path = OUT / f"{name}.png"
    page.screenshot(path=path)
    Image.open(path).convert("RGB").quantize(COLOURS).save(path, optimize=True)
    print(f"docs/pictures/{path.name}: {path.stat().st_size // 1024} KB")


def readers(browser):
    for width, height, scheme in ((1440, 1000, "light"), (390, 844, "light"), (390, 844, "dark")):
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        page = context.new_page()
        page.goto(camera.BASE)
        suffix = "" if scheme == "light" else "-dark"
        save(page, f"home-{width}{suffix}")
        page.locator("article.card a").first.click()
        page.wait_for_load_state("networkidle")
        save(page, f"article-{width}{suffix}")
        context.close()


def editor(browser):
    page = browser.new_context(viewport={"width": 1440, "height": 1000}).new_page()
    camera.log_in(page, "tundzha")
    save(page, "admin-1440")


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    with camera.browser() as browser:
        readers(browser)
        editor(browser)


if __name__ == "__main__":
    sys.exit(main())
