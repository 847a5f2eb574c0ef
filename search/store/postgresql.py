"""Two tsvector columns of the entries with GIN indexes: all terms by weight, and those of the title by themselves.

PostgreSQL thinks a look into a tsvector cheap, but it is kept apart from its row and packed: for a word of a tenth of
the texts, or for one of none, it would rather read all of them than the index. So the index is asked by a function that
knows no other way. It says places only, the newest first, one at a time: it stands in a list of columns, for in FROM it
would hand over all of them before the first row is read. Rows are read until there are enough of them.
"""

from django.db import connection
from django.db.models import Q

from search.analysis.queries import All
from search.store import Looked, Terms

COLUMNS = (
    "ALTER TABLE search_entry ADD COLUMN terms tsvector",
    "ALTER TABLE search_entry ADD COLUMN title_terms tsvector",
    "CREATE INDEX search_entry_terms ON search_entry USING gin (terms)",
    "CREATE INDEX search_entry_title_terms ON search_entry USING gin (title_terms)",
)
TUNED = (
    # Long fields stand apart, so that a match costs little when its row is only looked at.
    "ALTER TABLE search_entry SET (toast_tuple_target = 128)",
    "CREATE OR REPLACE FUNCTION search_places(asked tsquery) RETURNS SETOF bigint LANGUAGE sql STABLE"
    " SET enable_seqscan = off SET enable_indexscan = off"
    " AS 'SELECT place FROM search_entry WHERE terms @@ asked ORDER BY place DESC'",
    "CREATE OR REPLACE FUNCTION search_title_places(asked tsquery, below bigint) RETURNS SETOF bigint"
    " LANGUAGE sql STABLE SET enable_seqscan = off SET enable_indexscan = off"
    " AS 'SELECT place FROM search_entry WHERE title_terms @@ asked AND place < below ORDER BY place DESC'",
)
ROWS = " CROSS JOIN LATERAL (SELECT * FROM search_entry WHERE place = found.place OFFSET 0) e"
# What is looked for stands in the source already; the order is that of the function.
ALL_TERMS = Looked(f"(SELECT search_places(%s::tsquery) AS place OFFSET 0) found{ROWS}", "TRUE", "")
TITLES = Looked(f"(SELECT search_title_places(%s::tsquery, %s) AS place OFFSET 0) found{ROWS}", "TRUE", "")
RANK, RANK_PARAMS = "ts_rank('{0.05, 0.08, 0.3, 1.0}', e.terms, %s::tsquery)", 1
LAST_PLACE = 16_383
LONGEST = 900_000  # bytes; a tsvector takes a megabyte


def create(schema_editor) -> None:
    for statement in COLUMNS:
        schema_editor.execute(statement)


def tune(schema_editor) -> None:
    for statement in TUNED:
        schema_editor.execute(statement)


def drop(schema_editor) -> None:
    """The columns go with their table."""
    for name in ("search_places", "search_title_places"):
        schema_editor.execute(f"DROP FUNCTION IF EXISTS {name}")


def lock(kind: str, things: list[int]) -> None:
    """Who writes entries of these things waits for whoever writes or hides them now, until that is committed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext(%s), thing::int) FROM unnest(%s::bigint[]) AS t (thing)",
            [f"search.{kind}", sorted(thing % (1 << 31) for thing in things)],
        )


def write(rows: list[tuple[int, Terms]]) -> None:
    """Many rows with one statement."""
    values = [(place, _vector(terms), _vector(Terms(terms.title, [], []))) for place, terms in rows]
    if not values:
        return
    listed = ", ".join(["(%s::bigint, %s::tsvector, %s::tsvector)"] * len(values))
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE search_entry SET terms = v.terms, title_terms = v.title_terms"  # noqa: S608
            f" FROM (VALUES {listed}) AS v (place, terms, title_terms) WHERE search_entry.place = v.place",
            [value for row in values for value in row],
        )


def erase(places: list[int]) -> None:
    """The columns go with their rows."""


def _vector(terms: Terms) -> str:
    """'term':1A,4B; the words of one field follow those of the field before."""
    places: dict[str, list[str]] = {}
    position, length = 0, 0
    for weight, words in zip("ABD", terms, strict=True):
        for word in words:
            position = min(position + 1, LAST_PLACE)
            for term in word:
                known = places.get(term)
                if known is None:
                    length += 2 * len(term) + 12
                    if length > LONGEST:
                        break
                    places[term] = [f"{position}{weight}"]
                elif len(known) < 200:
                    known.append(f"{position}{weight}")
    return " ".join(f"{_quoted(term)}:{','.join(found)}" for term, found in places.items())


def _quoted(term: str) -> str:
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"


def written(part) -> str:
    """An expression as a tsquery."""
    if isinstance(part, str):
        return _quoted(part)
    inside = [written(each) for each in part.parts]
    return "(" + (" & " if isinstance(part, All) else " | ").join(inside) + ")"


def beginning(words: list[tuple[str, ...]], beginnings: tuple[str, ...]) -> str:
    """Titles with each of these words (in one of its forms) and a word that begins so."""
    parts = ["(" + " | ".join(map(_quoted, word)) + ")" for word in words]
    parts.append("(" + " | ".join(f"{_quoted(term)}:*" for term in beginnings) + ")")
    return " & ".join(parts)


def begins(column: str, text: str) -> Q:
    return Q(**{f"{column}__startswith": text})


def optimize() -> None:
    """What was written since the last tidying stands in a list beside each index, which makes it look dear."""
    with connection.cursor() as cursor:
        for index in ("search_entry_terms", "search_entry_title_terms"):
            cursor.execute("SELECT gin_clean_pending_list(%s)", [index])
        cursor.execute("ANALYZE search_entry")
