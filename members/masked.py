def masked(email: str) -> str:
    """Enough of an address to know one's own, too little to write to somebody else's."""
    name, _at, host = email.partition("@")
    return f"{name[:1]}…@{host}"
