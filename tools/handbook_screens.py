"""Takes the pictures of the shipped course's lessons, in both languages, into static/handbook/.

Use: make handbook-pictures (while `make run` goes on in another window; PORT= as there). ARGS="login door" takes these.
"""

import json
import sys
from pathlib import Path

import camera
from screens_of_lessons import SCREENS, Screen

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "static" / "handbook"
SIZES = ROOT / "resources" / "handbook" / "screens.json"
HEAVIEST = 40_000  # bytes
TALL = 1000
PATIENCE = 15_000  # milliseconds for a step


def take(context, screen: Screen, code: str):
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.set_viewport_size({"width": screen.width, "height": TALL if screen.part else screen.tallest})
    is_public = not screen.address.startswith("/admin/")
    prefix = "/en" if code == "en" and is_public and not screen.address.startswith("/en/") else ""
    camera.go(page, prefix + screen.address)
    for step in screen.steps:
        selector, text = (step, None) if isinstance(step, str) else step
        page.locator(selector).filter(has_text=text).first.click()
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(300)
    page.add_style_tag(content=camera.STILL)
    if not any("footer" in selector for selector in screen.part):
        page.add_style_tag(content="footer.footer { display: none !important }")  # it floats over what is shown
    camera.mark(page, screen.marks)
    picture = camera.cut(page, screen.part, screen.tallest)
    page.close()
    return picture


def take_all(browser, code: str, wanted: set[str], sizes: dict) -> list[str]:
    contexts, failed = {}, []
    for screen in SCREENS:
        if wanted and screen.name not in wanted:
            continue
        if screen.who not in contexts:
            contexts[screen.who] = browser.new_context(
                viewport={"width": 1000, "height": 700}, bypass_csp=True, reduced_motion="reduce"
            )
            if screen.who:
                page = contexts[screen.who].new_page()
                camera.log_in(page, screen.who)
                camera.set_language(page, code)
        try:
            picture = take(contexts[screen.who], screen, code)
        except camera.Failed as error:
            failed.append(f"{code}/{screen.name}: {str(error).splitlines()[0]}")
            continue
        path = OUT / code / f"{screen.name}.webp"
        sizes[f"{code}/{screen.name}"] = camera.save_webp(picture, path, HEAVIEST)
        print(f"{path.relative_to(ROOT)}: {picture.size}, {path.stat().st_size // 1024} KB", flush=True)
    for who, context in contexts.items():
        if who:
            camera.set_language(context.new_page(), "bg")
        context.close()
    return failed


def main(wanted: set[str]) -> str | None:
    """What could not be taken, in words; None when all was."""
    sizes = json.loads(SIZES.read_text()) if SIZES.exists() else {}
    with camera.browser() as browser:
        failed = [each for code in ("bg", "en") for each in take_all(browser, code, wanted, sizes)]
    SIZES.write_text(json.dumps(dict(sorted(sizes.items())), indent=1) + "\n")
    return "Not taken:\n" + "\n".join(failed) if failed else None


if __name__ == "__main__":
    sys.exit(main(set(sys.argv[1:])))
