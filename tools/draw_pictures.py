#!/usr/bin/env python3
"""Draw the demo pictures: the landscapes, the same places in another season, and our own scenes.

Usage: python tools/draw_pictures.py
Needs Chromium and the packages of requirements-dev.txt. The result is committed: run it only when a
picture changes.
"""

import io
import os
import re
import shutil
from pathlib import Path

from draw_pictures_scenes import SCENES, svg
from PIL import Image
from playwright.sync_api import sync_playwright

WIDTH, HEIGHT = 1600, 1000
SOURCES = Path(__file__).parent / "landscapes"
TARGET = Path(__file__).parent.parent / "home" / "demo" / "pictures"
LANDSCAPES = ("coast", "fields", "hall", "mountain", "patchwork", "river", "roses", "village", "vineyard")

# name: (landscape, mirrored, what changes: a colour everywhere or one place of it)
SEASONS = {
    "fields-evening": (
        "fields",
        True,
        {
            "#e3ecdc": "#f3dca0",
            "#e8b93f": "#e0922f",
            "#a9c585": "#c9a85a",
            "#d5e0b8": "#f0cf74",
            "#4a8a5c": "#2a6e4c",
        },
    ),
    "mountain-winter": (
        "mountain",
        True,
        {
            "#f6e3ac": "#dfeaea",
            "#e8b93f": "#f0cf74",
            "#b9cdb4": "#eef4f2",
            "#86ad8c": "#c6dad8",
            "#4a8a5c": "#9dbfb6",
            "#7aa866": "#dfeaea",
            "#17543d": "#5f97a0",
            "#2a6e4c": "#7fb0b4",
            "#0d2a20": "#1d4a52",
        },
    ),
    "village-evening": (
        "village",
        True,
        {
            '#fbf2d8" d="M0': '#1d5468" d="M0',  # the sky alone, not the pediment
            '#17543d" d="M482': '#f0cf74" d="M482',  # the windows of the hall are lit
            '#0d2a20" opacity': '#e8b93f" opacity',  # and those of the houses
            "#f0cf74": "#f6e3ac",
            "#eef2e4": "#c6dad8",
            "#d5e0b8": "#2a6e4c",
            "#7aa866": "#2a6e4c",
            "#a9c585": "#4a8a5c",
            "#17543d": "#0b271d",
            "#2a6e4c": "#123d2e",
            "#4a8a5c": "#17543d",
        },
    ),
    "river-autumn": (
        "river",
        True,
        {
            "#cfdfd3": "#f6e3ac",
            "#f6e3ac": "#e0922f",
            "#7aa866": "#e8b93f",
            "#a9c585": "#f0cf74",
            "#123d2e": "#9c2b2b",
            "#17543d": "#bd4a3c",
            "#2a6e4c": "#b07a14",
            "#4a8a5c": "#d39a22",
            "#9dbfa6": "#c9a85a",
        },
    ),
    "vineyard-spring": (
        "vineyard",
        True,
        {
            "#f3dca0": "#e3ecdc",
            "#e0922f": "#f0cf74",
            "#c9a85a": "#a9c585",
            "#123d2e": "#4a8a5c",
            "#2a6e4c": "#a9c585",
            "#17543d": "#7aa866",
        },
    ),
    "sunflowers": (
        "roses",
        True,
        {"#eef2e4": "#cfe3e4", "#bd4a3c": "#f0cf74", "#17543d": "#2a6e4c", "#f0cf74": "#fbf2d8"},
    ),
    "coast-evening": (
        "coast",
        True,
        {
            "#e3ecdc": "#f6e3ac",
            "#e8b93f": "#e0922f",
            "#6ea3a8": "#3f7884",
            "#b8d6d4": "#f0cf74",
            "#f0cf74": "#d39a22",
        },
    ),
    "patchwork-spring": (
        "patchwork",
        True,
        {"#f0cf74": "#a9c585", "#e8b93f": "#7aa866", "#d39a22": "#f0cf74", "#7aa866": "#d5e0b8"},
    ),
    "hall-morning": (
        "hall",
        True,
        {
            "#123d2e": "#b07a14",
            "#17543d": "#f6e3ac",
            "#f6e3ac": "#fbf2d8",
            "#a9c585": "#e8b93f",
            "#7aa866": "#4a8a5c",
            "#4a8a5c": "#17543d",
        },
    ),
}


def sources():
    """Every picture's name and SVG."""
    land = {name: (SOURCES / f"land-{name}.svg").read_text() for name in LANDSCAPES}
    yield from land.items()
    for name, (base, mirrored, colours) in SEASONS.items():
        drawing = re.sub("|".join(colours), lambda found, colours=colours: colours[found[0]], land[base])
        if mirrored:
            drawing = re.sub(
                r"(<svg[^>]*>)(.*)(</svg>)",
                r'\1<g transform="translate(1200 0) scale(-1 1)">\2</g>\3',
                drawing,
                flags=re.S,
            )
        yield name, drawing
    for name in SCENES:
        yield name, svg(name)


def save(name, shot, target=TARGET):
    """Flat colours need only a small palette: a picture stays a few dozen kilobytes."""
    picture = Image.open(io.BytesIO(shot)).convert("RGB").quantize(48, dither=Image.Dither.NONE)
    picture.save(target / f"{name}.png", optimize=True)


def main():
    browser_path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for name, drawing in sources():
            page.set_content(
                f"<style>body{{margin:0}}svg{{display:block;width:{WIDTH}px;height:{HEIGHT}px}}</style>{drawing}"
            )
            save(name, page.screenshot())
        browser.close()


if __name__ == "__main__":
    main()
