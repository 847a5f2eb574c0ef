"""What the portal keeps about a person: each app says its part, `members.own_data.archive` puts the copy together.

@register("news")
def collect(person) -> Part: ...
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.files import File


@dataclass
class Part:
    """One list in the copy: rows by the names of their columns, and files that belong to it."""

    title: str
    columns: dict[str, str]  # name in the JSON file: words for a reader
    rows: list[dict] = field(default_factory=list)
    files: list[File] = field(default_factory=list)


collectors: dict[str, Callable] = {}


def register(name: str):
    """`name` is the name of the JSON file; the function gets the person and returns a Part."""

    def keep(collect):
        collectors[name] = collect
        return collect

    return keep
