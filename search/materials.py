"""The words of materials: their titles and descriptions, and what their files say, page by page."""

from typing import NamedTuple

from django.db import transaction
from django.db.models import Case, IntegerField, Q, When
from django_tasks import task

from core import language
from core.written import Written
from resources.addresses import material_address
from resources.models import Material
from resources.reading.tasks import BETWEEN_PAGES
from search.models import MaterialEntry
from search.text import fold, stems

HOW_MANY = 10
MOST_TEXT = 500_000


class Hit(NamedTuple):
    title: Written
    url: str
    page: int | None
    """The first page with all the words; None when they stand in the title or nowhere together."""


def find_materials(query: str, code: str, user=None) -> list[Hit]:
    """What this person may have, with every word of the query; hits in the title first, then the newest."""
    words = stems(query)
    if not words:
        return []
    everywhere, in_title = Q(), Q()
    for word in words:
        everywhere &= Q(search_entry__title__contains=word) | Q(search_entry__text__contains=word)
        in_title &= Q(search_entry__title__contains=word)
    rank = Case(When(in_title, then=0), default=1, output_field=IntegerField())
    found = Material.objects.visible_to(user).filter(everywhere).annotate(rank=rank)
    rows = found.select_related("search_entry").order_by("rank", "-renewed_at")[:HOW_MANY]
    return [_hit(row, words, code) for row in rows]


def _hit(material: Material, words: list[str], code: str) -> Hit:
    page = None
    if material.rank:
        texts = material.search_entry.text.split(BETWEEN_PAGES)
        page = next((n for n, text in enumerate(texts, 1) if all(word in text for word in words)), None)
        page = page if len(texts) > 1 else None
    url = material_address(material.slug, code) + (f"?str={page}#dok" if page else "")
    return Hit(material.title_in(code), url, page)


def remember_soon(pk: int) -> None:
    transaction.on_commit(lambda: remember_material.enqueue(pk), robust=True)


@task()
def remember_material(pk: int) -> None:
    """Safe to run twice. Only of the version that readers have."""
    material = Material.objects.select_related("current").filter(pk=pk).first()
    if material is None or material.current is None:
        return
    names = " ".join(
        filter(
            None, (getattr(material, f"{name}_{code}") for name in ("title", "description") for code in language.NAMES)
        )
    )
    spoken = [text for text in (material.transcript_bg, material.transcript_en) if text]
    pages = material.current.text[:MOST_TEXT].split(BETWEEN_PAGES) if material.current.text else []
    text = BETWEEN_PAGES.join(fold(page) for page in (pages or [" ".join(spoken)]))
    MaterialEntry.objects.update_or_create(material=material, defaults={"title": fold(names), "text": text})
