"""HTML cut into tags, texts and raw elements from left to right; no tree is built.

What is broken (a tag or a comment without an end) goes on to the end of the document, as browsers read it, and no
pattern looks at a character more than a few times: the time grows with the length of the document and nothing else.
"""

import re
from collections.abc import Iterator

from .addresses import MARKS

AT = "(?:#0*64|#x0*40|commat)"
# Where there is no trace there is no address, plain or encoded.
TRACE = re.compile(rf"@(?<=[\w;>\u00ad\u200b{MARKS}]@)|&{AT}|%40|\\u0040", re.IGNORECASE)

# Elements that may stand inside a word, and so inside an address.
INLINE = (
    "a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr"
)
RAW = "script|style|textarea|title"
# Where a link may not stand.
NO_LINK_INSIDE = "a|button|select|datalist|svg"

# A whole group that must not be tried again is atomic: Python before 3.11.5 loses its place in a possessive one.
REST_OF_TAG = r"""(?>(?:[^>=]++|=\s*+(?>(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?))*)(?:>|\Z)"""
TOKEN = re.compile(
    rf"""(?P<comment><!--.*?(?:-->|\Z)|<(?:[!?]|/(?![a-z]))[^>]*+(?:>|\Z))
    |(?P<opening><(?P<raw>{RAW})(?=[\s/>]){REST_OF_TAG})(?P<content>.*?)(?=</(?P=raw)[\s/>]|\Z)
    |(?P<block></?(?!(?:{INLINE})[\s/>])[a-z]{REST_OF_TAG})
    |(?P<inline></?[a-z]{REST_OF_TAG})
    |(?P<text>[^<]++|<)""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)

SAFE = rf"&(?!{AT})|%(?!40)"
SAFE_VALUE = rf"""(?>(?:"(?>(?:[^"@&%]++|{SAFE})*)"|'(?>(?:[^'@&%]++|{SAFE})*)')?)"""
SAFE_REST_OF_TAG = rf"(?>(?:[^<>=@&%]++|{SAFE}|=\s*+{SAFE_VALUE})*)>"
PLAIN = re.compile(
    rf"(?>(?:(?>(?:[^<@&%]++|{SAFE}|</?(?:{INLINE})(?=[\s/>]){SAFE_REST_OF_TAG})*)"
    rf"</?(?!(?:{INLINE}|{RAW})[\s/>])[a-z]{SAFE_REST_OF_TAG})+)",
    re.IGNORECASE,
)


def tokens(html: str) -> Iterator[re.Match[str]]:
    """Cut a document up; whole blocks that hold no trace of an address come in one piece (no group has a name)."""
    position, at_block = 0, True
    while position < len(html):
        token = PLAIN.match(html, position) if at_block else None
        at_block = token is not None
        if token is None:
            token = TOKEN.match(html, position)
            at_block = token.lastgroup not in {"inline", "text", "comment"}
        position = token.end()
        yield token
