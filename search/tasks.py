"""Background work, each piece safe to run twice."""

from django_tasks import task

from core.findable import findable


@task()
def refresh_entries(kind: str, pks: list[int]) -> None:
    from search.index import refresh

    found = findable(kind)
    if found:
        refresh(found, pks)


@task()
def refresh_of_organization(pk: int) -> None:
    """What hangs on it says its name, and is hidden with it."""
    from search.index import BATCH, refresh
    from search.models import Entry

    for kind in Entry.objects.filter(organization=pk).values_list("kind", flat=True).distinct():
        keys = list(Entry.objects.filter(organization=pk, kind=kind).values_list("thing", flat=True).distinct())
        for start in range(0, len(keys), BATCH):
            refresh(findable(kind), keys[start : start + BATCH])


@task()
def move_pages(before: str, after: str) -> None:
    """A section was renamed: all that hangs below it is found at its new address."""
    from search.moving import move

    move(before, after)
