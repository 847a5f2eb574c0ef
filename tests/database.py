"""The migrated database of the tests, kept in a file: a run on SQLite starts from it instead of migrating anew."""

import sqlite3
import sys
from contextlib import closing
from hashlib import sha256
from os import getpid
from pathlib import Path

from django.db.backends.signals import connection_created

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "var" / "test-database"


def _file() -> Path:
    """Another migration, another version of a library: another file."""
    digest = sha256(sys.version.encode())
    for path in [*sorted(ROOT.glob("*/migrations/*.py")), ROOT / "requirements.txt"]:
        digest.update(path.name.encode() + path.read_bytes())
    return FOLDER / f"{digest.hexdigest()[:16]}.sqlite3"


def _in_memory(connection) -> bool:
    return connection.vendor == "sqlite" and connection.is_in_memory_db()


def _begin(connection, **kwargs):
    kept = _file()
    if _in_memory(connection) and kept.exists() and not connection.introspection.table_names():
        with closing(sqlite3.connect(f"file:{kept}?mode=ro", uri=True)) as source:
            source.backup(connection.connection)


def begin_from_kept():
    connection_created.connect(_begin)


def keep(connection):
    """For the next run; only the newest is kept."""
    connection_created.disconnect(_begin)
    kept = _file()
    if not _in_memory(connection) or kept.exists():
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = FOLDER / f"{getpid()}.tmp"
    with closing(sqlite3.connect(made)) as target:
        connection.connection.backup(target)
    for old in FOLDER.glob("*.sqlite3"):
        old.unlink(missing_ok=True)
    made.replace(kept)
