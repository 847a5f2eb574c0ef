"""What the search of the portal finds. Each app declares its kinds in `<app>/found.py`:

    @register
    class FoundEvents(Findable):
        kind, model, order = "event", Event, 40
        label, label_many = _("event"), _("Events")
        stamped = ("live", "audience", "last_published_at", "organization__live")

        def things(self, pks):
            ...

The search imports these modules when it is ready; no app imports the search.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import md5

from django.db.models import Model, QuerySet

PUBLIC, MEMBERS, CHOSEN, EDITORS = "public", "members", "chosen", "editors"
"""Who finds a thing: everybody, who is logged in, of those whom its kind lets (`Findable.let`), or only the admin,
narrowed to what each editor may see."""

BETWEEN_PAGES = "\f"
"""Stands in the body of what has pages; a result then says on which one the words are."""


@dataclass
class Text:
    """A thing in one language, in plain words."""

    language: str
    title: str
    summary: str = ""
    body: str = ""
    beside: str = ""
    """Where and whose it is: found as well as the body, not shown."""
    names: str = ""
    """Short and other names: found as well as the title, not shown."""
    note: str = ""
    """Shown beside the kind: where an event is, whose a news item is."""


@dataclass
class Thing:
    """One row or, with two texts, one for each language."""

    pk: int
    texts: list[Text]
    audience: str
    path: str
    """What `Findable.address` makes an address of; it must not need the database."""
    moment: datetime | None = None
    """Newer ones come first: when it was published, or begins."""
    until: datetime | None = None
    """Still to come until then."""
    is_translated: bool = False
    """Its other language is a thing of its own."""
    organization: int | None = None
    provinces: list[str] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)


class Findable:
    """Base of every kind. `stamped` names columns of which at least one changes whenever the texts do."""

    kind = ""
    label = label_many = ""
    order = 100
    model: type[Model]
    section = ""
    """The class of page below which it is read: while there is none in a language, nobody finds it there."""
    stamped: tuple[str, ...] = ()
    hides_contacts = False
    """Addresses and telephone numbers in its texts are nobody's business: texts of uploaded documents."""
    of_organizations = False
    """Hidden as soon as its organisation is."""
    follows: tuple[type[Model], ...] = ()
    """Other models on which it hangs who finds it, or what it says; `following` gives the keys."""
    beside: tuple[str, ...] = ()
    """What `audience_of` reads besides the row itself, of what follows."""

    def rows(self) -> QuerySet:
        """Everything that can be found by somebody, drafts too; not what is in the bin."""
        return self.model._default_manager.all()

    def audience_of(self, instance) -> str:
        """Of an instance in memory. Never wider than it is; what the index is told comes from `things`."""
        return PUBLIC

    def things(self, pks: Iterable[int]) -> Iterator[Thing]:
        raise NotImplementedError

    def address(self, path: str, written_in: str, code: str) -> str:
        """Where a reader of `code` reads the text that is written in a language."""
        raise NotImplementedError

    def page_address(self, address: str, number: int) -> str:
        """Where one page is read of what has pages."""
        return address

    def page_label(self, path: str, number: int) -> str:
        return ""

    def remark(self, path: str) -> str:
        """What a reader should know before she opens it."""
        return ""

    def let(self, user) -> QuerySet:
        """Of the rows that are for chosen people those that this one may find; asked with every search."""
        return self.model._default_manager.none()

    def due(self, now: datetime) -> Iterable[int]:
        """Keys of what lately changed by itself, because its time has come."""
        return ()

    def following(self, instance) -> list[int]:
        """Keys of what hangs on an instance of one of the models in `follows`."""
        return []

    def says(self, instance, changed: Iterable[str] | None) -> bool:
        """Whether words of such an instance stand in the texts and are not in the stamp: what hangs on it is then
        written anew. `changed` are the fields that were saved, if that is known."""
        return False

    def along_with(self, instance) -> list[int]:
        """Keys of what changes when this instance does."""
        return [instance.pk]

    def stamps(self, pks: Iterable[int] | None = None) -> Iterator[tuple[int, str]]:
        """Keys with what tells one state of a row from another, without reading the texts."""
        rows = self.rows() if pks is None else self.rows().filter(pk__in=list(pks))
        for pk, *values in rows.order_by().values_list("pk", *self.stamped).iterator(chunk_size=2000):
            yield pk, md5(repr(values).encode(), usedforsecurity=False).hexdigest()[:16]


_registered: dict[str, Findable] = {}


def register(kind: type[Findable]) -> type[Findable]:
    _registered[kind.kind] = kind()
    return kind


def findables() -> list[Findable]:
    return sorted(_registered.values(), key=lambda one: one.order)


def findable(kind: str) -> Findable | None:
    return _registered.get(kind)


def findable_of(model: type[Model]) -> Findable | None:
    """The kind that finds rows of a model: that of its nearest class."""
    of = {one.model: one for one in _registered.values()}
    return next((of[parent] for parent in model.__mro__ if parent in of), None)


_is_written_later: ContextVar[bool] = ContextVar("is_written_later", default=False)


@contextmanager
def written_later():
    """Much is saved in it, and afterwards the whole index is made right (`manage.py rebuild_search`): no thing is
    written into it by itself. What readers may no longer find is hidden at once all the same."""
    token = _is_written_later.set(True)
    try:
        yield
    finally:
        _is_written_later.reset(token)


def is_written_later() -> bool:
    return _is_written_later.get()


_finders: list[Callable[[QuerySet, str], QuerySet]] = []


def find_with(finder: Callable[[QuerySet, str], QuerySet]) -> None:
    """The search says how rows are looked up in its index."""
    _finders[:] = [finder]


def found_in(queryset: QuerySet, words: str) -> QuerySet:
    """Those of the rows of a kind that the words are in, for boxes in the admin."""
    return _finders[0](queryset, words)
