"""Numbers as they are written in Bulgarian and English texts."""

from django.utils.formats import number_format

from .typography import NBSP


def grouped(n: int | float, decimals: int | None = None) -> str:
    """Part the thousands from five digits on: 2400, but 12 400 (12,400 in English)."""
    return number_format(n, decimals, force_grouping=abs(n) >= 10_000)


def file_size(size: int) -> str:
    """Write the size of a file for people: „1,2 MB“, „340 KB“."""
    if size < 1024:
        return f"{size}{NBSP}B"
    if size < 1024**2:
        return f"{round(size / 1024)}{NBSP}KB"
    amount = round(size / 1024**2, 1)
    # One decimal where it says something: 1,2 MB, but 2 MB and 16 MB.
    return f"{grouped(round(amount) if amount >= 10 or amount.is_integer() else amount)}{NBSP}MB"
