"""What an officer should look at again before readers see a page; it warns and never blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage
from wagtail.rich_text import RichText

from core.capitals import shouts, spaced_out, to_sentence_case
from core.streams import leaves
from core.typography import plain

LINK = re.compile(r"<a\b[^>]*>(.*?)</a>", re.DOTALL | re.IGNORECASE)
BOLD_PARAGRAPH = re.compile(r"<p\b[^>]*>\s*<(?:b|strong)\b[^>]*>([^<]{3,80})</(?:b|strong)>\s*</p>", re.IGNORECASE)
# A link that says only this says nothing; also given to the checker beside the preview.
EMPTY_WORDS = (
    r"[«„“\x22'(]?\s*"
    r"(?:(?:вижте |виж |прочетете |натиснете |кликнете )?(?:тук|оттук)|вижте|виж|повече|още|линк|връзка"
    r"|(?:click |see |read )?(?:here|more)|link)"
    r"[\s.,:;»“”\x22')…]*"
)
SAYS_NOTHING = re.compile(EMPTY_WORDS, re.IGNORECASE)


TITLE_SHOUTS = _("The title is in capitals. Write it as a sentence: “%(better)s”.")
TITLE_SPACED_OUT = _("The title is spaced out letter by letter. Write the words without spaces inside them.")
HEADING_SHOUTS = _("The heading “%(words)s” is in capitals. Write it as a sentence: “%(better)s”.")
HEADING_SPACED_OUT = _("The heading “%(words)s” is spaced out letter by letter. Write the words whole.")
HEADS_NOTHING = _("Nothing stands under the heading “%(words)s”. Add a text or take the heading away.")
BOLD_FOR_HEADING = _("“%(words)s” is a paragraph in bold. If it is a heading, use the block “Heading”.")
LINK_SAYS_NOTHING = _("The link “%(words)s” does not say where it leads. Put it on the name of what it opens.")
LEAD_PICTURE = _("The lead picture “%(words)s” has no description for the blind: add it to the picture.")
BODY_PICTURE = _("The picture “%(words)s” in the text has no description: add it or mark it as decorative.")


@dataclass(frozen=True)
class Finding:
    """One thing to look at: what kind, which words, and what to do about it."""

    kind: str
    words: str
    advice: Promise
    better: str = ""

    def __str__(self):
        return str(self.advice) % {"words": self.words, "better": self.better}


def findings(page) -> list[Finding]:
    """Look through the title, the lead picture and the text of a page. Reads nothing but the page."""
    found = list(_loud(page.title, TITLE_SHOUTS, TITLE_SPACED_OUT))
    found += _lead_picture(page)
    body = getattr(page, "body", None) or []
    found += _headings(body)
    for value in leaves(body):
        if isinstance(value, RichText):
            found += _rich_text(value.source)
        elif isinstance(value, AbstractImage) and not value.decorative and not value.contextual_alt_text:
            found.append(Finding("picture", value.title, BODY_PICTURE))
    return list(dict.fromkeys(found))


def findings_in(titles: list[str], texts: list[str], pictures: list) -> list[Finding]:
    """The same for a record: its titles, its rich texts and the pictures beside them."""
    found = [finding for title in titles for finding in _loud(title, TITLE_SHOUTS, TITLE_SPACED_OUT)]
    found += [finding for text in texts for finding in _rich_text(text)]
    found += [Finding("picture", one.title, LEAD_PICTURE) for one in pictures if _is_undescribed(one)]
    return list(dict.fromkeys(found))


def _loud(text: str, shouting, spaced) -> Iterator[Finding]:
    if spaced_out(text):
        yield Finding("spaced-out", text, spaced)
    elif shouts(text):
        yield Finding("capitals", text, shouting, to_sentence_case(text))


def _lead_picture(page) -> Iterator[Finding]:
    picture = getattr(page, "picture", None)
    if _is_undescribed(picture):
        yield Finding("picture", picture.title, LEAD_PICTURE)


def _is_undescribed(picture) -> bool:
    return bool(picture and not picture.alt_bg and not picture.alt_en)


def _headings(body) -> Iterator[Finding]:
    """All headings are of one level, so what can go wrong is a heading that heads nothing."""
    kinds = [block.block_type for block in body]
    for block, following in zip(body, [*kinds[1:], "heading"], strict=False):
        if block.block_type == "heading":
            yield from _loud(block.value, HEADING_SHOUTS, HEADING_SPACED_OUT)
            if following == "heading":
                yield Finding("heading", block.value, HEADS_NOTHING)


def _rich_text(html: str) -> Iterator[Finding]:
    for words in map(plain, LINK.findall(html)):
        if SAYS_NOTHING.fullmatch(words):
            yield Finding("link", words, LINK_SAYS_NOTHING)
    for words in map(plain, BOLD_PARAGRAPH.findall(html)):
        yield Finding("bold", words, BOLD_FOR_HEADING)
