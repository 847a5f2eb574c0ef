"""What somebody meant who came to an address that does not exist."""

import re

from django.db.models import Q

from core import language
from core.models import BasePage
from core.site_map import site_map
from core.transliteration import slugify_bg

HOW_MANY = 5


def meant_by(path: str, code: str) -> list[dict]:
    """Up to five pages whose address has most words of this one: [{"title", "url", "lang"}]."""
    last = path.rstrip("/").rpartition("/")[2][:200]
    words = [word for word in re.split(r"[^a-z0-9]+", slugify_bg(last)) if len(word) > 3][:6]
    if not words:
        return []
    any_word = Q()
    for word in words:
        any_word |= Q(slug__contains=word[:-2] if len(word) > 6 else word)
    found = BasePage.objects.visible_to().in_language(code).filter(any_word, depth__gt=2)[:200]
    ranked = sorted(found, key=lambda page: -sum(word[:-2] in page.slug for word in words))
    languages = {pk: lang for lang, pk in site_map().locale_ids.items()}
    return [
        {
            "title": page.title,
            "url": page.address_in(code),
            "lang": languages.get(page.locale_id, language.ORIGINAL),
        }
        for page in ranked[:HOW_MANY]
    ]
