"""Rich text as paragraphs for papers."""

import html
import re

from core.papers.typeset import one_line

END = re.compile(r"</(?:p|h\d|li|ol|ul)>|<br\s*/?>", re.IGNORECASE)
ITEM = re.compile(r"<li[^>]*>", re.IGNORECASE)
TAG = re.compile(r"<[^>]+>")


def paragraphs(source: str | None) -> list[str]:
    """One for each paragraph, heading and item of a list."""
    text = END.sub("\n", ITEM.sub("• ", source or ""))
    lines = (one_line(html.unescape(TAG.sub("", line))) for line in text.split("\n"))
    return [line for line in lines if line]
