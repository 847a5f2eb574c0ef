"""From latitude and longitude to pixels of the map of Bulgaria: equirectangular, true at 42.7° north."""

from math import cos, radians

WIDTH, HEIGHT = 760, 507
MARGIN = 8
WEST, EAST, NORTH = 22.25, 28.72, 44.30
NARROWER = cos(radians(42.7))  # a degree of longitude is that much shorter than one of latitude
PER_DEGREE = (WIDTH - 2 * MARGIN) / ((EAST - WEST) * NARROWER)
KM_PER_PIXEL = 111.2 / PER_DEGREE


def project(lat: float, lon: float) -> tuple[float, float]:
    """To a tenth of a pixel."""
    x = MARGIN + (lon - WEST) * NARROWER * PER_DEGREE
    y = MARGIN + (NORTH - lat) * PER_DEGREE
    return round(x, 1), round(y, 1)
