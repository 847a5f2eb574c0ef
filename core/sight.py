"""What a person in the admin may come to see of others: for each kind of thing the rows she may be shown or refer to.

Windows to choose from, ids in addresses and ids typed into forms all ask here. An app tells about its own kinds with
`tell(model, rows_for)`.
"""

from collections.abc import Callable

from django.db.models import Model, QuerySet
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

_rows_for: dict[type[Model], Callable] = {}


def tell(model: type[Model], rows_for: Callable) -> None:
    """`rows_for(user, model)` gives what she may see of the model."""
    _rows_for[model] = rows_for


def kind_of(model: type[Model]) -> type[Model] | None:
    """Under which a model was told about; None for what everybody in the admin may see."""
    return next((kind for kind in model.__mro__ if kind in _rows_for), None)


def seen_by(user, model: type[Model]) -> QuerySet:
    kind = kind_of(model)
    return _rows_for[kind](user, kind)


def hidden_from(user, model: type[Model], keys) -> bool:
    """Whether among these keys is one of a row that she may not see; one that does not exist counts as hidden."""
    keys = set(map(str, keys))
    if not keys:
        return False
    if not all(key.isdecimal() and len(key) < 19 for key in keys):
        return True
    return seen_by(user, model).filter(pk__in=keys).count() < len(keys)


def _pages(user, model) -> QuerySet:
    """Published ones, and those where she works."""
    from core.models import BasePage

    own = page_permission_policy.explorable_instances(user)
    return (Page.objects.live() | Page.objects.filter(pk__in=own.values("pk"))).exclude(
        pk__in=BasePage.objects.deleted().values("pk")
    )


def _files(user, model) -> QuerySet:
    """Those of the collections that she may choose from."""
    from wagtail.documents.permissions import permission_policy as documents
    from wagtail.images.permissions import permission_policy as images

    policy = next(each for each in (documents, images) if issubclass(model, each.model))
    return policy.instances_user_has_any_permission_for(user, ["choose", "change"])


def tell_about_core() -> None:
    from core.models import PortalDocument, PortalImage

    tell(Page, _pages)
    tell(PortalDocument, _files)
    tell(PortalImage, _files)
