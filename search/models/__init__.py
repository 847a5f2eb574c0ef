from .asked import AskedQuery
from .entry import Entry, Word
from .promotion import Promotion
from .synonyms import SynonymGroup

__all__ = ["AskedQuery", "Entry", "Promotion", "SynonymGroup", "Word"]
