"""Says when the search is behind what there is."""

from django.core.checks import Tags, Warning, register
from django.db import DatabaseError

from core.kept import Kept
from search.rebuilding import behind

kept = Kept("search-behind")
FEW = 50
"""So many may wait for the background work without anything being wrong."""


def how_far_behind() -> int:
    """Looked at once in ten minutes: it goes through everything there is."""
    return kept.get("number", behind)


@register(Tags.database)
def search_is_in_step(databases=None, **kwargs):
    """For `manage.py check --database default`."""
    if not databases:
        return []
    try:
        number = behind()
    except DatabaseError:  # before the first migration
        return []
    if number <= FEW:
        return []
    return [
        Warning(
            f"The search does not show {number} things as they are.",
            hint="Run `manage.py rebuild_search`, and see that the worker of the background tasks runs.",
            id="search.W001",
        )
    ]
