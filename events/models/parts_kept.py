"""The parts of a revision and those that are live: people hold seats in the latter."""

from modelcluster.models import get_serializable_data_for_fields

SAME = ("name_bg", "starts_at")


def with_live_parts(event, rows: list[dict]) -> list[dict]:
    """A part that was new in the revision has got its key since; one with seats comes back when it is missing."""
    parts = event.parts.model.objects.filter(event=event.pk)
    live = [get_serializable_data_for_fields(part) for part in parts]
    known = {row.get("pk") for row in rows}
    free = [part for part in live if part["pk"] not in known]
    found = []
    for row in rows:
        twin = None if row.get("pk") else next((part for part in free if _are_one(part, row)), None)
        if twin:
            free.remove(twin)
        found.append(row | {"pk": twin["pk"]} if twin else row)
    taken = set(_with_seats([part["pk"] for part in free], event))
    return found + [part for part in free if part["pk"] in taken]


def _are_one(part: dict, row: dict) -> bool:
    return all(part.get(name) == row.get(name) for name in SAME)


def _with_seats(keys: list[int], event) -> list[int]:
    parts = event.parts.model.objects.filter(pk__in=keys, seats__isnull=False)
    return list(parts.values_list("pk", flat=True).distinct()) if keys else []
