"""Uploaded files are believed when their content has been looked at, not their name."""

from .documents import check_document
from .facts import checksum, document_facts
from .images import check_image
from .metadata import without_metadata

__all__ = ["check_document", "check_image", "checksum", "document_facts", "without_metadata"]
