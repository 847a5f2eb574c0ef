"""Finds a browser and runs the given command with its path in CHROMIUM; no browser, no run.

Usage: python tools/with_browser.py pytest …
Looked for in this order: CHROMIUM, the machine's own, apt-get when root on Debian, Playwright's download.
"""

import os
import subprocess
import sys
from shutil import which

import debian

# The shell alone, which draws no window, takes a quarter less processor time for tests/browser/test_pages.py.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def starts(path):
    """A name on the PATH is not enough: Ubuntu's chromium-browser only says "install the snap"."""
    try:
        command = [path, "--version"]
        return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def on_the_machine():
    return next((path for path in map(which, NAMES) if path and starts(path)), None)


def from_playwright():
    """Playwright's own build; a download that is already there is used again."""
    from playwright.sync_api import sync_playwright

    print("Downloading Chromium with Playwright …", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"], check=False)
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if starts(path) else None


def find():
    """The path of a browser that starts, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if starts(named) else None
    found = on_the_machine()
    if not found and (debian.install("chromium-headless-shell") or debian.install("chromium")):
        found = on_the_machine()
    return found or from_playwright()


def main():
    path = find()
    if not path:
        sys.exit(
            "No browser could be had, so the tests were not run: part of them needs one.\n"
            "Install Chromium (Debian: sudo apt-get install chromium) or name one: CHROMIUM=/path make test"
        )
    print(f"Browser: {path}", flush=True)
    os.execvpe(sys.argv[1], sys.argv[1:], {**os.environ, "CHROMIUM": path})


if __name__ == "__main__":
    main()
