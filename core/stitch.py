"""Embroidery for whoever has no logo: core, middle and rim of a motif in eightfold symmetry.

There are 180 motifs on 4 grounds.
"""

from functools import lru_cache
from hashlib import md5

Stitches = frozenset[tuple[int, int]]
REACH = 4  # stitches from the middle to the edge


def orbit(x: int, y: int) -> Stitches:
    """Repeat one stitch in all eight directions."""
    return frozenset((a, b) for p, q in ((x, y), (y, x)) for a in (p, -p) for b in (q, -q))


def rhomb(size: int) -> Stitches:
    """Sew a square that stands on its corner."""
    return frozenset().union(*(orbit(x, size - x) for x in range(size + 1)))


def square(size: int) -> Stitches:
    """Sew a square that lies on its side."""
    return frozenset().union(*(orbit(size, y) for y in range(size + 1)))


CORES = (orbit(0, 0), orbit(0, 0) | orbit(1, 0), rhomb(1), orbit(0, 0) | orbit(1, 1), square(1))
MIDDLES = (
    rhomb(3),
    rhomb(2) | orbit(2, 2),
    orbit(2, 2) | orbit(3, 0),
    square(2) - orbit(2, 0),
    rhomb(3) - orbit(3, 0),
    orbit(2, 1) | orbit(3, 0),
)
RIMS = (
    rhomb(4) | orbit(4, 4),
    orbit(4, 4) | orbit(4, 3) | orbit(4, 0),
    square(4) - orbit(4, 1) - orbit(4, 2),
    rhomb(5) - orbit(5, 0),
    orbit(3, 3) | orbit(4, 4) | orbit(4, 0),
    orbit(4, 1) | orbit(3, 2) | orbit(4, 4),
)


@lru_cache(maxsize=1024)
def stitch(seed: str) -> tuple[str, str]:
    """Draw the motif of a permanent key: the path in a box of 9 × 9 and the class of its ground.

    The key must never change (an id, not a name): a renamed organisation keeps its embroidery.
    """
    digest = md5(seed.encode(), usedforsecurity=False).digest()
    motif = CORES[digest[0] % 5] | MIDDLES[digest[1] % 6] | RIMS[digest[2] % 6]
    path = "".join(f"M{REACH + x} {REACH + y}h1v1h-1z" for x, y in sorted(motif) if max(abs(x), abs(y)) <= REACH)
    return path, f"k{digest[-1] % 4}"
