"""Puts the course that ships into the tree, and renews it when its texts change. An editor's change is never undone."""

import json
from uuid import uuid5

from django.db import transaction
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page

from core import site_map
from resources.handbook.reading import LANGUAGES, Told, told
from resources.handbook.writing import SPACE, fields, fingerprint
from resources.models import CoursePage, LessonPage, ResourceIndexPage, ShippedPage

STREAMS = ("body", "questions")


@transaction.atomic
def lay_handbook() -> int:
    """How many pages were written. Needs the sections of the portal (`home.lay_out`); safe to repeat."""
    written = 0
    for code in LANGUAGES:
        before = None
        section = ResourceIndexPage.objects.filter(locale__language_code=code).first()
        if section is None:
            continue
        parent = section
        for one in told(code):
            page, is_new = _put(one, parent, before)
            written += is_new
            if one.name == "course":
                if page is None or page.deleted_at:
                    break  # deleted by the office: the lessons went with it
                parent = page
            else:
                before = page or before
    if written:
        site_map.forget()
    return written


def _put(one: Told, parent, before) -> tuple:
    """The page, and whether it was written just now; a new lesson stands behind the one `before` it."""
    given = fields(one)
    print_now = fingerprint(given)
    shipped = ShippedPage.objects.filter(name=one.name, language=one.language).select_related("page").first()
    if shipped is None:
        page = _begin(one, parent, before)
        shipped = ShippedPage(name=one.name, language=one.language, page_id=page.pk)
    elif shipped.page is None:
        return None, False
    else:
        page = shipped.page.specific
        if shipped.fingerprint == print_now or not _is_ours(page, shipped):
            return page, False
    _write(page, given)
    revision = page.save_revision()
    revision.publish()
    shipped.fingerprint, shipped.revision = print_now, revision.pk
    shipped.save()
    return type(page).objects.get(pk=page.pk), True


def _is_ours(page, shipped: ShippedPage) -> bool:
    """Nobody has saved, moved away or deleted it since."""
    return page.live and not page.deleted_at and page.latest_revision_id == shipped.revision


def _begin(one: Told, parent, before):
    model = CoursePage if one.name == "course" else LessonPage
    parent = Page.objects.get(pk=parent.pk)
    page = model(
        title=one.words("title"),
        slug=find_available_slug(parent, one.words("slug")),
        locale=Locale.objects.get(language_code=one.language),
        translation_key=uuid5(SPACE, one.name),
    )
    if before is None:
        return parent.add_child(instance=page)
    Page.objects.get(pk=before.pk).add_sibling("right", instance=page)
    return page


def _write(page, given: dict) -> None:
    for name, value in given.items():
        if name in STREAMS:
            value = json.dumps(value, ensure_ascii=False)
        setattr(page, name, value)
