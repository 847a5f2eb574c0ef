"""HTML without e-mail addresses: each becomes a link to a page that shows it."""

import re
from collections import deque
from collections.abc import Callable
from html import escape, unescape

from . import tags
from .addresses import ADDRESS, clean_address, replace_addresses
from .scripts import without_addresses_in_script
from .tokenizer import NO_LINK_INSIDE, PLAIN, TRACE, tokens

LINKLESS = re.compile(rf"<(/?)(?:{NO_LINK_INSIDE})(?=[\s/>])", re.IGNORECASE)
OPEN_DOMAIN = re.compile(r"@[\w.-]*\Z")
NO_DOT_YET = re.compile(r"@[\w-]+\Z")
LONGEST = 254


def hide_addresses_in_html(html: str, reveal_url: Callable[[str], str], label: str) -> str:
    """Take every e-mail address out of a page or fragment, plain or encoded, whoever typed it there.

    `reveal_url` turns an e-mail address into the address of the page that shows it; `label` is what a link there is
    called. What a visitor typed into a form (value of an input, textarea) stays.
    """
    if not TRACE.search(html):
        return html
    page = _Page(reveal_url, label)
    for token in tokens(html):
        page.read(token)
    return page.finish()


class _Page:
    """What has been written so far, and the run of texts that an address may still go on in."""

    def __init__(self, reveal_url: Callable[[str], str], label: str):
        self.reveal_url = reveal_url
        self.label = label
        self.written: list[str] = []
        self.run: list[tuple[int, bool, bool]] = []  # place in `written`, part of the same word?, link allowed?
        self.same_word = False
        self.depth = 0  # in elements where no link may stand

    def read(self, token: re.Match[str]) -> None:
        text = token.group()
        if token.re is PLAIN:
            self.written.append(text)
            self.count_depth(text)
        elif token["text"]:
            self.run.append((len(self.written), self.same_word, self.depth == 0))
            self.same_word = True
            self.written.append(text)
        elif token["comment"]:
            self.written.append("" if TRACE.search(text) and ADDRESS.search(unescape(text)) else text)
        elif token["inline"]:
            self.same_word = self.same_word and tags.name(text) == "wbr"
            self.write_tag(text)
        else:
            self.end_run()
            self.write_tag(token["block"] or token["opening"])
            if token["content"]:
                self.written.append(self.raw(token))

    def count_depth(self, text: str) -> None:
        ends = LINKLESS.findall(text)
        self.depth = max(0, self.depth + len(ends) - 2 * ends.count("/"))

    def write_tag(self, text: str) -> None:
        self.count_depth(text)
        self.written.append(tags.without_addresses(text, self.reveal_url, self.label) if TRACE.search(text) else text)

    def raw(self, token: re.Match[str]) -> str:
        element, content = token["raw"].lower(), token["content"]
        if element == "textarea" or not TRACE.search(content):
            return content
        if element == "title":
            return escape(replace_addresses(unescape(content), self.label), quote=False)
        return without_addresses_in_script(token["opening"], content)

    def link(self, address: str) -> str:
        target = escape(self.reveal_url(address))
        return f'<a class="mail-reveal" href="{target}" rel="nofollow">{escape(self.label)}</a>'

    def end_run(self) -> None:
        """Look for addresses in the texts that stand side by side, and write links in their places."""
        run, self.run, self.same_word = self.run, [], False
        if not TRACE.search("".join(self.written[place] for place, *_ in run)):
            return
        texts = [unescape(self.written[place]) for place, *_ in run]
        line = ""
        starts = []
        for text, (_, same_word, _) in zip(texts, run, strict=True):
            if not same_word and not _goes_on(line[-LONGEST:], text):
                line += "\n"
            starts.append(len(line))
            line += text
        matches = deque(ADDRESS.finditer(line))
        if not matches:
            return
        for text, start, (place, _, may_link) in zip(texts, starts, run, strict=True):
            self.written[place] = self.rewritten(line, start, start + len(text), matches, may_link)

    def rewritten(self, line: str, start: int, end: int, matches: deque[re.Match[str]], may_link: bool) -> str:
        """Write one of the texts; an address that goes on in the next text is written where it begins."""
        while matches and matches[0].end() <= start:
            matches.popleft()
        pieces, cursor = [], start
        for match in matches:
            first, last = match.span("address")
            if first >= end:
                break
            if first >= start:
                pieces.append(escape(line[cursor:first], quote=False))
                pieces.append(self.link(clean_address(match)) if may_link else escape(self.label))
            cursor = min(last, end)
        return "".join(pieces) + escape(line[cursor:end], quote=False)

    def finish(self) -> str:
        self.end_run()
        return "".join(self.written)


def _goes_on(before: str, after: str) -> bool:
    """An address may go on over a tag (<b>ivan</b>@example.org); two words side by side stay two words."""
    if before.endswith("@") or after.startswith("@") or NO_DOT_YET.search(before):
        return True
    return (before.endswith(".") or after.startswith(".")) and bool(OPEN_DOMAIN.search(before))
