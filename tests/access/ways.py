"""What a row of the access table says, and the words to write rows with."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from tests.access.world import World

NOBODY: frozenset = frozenset()
OWN = frozenset({"editor", "manager"})
OFFICE = frozenset({"officer", "administrator"})
ADMINISTRATOR = frozenset({"administrator"})
MANAGERS = OFFICE | {"manager"}
THEIRS = OWN | OFFICE
TRAINERS = THEIRS | {"trainer"}
IN_ADMIN = TRAINERS | {"stranger", "ex-editor"}
LOGGED_IN = IN_ADMIN | {"member", "moderator", "invited"}
EVERYBODY = LOGGED_IN | {"anonymous", "unconfirmed", "suspended"}


@dataclass(frozen=True)
class Way:
    """One way to one thing.

    `read_by` gets to see the secret of the thing there, everybody else does not; `done_by` may send the form, and
    whoever else sends it changes nothing.
    """

    thing: str
    channel: str
    path: Callable[[World], str]
    read_by: frozenset = NOBODY
    form: Callable[[World], dict] | None = None
    done_by: frozenset = NOBODY
    secret: str = "zebra"

    def __str__(self):
        return f"{self.thing} · {self.channel}"


def plain(path: str) -> Callable[[World], str]:
    return lambda world: path


def at(name: str, *arguments, query: str = "") -> Callable[[World], str]:
    """An address; arguments that name a thing are its key, in the query too: „id={draft}“."""

    def path(world: World) -> str:
        given = [getattr(world.things.get(each), "pk", each) for each in arguments]
        keys = {key: getattr(thing, "pk", thing) for key, thing in world.things.items()}
        return reverse(name, args=given) + query.format_map(keys)

    return path


def page(name: str, thing: str = "draft", *more, query: str = "") -> Callable[[World], str]:
    return at(f"wagtailadmin_pages:{name}", thing, *more, query=query)


def bulk(kind: str, action: str, *things: str, more: str = "") -> Callable[[World], str]:
    ids = "&".join(f"id={{{thing}}}" for thing in things)
    app, model = kind.split("/")
    return at("wagtail_bulk_action", app, model, action, query=f"?{ids}{more}")


def sends(**fields) -> Callable[[World], dict]:
    """A form; a value that names a thing is sent as its key."""
    return lambda world: {key: getattr(world.things.get(value), "pk", value) for key, value in fields.items()}
