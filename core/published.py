"""Which files readers may have: those that something they read refers to. What only a draft refers to is nobody's."""

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

ENOUGH = 200


def is_published(file, user=None) -> bool:
    """Whether something that this person reads refers to a picture or document; no user means everybody."""
    references = ReferenceIndex.get_references_to(file).values_list("base_content_type", "object_id").distinct()
    return any(_read(kind, keys, user) for kind, keys in _by_kind(references).items())


def some_published(model, how_many: int) -> list:
    """Files that everybody may have, to show what a block looks like."""
    to = ContentType.objects.get_for_model(model)
    rows = ReferenceIndex.objects.filter(to_content_type=to).order_by("pk")
    users_of = defaultdict(list)
    for kind, key, file in rows.values_list("base_content_type", "object_id", "to_object_id")[:ENOUGH]:
        users_of[(kind, key)].append(file)
    read = {(kind, str(pk)) for kind, keys in _by_kind(users_of).items() for pk in _read(kind, keys, None)}
    files = [file for user, found in users_of.items() if user in read for file in found]
    return list(model.objects.filter(pk__in=list(dict.fromkeys(files))[:how_many]))


def _by_kind(pairs) -> dict:
    found = defaultdict(list)
    for kind, key in pairs:
        found[kind].append(key)
    return found


def _read(kind: int, keys: list, user) -> list:
    """Of the things with these keys those that this person reads: published ones, for members where it says so."""
    from core.models import BasePage

    model = ContentType.objects.get_for_id(kind).model_class()
    model = BasePage if model is Page else model
    if model is None:
        return []
    rows = model._default_manager.all()
    if hasattr(rows, "visible_to"):
        rows = rows.visible_to(user)
    elif hasattr(model, "live"):
        rows = rows.filter(live=True)
    return list(rows.filter(pk__in=keys).values_list("pk", flat=True))
