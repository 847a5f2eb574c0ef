"""What a reader wants to know before a download, and what tells one file from another."""

import hashlib
import logging
from typing import TypedDict

from pypdf import PdfReader

from .files import chunks, extension_of

log = logging.getLogger(__name__)

PAGES_LOOKED_AT = 5
LARGEST_PAGE = 1024 * 1024  # bytes of drawing; more is a map, and slow to search for words
A_FEW_WORDS = 20  # letters; less may be a stamp on a scan


class DocumentFacts(TypedDict):
    """Facts about a document; None where nobody can tell."""

    checksum: str
    page_count: int | None
    has_text: bool | None


def checksum(file) -> str:
    """Give the SHA-256 of a file, to find the same one uploaded twice."""
    digest = hashlib.sha256()
    for piece in chunks(file):
        digest.update(piece)
    return digest.hexdigest()


def document_facts(file) -> DocumentFacts:
    """Look into a document; a PDF that cannot be read has no facts, and is no error."""
    facts = DocumentFacts(checksum=checksum(file), page_count=None, has_text=None)
    if extension_of(file.name) == "pdf":
        try:
            facts["page_count"], facts["has_text"] = _pdf_facts(file)
        except Exception as error:  # damaged files fail in many ways
            log.info("No facts about %s: %s", file.name, error)
        finally:
            file.seek(0)
    return facts


def _pdf_facts(file) -> tuple[int | None, bool | None]:
    reader = PdfReader(file)
    if reader.is_encrypted and not reader.decrypt(""):
        return None, None
    count = len(reader.pages)
    letters = 0
    for number in range(min(count, PAGES_LOOKED_AT)):
        page = reader.pages[number]
        contents = page.get_contents()
        if contents is None:
            continue
        if len(contents.get_data()) > LARGEST_PAGE:
            return count, None
        letters += sum(map(str.isalnum, page.extract_text()))
        if letters >= A_FEW_WORDS:
            return count, True
    return count, False if count else None
