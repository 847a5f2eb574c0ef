"""Hiding at once, whatever the background work does: nobody finds what is no more for him."""

from collections import defaultdict

from core.findable import CHOSEN, EDITORS, MEMBERS, PUBLIC, Findable, findables
from search.models import Entry
from search.store import store

NARROWER = {PUBLIC: [], MEMBERS: [PUBLIC], CHOSEN: [PUBLIC, MEMBERS], EDITORS: [PUBLIC, MEMBERS, CHOSEN]}
"""By audience the wider ones, which it takes the place of at once."""


def narrow(found: Findable, pks: list[int], audience: str) -> None:
    if NARROWER[audience]:
        store().lock(found.kind, pks)
        entries = Entry.objects.filter(kind=found.kind, thing__in=pks, audience__in=NARROWER[audience])
        entries.update(audience=audience, stamp="")


def narrow_as_kept(found: Findable, pks: list[int]) -> None:
    """As their rows say, after something on which they hang has changed."""
    by_audience = defaultdict(list)
    for one in found.model._default_manager.filter(pk__in=pks).select_related(*found.beside):
        by_audience[found.audience_of(one)].append(one.pk)
    for audience, some in by_audience.items():
        narrow(found, some, audience)


def hide_all_of(organization: int) -> None:
    """What hangs on an organisation that is no more shown."""
    shown = Entry.objects.filter(organization=organization).exclude(audience=EDITORS).order_by()
    for found in findables():
        if found.of_organizations:
            narrow(found, list(shown.filter(kind=found.kind).values_list("thing", flat=True)), EDITORS)
