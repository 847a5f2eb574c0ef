"""Short codes that people read from paper and type."""

import secrets

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that are taken for one another


def new_code() -> str:
    """Eight letters and figures, about 10¹² of them."""
    return "".join(secrets.choice(LETTERS) for _position in range(8))
