"""Which provinces border on which, by NUTS 3."""

BORDERS = """
BG311 BG312
BG312 BG313 BG412
BG313 BG314 BG315 BG412
BG314 BG315 BG321
BG315 BG321 BG322 BG412 BG421
BG321 BG322 BG323 BG334 BG342 BG344
BG322 BG344 BG421
BG323 BG324 BG325 BG334
BG324 BG325 BG333 BG334
BG325 BG332 BG333
BG331 BG332 BG333 BG341
BG332 BG333
BG333 BG334 BG341 BG342
BG334 BG342
BG341 BG342 BG343
BG342 BG343 BG344
BG343 BG344 BG422
BG344 BG421 BG422
BG411 BG412 BG414
BG412 BG413 BG414 BG415 BG421 BG423
BG413 BG415 BG423 BG424
BG414 BG415
BG421 BG422 BG423 BG424 BG425
BG422 BG425
BG423 BG424
BG424 BG425
"""


def _read() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in BORDERS.split("\n"):
        first, *others = line.split() or [""]
        for other in others:
            found.setdefault(first, set()).add(other)
            found.setdefault(other, set()).add(first)
    return {nuts: frozenset(others) for nuts, others in found.items()}


NEIGHBOURS = _read()


def with_neighbours(nuts: set[str]) -> set[str]:
    """The provinces and those around them."""
    return nuts.union(*(NEIGHBOURS.get(one, ()) for one in nuts))
