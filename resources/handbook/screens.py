"""Pictures of the portal's screens: taken by `make handbook-pictures`, kept in static/handbook/ with their sizes."""

import json
from functools import lru_cache
from pathlib import Path

SIZES = Path(__file__).parent / "screens.json"


@lru_cache(maxsize=1)
def sizes() -> dict[str, tuple[int, int]]:
    """“bg/login”: (width, height)."""
    if not SIZES.exists():
        return {}
    return {name: tuple(size) for name, size in json.loads(SIZES.read_text()).items()}


def names() -> list[tuple[str, str]]:
    return [(name, name) for name in sizes()]
