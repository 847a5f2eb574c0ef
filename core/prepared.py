"""Questions to the database whose SQL is written once in the life of a process.

Django writes the SQL of a query anew each time; for a page with its joins that is four fifths of the work. A prepared
question is written the first time with marks in the place of its values, and asked again with other values:

    @prepared
    def pages_at(paths):
        return BasePage.objects.live().filter(url_path__in=paths)

    pages_at(["/home/novini/"])  # a list

Values are numbers, texts, UUIDs, moments, and lists of these. True, False and None are no values: the question is
written for each of them, and so it is for each language and for longer lists. What the function reads from anywhere
else is written for good, so everything that may change must be handed over. A queryset with a method `complete` has
its rows given to it.
"""

from collections.abc import Iterator
from copy import copy
from datetime import UTC, datetime, timedelta
from functools import cache
from operator import itemgetter
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections, models
from django.utils.translation import get_language

MARKS = {  # the n-th mark of a kind, as no real value looks
    int: lambda n: 2_000_000_000 + n,
    str: lambda n: f"value {n} of a prepared question",
    UUID: lambda n: UUID(int=n),
    datetime: lambda n: datetime(9000, 1, 1, tzinfo=UTC) + timedelta(seconds=n),
}
UUID_FIELD = models.UUIDField()


def prepared(build):
    """Make a question of a function that gives a queryset; called, it gives the rows as a list."""
    written: dict[tuple, Written] = {}

    def ask(*values) -> list:
        values = [_padded(value) if isinstance(value, list) else value for value in values]
        shape = (get_language(), *map(_shape, values))
        if shape not in written:
            written[shape] = Written(build, values)
        return written[shape].ask(values)

    return ask


class Written:
    """SQL with blanks, and what Django must know of its columns to make objects of the rows."""

    def __init__(self, build, values: list):
        marks: list = []
        self.build = build
        self.queryset = build(*(_marked(value, marks) for value in values))
        if self.queryset._prefetch_related_lookups:
            raise TypeError(f"{build.__qualname__} fetches more than a prepared question does")
        compiler = self.queryset.query.get_compiler(using=self.queryset.db)
        try:
            self.sql, params = compiler.as_sql()
        except EmptyResultSet:
            self.sql = ""
            return
        self.blanks = list(_blanks(params, marks, compiler.connection))
        if set(range(len(marks))) - {place for place, _ in self.blanks}:
            raise TypeError(f"{build.__qualname__} changes a value on its way to the database")
        columns = [column[0] for column in compiler.select[: compiler.col_count]]
        self.converters = compiler.get_converters(columns)
        self.has_composite_fields = compiler.has_composite_fields(columns)
        self.complete = getattr(self.queryset, "complete", lambda rows: None)
        compiler.connection = None  # of this thread; others have their own
        self.compiler = compiler

    def ask(self, values: list) -> list:
        if not self.sql:
            return []
        compiler = copy(self.compiler)
        compiler.connection = connections[self.queryset.db]
        params = self.filled(values, compiler.connection)
        compiler.as_sql = lambda *args, **kwargs: (self.sql, params)
        compiler.get_converters = lambda expressions: self.converters
        compiler.has_composite_fields = lambda expressions: self.has_composite_fields
        query = _Instead(self.queryset.query, get_compiler=lambda *args, **kwargs: compiler)
        rows = list(self.queryset._iterable_class(_Instead(self.queryset, query=query)))
        self.complete(rows)
        return rows

    def filled(self, values: list, connection) -> tuple:
        """What the database is given with the SQL."""
        given = [part for value in values for part in _parts(value)]
        return tuple(form if place is None else form(given[place], connection) for place, form in self.blanks)


class _Instead:
    """Something with other attributes in the place of its own."""

    def __init__(self, original, **others):
        self.__dict__.update(others, _original=original)

    def __getattr__(self, name):
        return getattr(self._original, name)


def partly(model, names: tuple, values: tuple):
    """A record of which only some columns were read."""
    return model.from_db(DEFAULT_DB_ALIAS, names, _as_in_table(model, names)(values))


@cache
def _as_in_table(model, names: tuple):
    """The order in which Django takes the values: it does not look at the names."""
    return itemgetter(*(names.index(field.attname) for field in model._meta.concrete_fields if field.attname in names))


def _padded(values: list) -> list:
    """As long as the next power of two, the last value repeated: few lengths, few questions to write."""
    return values + values[-1:] * ((1 << (len(values) - 1).bit_length()) - len(values)) if values else values


def _parts(value) -> list:
    """The values for the database in what was handed over."""
    if isinstance(value, list):
        return value
    return [] if value is None or isinstance(value, bool) else [value]


def _shape(value):
    parts = _parts(value)
    return (isinstance(value, list), *map(type, parts)) if parts else repr(value)


def _marked(value, marks: list):
    own = [MARKS[type(part)](len(marks) + number) for number, part in enumerate(_parts(value))]
    marks += own
    return own if isinstance(value, list) else own[0] if own else value


def _blanks(params, marks: list, connection) -> Iterator[tuple]:
    """For each parameter which value takes its place and how it is given to the database; (None, param) for others."""
    places = {_form(mark, mark)(mark, connection): place for place, mark in enumerate(marks)}
    for param in params:
        place = places.get(param) if isinstance(param, tuple(MARKS)) else None
        yield (None, param) if place is None else (place, _form(marks[place], param))


def _form(value, param):
    if isinstance(value, UUID):
        return UUID_FIELD.get_db_prep_value
    if isinstance(value, datetime):
        return lambda value, connection: connection.ops.adapt_datetimefield_value(value)
    kind = type(param)
    return lambda value, connection: kind(value)
