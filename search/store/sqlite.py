"""Two FTS5 tables: a row an entry, its number the place of the entry. Words come from us, they only have to be cut."""

from django.db import connection
from django.db.models import Q

from search.analysis.queries import All
from search.store import Looked, Terms

WORDS = "unicode61 remove_diacritics 0 tokenchars '_'"
CREATE = (
    f'CREATE VIRTUAL TABLE search_terms USING fts5(title, summary, body, tokenize="{WORDS}")',
    # Much smaller, because suggestions come with every letter.
    f"CREATE VIRTUAL TABLE search_titles USING fts5(title, detail=none, prefix='2 3 4', tokenize=\"{WORDS}\")",
)
TUNED = (
    # All that is asked of a match before it is shown: else each text, which stands in the middle of its row, is read.
    # A migration that makes the table anew drops it and must call `tune` again.
    "CREATE INDEX IF NOT EXISTS search_entry_matches ON search_entry (place, audience, language, is_only, kind, thing,"
    " year, organization, provinces, themes, until, title)",
)
ALL_TERMS = Looked(  # for a reader of several audiences SQLite would take the shorter index, and read each row
    "search_terms CROSS JOIN search_entry AS e INDEXED BY search_entry_matches ON e.place = search_terms.rowid",
    "search_terms MATCH %s",
    "ORDER BY search_terms.rowid DESC",
)
TITLES = Looked(
    "search_titles CROSS JOIN search_entry e ON e.place = search_titles.rowid",
    "search_titles MATCH %s AND search_titles.rowid < %s",
    "ORDER BY search_titles.rowid DESC",
)
RANK, RANK_PARAMS = "-bm25(search_terms, 12.0, 4.0, 1.0)", 0


def create(schema_editor) -> None:
    for statement in CREATE:
        schema_editor.execute(statement)


def tune(schema_editor) -> None:
    for statement in TUNED:
        schema_editor.execute(statement)


def drop(schema_editor) -> None:
    for table in ("search_terms", "search_titles"):
        schema_editor.execute(f"DROP TABLE IF EXISTS {table}")


def lock(kind: str, things: list[int]) -> None:
    """One writes at a time anyway."""


def write(rows: list[tuple[int, Terms]]) -> None:
    """By their places."""
    erase([place for place, _terms in rows])
    values = [(place, *map(_line, terms)) for place, terms in rows]
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO search_terms(rowid, title, summary, body) VALUES (%s, %s, %s, %s)", values)
        cursor.executemany("INSERT INTO search_titles(rowid, title) VALUES (%s, %s)", [row[:2] for row in values])


def erase(places: list[int]) -> None:
    with connection.cursor() as cursor:
        for table in ("search_terms", "search_titles"):
            cursor.executemany(f"DELETE FROM {table} WHERE rowid = %s", [(place,) for place in places])  # noqa: S608


def _line(words: list[tuple[str, ...]]) -> str:
    return " ".join(term for word in words for term in word)


def written(part) -> str:
    """An expression in the language of FTS5."""
    if isinstance(part, str):
        return f'"{part}"'
    inside = [written(each) for each in part.parts]
    return "(" + (" AND " if isinstance(part, All) else " OR ").join(inside) + ")"


def beginning(words: list[tuple[str, ...]], beginnings: tuple[str, ...]) -> str:
    """Titles with each of these words (in one of its forms) and a word that begins so."""
    parts = ["(" + " OR ".join(f'"{term}"' for term in word) + ")" for word in words]
    parts.append("(" + " OR ".join(f'"{term}" *' for term in beginnings) + ")")
    return " AND ".join(parts)


def begins(column: str, text: str) -> Q:
    """As a range: its LIKE takes no account of the index."""
    return Q(**{f"{column}__gte": text, f"{column}__lt": text[:-1] + chr(ord(text[-1]) + 1)})


def optimize() -> None:
    with connection.cursor() as cursor:
        for table in ("search_terms", "search_titles"):
            cursor.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")  # noqa: S608
        cursor.execute("ANALYZE search_entry")
