"""Two tsvector columns of the entries with GIN indexes: all terms by weight, and those of the title by themselves."""

from django.db import connection

from search.analysis.queries import All
from search.store import Terms

COLUMNS = (
    "ALTER TABLE search_entry ADD COLUMN terms tsvector",
    "ALTER TABLE search_entry ADD COLUMN title_terms tsvector",
    "CREATE INDEX search_entry_terms ON search_entry USING gin (terms)",
    "CREATE INDEX search_entry_title_terms ON search_entry USING gin (title_terms)",
)
SOURCE = SOURCE_OF_TITLES = "search_entry e"
MATCHES = "e.terms @@ %s::tsquery"
MATCHES_TITLE = "e.title_terms @@ %s::tsquery"
RANK, RANK_PARAMS = "ts_rank('{0.05, 0.08, 0.3, 1.0}', e.terms, %s::tsquery)", 1
NEWEST = NEWEST_TITLE = "e.place DESC"
LAST_PLACE = 16_383
LONGEST = 900_000  # bytes; a tsvector takes a megabyte


def create(schema_editor) -> None:
    for statement in COLUMNS:
        schema_editor.execute(statement)


def drop(schema_editor) -> None:
    """The columns go with their table."""


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


def optimize() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE search_entry")
