#!/usr/bin/env python3
"""Draw the film of the demo: on the notice board an old date is struck out, and the new one comes before it.

Usage: python tools/draw_film.py
Needs Chromium, which draws the frames and turns them into H.264 too, and the packages of requirements-dev.txt. The
result is committed: run it only when the film changes.
"""

import base64
import os
import shutil
from pathlib import Path

import mp4
from draw_pictures import save
from draw_pictures_scenes import (
    CREAM,
    GREEN,
    INK,
    LEAF,
    MADDER,
    RED,
    SAND,
    SPRING,
    STRAW,
    WOOD,
    circle,
    path,
    rect,
    rhomb,
)
from playwright.sync_api import sync_playwright

WIDTH, HEIGHT, FRAMES_A_SECOND = 640, 360, 12
SCENE = 3  # seconds; as many scenes as there are subtitles
SCENES = 4
ROOT = Path(__file__).parent.parent
TARGET = ROOT / "home" / "demo" / "films"
FONTS = sorted((ROOT / "static" / "fonts").glob("*.woff2"))
NOWHERE = "https://film.example/"  # browsers encode only on a page that came over TLS

ENCODE = """async ([pictures, width, height, rate]) => {
  const film = {frames: [], description: ""};
  const text = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""));
  const encoder = new VideoEncoder({
    error: (error) => { film.error = String(error); },
    output: (chunk, more) => {
      const bytes = new ArrayBuffer(chunk.byteLength);
      chunk.copyTo(bytes);
      film.frames.push([text(bytes), chunk.type === "key"]);
      if (more.decoderConfig?.description) film.description = text(more.decoderConfig.description);
    },
  });
  encoder.configure({codec: "avc1.42E01E", width, height, framerate: rate, bitrate: 100000, avc: {format: "avc"}});
  for (const [number, picture] of pictures.entries()) {
    const bitmap = await createImageBitmap(await (await fetch("data:image/png;base64," + picture)).blob());
    const frame = new VideoFrame(bitmap, {timestamp: number * 1e6 / rate, duration: 1e6 / rate});
    encoder.encode(frame, {keyFrame: number % (3 * rate) === 0});
    frame.close();
  }
  await encoder.flush();
  return film;
}"""


def words(x, y, size, text, fill=INK, weight=500):
    return f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{fill}">{text}</text>'


def board(moment):
    """The board at this second: a sheet with the old date, a line through it, the new date, its reason."""
    struck, new, why = (min(1, max(0, (moment - scene * SCENE) / 1.2)) for scene in (1, 2, 3))
    parts = [
        rect(0, 0, 1200, 675, "#cfdfd3"),
        path("M-10 590C260 550 520 590 700 580S1060 550 1210 590V690H-10z", SPRING),
    ]
    parts += [rect(150, 90, 900, 530, WOOD), rect(176, 116, 848, 478, LEAF), path("M90 90L600 6L1110 90z", MADDER)]
    parts += [
        rect(206, 146, 560, 418, CREAM),
        circle(486, 168, 11, RED),
        rect(796, 146, 200, 220, SAND),
        rhomb(896, 256, 11, STRAW),
    ]
    parts += [words(246, 246, 46, "Прием на проекти", GREEN, 800), rect(246, 270, 480, 5, SPRING)]
    old = 350 + 86 * new
    if new:
        date = words(12, 52, 42, "до 11 декември, 17:00 ч.", weight=800)
        parts.append(rect(238, 302, 496 * new, 72, STRAW, 6))
        parts.append(f'<svg x="238" y="302" width="{496 * new}" height="72">{date}</svg>')
    parts.append(words(250, old, 42, "до 27 ноември, 17:00 ч."))
    if struck:
        parts.append(rect(244, old - 18, 470 * struck, 7, RED))
    if why:
        parts.append(f'<g opacity="{why:.2f}">{words(250, 502, 28, "Имате още две седмици, защото", GREEN)}')
        parts.append(f"{words(250, 540, 28, 'документите се промениха.', GREEN)}</g>")
    return f'<svg viewBox="0 0 1200 675">{"".join(parts)}</svg>'


def dressed(drawing):
    faces = "".join(
        f"@font-face{{font-family:Film;font-weight:1 1000;src:url(data:font/woff2;base64,{_text(font.read_bytes())})"
        f"{';unicode-range:U+0400-04FF' if 'cyrillic' in font.name else ''}}}"
        for font in FONTS
    )
    size = f"svg{{display:block;width:{WIDTH}px;height:{HEIGHT}px;font-family:Film,sans-serif}}"
    return f"<style>{faces}body{{margin:0}}{size}</style>{drawing}"


def draw(page):
    """A picture for each frame; one that shows the same as the last is not taken anew."""
    last, shot = None, b""
    for number in range(SCENES * SCENE * FRAMES_A_SECOND):
        drawing = board(number / FRAMES_A_SECOND)
        if drawing != last:
            page.set_content(dressed(drawing))
            page.evaluate("document.fonts.ready")
            last, shot = drawing, page.screenshot()
        yield shot


def main():
    browser_path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.route("**", lambda route: route.fulfill(body="", content_type="text/html"))
        shots = list(draw(page))
        page.goto(NOWHERE)
        film = page.evaluate(ENCODE, [[_text(shot) for shot in shots], WIDTH, HEIGHT, FRAMES_A_SECOND])
        browser.close()
    frames = [(base64.b64decode(frame), is_key) for frame, is_key in film["frames"]]
    description = base64.b64decode(film["description"])
    (TARGET / "changed-date.mp4").write_bytes(mp4.written(frames, description, (WIDTH, HEIGHT), FRAMES_A_SECOND))
    save("changed-date", shots[-1], TARGET)


def _text(content):
    return base64.b64encode(content).decode()


if __name__ == "__main__":
    main()
