"""Codes on paper."""

from io import BytesIO

import segno


def qr(text: str) -> str:
    """As SVG, black on white with the quiet edge that cameras need."""
    drawn = BytesIO()
    segno.make(text, error="m", micro=False).save(drawn, kind="svg", border=2, light="#fff", xmldecl=False)
    return drawn.getvalue().decode()
