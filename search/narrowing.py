"""Hiding at once, whatever the background work does: nobody finds what is no more for him."""

from core.findable import EDITORS, MEMBERS, PUBLIC, Findable, findables
from search.models import Entry

NARROWER = {PUBLIC: [], MEMBERS: [PUBLIC], EDITORS: [PUBLIC, MEMBERS]}


def narrow(found: Findable, pks: list[int], audience: str) -> None:
    if NARROWER[audience]:
        entries = Entry.objects.filter(kind=found.kind, thing__in=pks, audience__in=NARROWER[audience])
        entries.update(audience=audience, stamp="")


def hide_all_of(organization: int) -> None:
    """What hangs on an organisation that is no more shown."""
    kinds = [found.kind for found in findables() if found.of_organizations]
    shown = Entry.objects.filter(organization=organization, kind__in=kinds).exclude(audience=EDITORS)
    shown.update(audience=EDITORS, stamp="")
