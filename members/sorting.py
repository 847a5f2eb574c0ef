"""Names in the order in which people look for them: „МИГ –“, „НЧ“, quotes and dashes do not count."""

import re

PREFIX = re.compile(r"^(?:миг|мирг|нч|народно читалище|сдружение|фондация|община|lag|flag|chitalishte)\b[\s–—-]*", re.I)


def sort_key(name: str) -> str:
    """„МИГ „Западна Стара планина“ becomes „западна стара планина“."""
    words = " ".join(re.findall(r"[^\W_]+", PREFIX.sub("", name.strip().lstrip('„“"«')).lower().replace("ѝ", "и")))
    return words or name.lower()
