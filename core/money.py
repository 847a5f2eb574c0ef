"""Sums of money, in euro and in the lev before it."""

from decimal import Decimal

from core.numbers import grouped
from core.typography import NBSP

LEVA_IN_A_EURO = Decimal("1.95583")  # fixed by law


def in_euro(leva: Decimal) -> Decimal:
    return (leva / LEVA_IN_A_EURO).quantize(Decimal("0.01"))


def money(amount: Decimal, sign: str = "€") -> str:
    """„2 300 000 €“, „175 026,20 €“: cents only where there are any, never broken over two lines."""
    cents = 0 if amount == amount.to_integral_value() else 2
    return f"{grouped(amount, cents)}{NBSP}{sign}".replace(" ", NBSP)
