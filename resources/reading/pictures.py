"""A picture made small enough to be looked at on a phone."""

from pathlib import Path

from PIL import Image, ImageOps

from resources.reading.apart import Found, Unreadable

LARGEST = (1200, 1600)


def size_of(file: Path) -> tuple[int, int]:
    """Width and height in pixels."""
    with Image.open(file) as image:
        return image.size


def look_into(file: Path, folder: Path) -> Found:
    place = folder / "1.webp"
    try:
        with Image.open(file) as image:
            small = ImageOps.exif_transpose(image).convert("RGB")
            small.thumbnail(LARGEST)
            small.save(place, "WEBP", quality=76)
    except Exception as error:  # decoders fail in many ways
        raise Unreadable(str(error)) from error
    return Found(None, [], [place])
