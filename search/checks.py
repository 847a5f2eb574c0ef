"""Says when the search is behind what there is."""

from django.core.checks import Tags, Warning, register
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

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
    if not databases or not _has_its_tables():
        return []
    number = behind()
    if number <= FEW:
        return []
    return [
        Warning(
            f"The search does not show {number} things as they are.",
            hint="Run `manage.py rebuild_search`, and see that the worker of the background tasks runs.",
            id="search.W001",
        )
    ]


def _has_its_tables() -> bool:
    """`manage.py migrate` looks too, before it has made the tables and columns that are looked into. A database that
    does not answer is for others to tell."""
    try:
        executor = MigrationExecutor(connection)
    except OperationalError:
        return False
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
