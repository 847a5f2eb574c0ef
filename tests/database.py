"""The migrated database of the tests, kept in a file on SQLite and as a template on PostgreSQL: a run starts from it
instead of migrating anew, and so do all workers of a run but the first."""

import fcntl
import sqlite3
import sys
from contextlib import ExitStack, closing, suppress
from hashlib import sha256
from os import getpid
from pathlib import Path

from django.db import DatabaseError, connection
from django.db.backends.signals import connection_created
from django.db.migrations.graph import MigrationGraph

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "var" / "test-database"
TEMPLATES = "portal_tables_"
turn = ExitStack()


def digest() -> str:
    """Of all that the tables are made by: another migration, another version of a library, another digest."""
    found = sha256(sys.version.encode())
    for path in [*sorted(ROOT.glob("*/migrations/*.py")), ROOT / "requirements.txt"]:
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:16]


def _file() -> Path:
    return FOLDER / f"{digest()}.sqlite3"


def _in_memory(connection) -> bool:
    return connection.vendor == "sqlite" and connection.is_in_memory_db()


def _begin(connection, **kwargs):
    kept = _file()
    if _in_memory(connection) and kept.exists() and not connection.introspection.table_names():
        with closing(sqlite3.connect(f"file:{kept}?mode=ro", uri=True)) as source:
            source.backup(connection.connection)


def _template() -> str:
    return TEMPLATES + digest()


def _templates() -> list[str]:
    """Those that we may copy and drop: our own and whole ones."""
    ask = (
        "SELECT datname FROM pg_database WHERE datname LIKE %s AND datconnlimit <> -2"
        " AND pg_get_userbyid(datdba) = current_user"
    )
    with connection._nodb_cursor() as cursor:
        cursor.execute(ask, [f"{TEMPLATES}%"])
        return [name for (name,) in cursor.fetchall()]


def _is_kept() -> bool:
    return _file().exists() if connection.vendor == "sqlite" else _template() in _templates()


def begin_from_kept():
    """Where nothing is kept yet one worker goes first; the others wait and find what it made."""
    if not _is_kept():
        FOLDER.mkdir(parents=True, exist_ok=True)
        fcntl.flock(turn.enter_context((FOLDER / f"{connection.vendor}.turn").open("w")), fcntl.LOCK_EX)
    if connection.vendor == "sqlite":
        connection_created.connect(_begin)
    elif _is_kept():
        connection.settings_dict["TEST"]["TEMPLATE"] = _template()


def migrate_ours_last():
    """Django renders all models anew for each change of a table: beside two hundred of ours, those of other people take
    ten times as long. (Not by dependencies in our migrations: who takes back a migration of Wagtail would take back all
    that depends on it, the portal's tables with it.)"""
    leaf_nodes = MigrationGraph.leaf_nodes
    ours = {path.parts[-3] for path in ROOT.glob("*/migrations/*.py")}
    MigrationGraph.leaf_nodes = lambda graph, app=None: sorted(leaf_nodes(graph, app), key=lambda node: node[0] in ours)


def keep():
    """For the next one; only the newest is kept."""
    connection_created.disconnect(_begin)
    with turn:
        if _in_memory(connection) and not _file().exists():
            _write(_file())
        elif connection.vendor == "postgresql" and not _is_kept():
            _copy(_template())


def _copy(template: str):
    """It saves time and stops nothing: another checkout or another person may be at the same. Nobody may connect to it,
    because what somebody looks at cannot be copied."""
    made = connection.ops.quote_name(connection.settings_dict["NAME"])
    connection.close()
    for statement in (
        *(f"DROP DATABASE IF EXISTS {old}" for old in _templates()),
        f"CREATE DATABASE {template} TEMPLATE {made} ALLOW_CONNECTIONS false",
    ):
        with suppress(DatabaseError), connection._nodb_cursor() as cursor:
            cursor.execute(statement)


def _write(kept: Path):
    made = FOLDER / f"{getpid()}.tmp"
    with closing(sqlite3.connect(made)) as target:
        connection.connection.backup(target)
    for old in FOLDER.glob("*.sqlite3"):
        old.unlink(missing_ok=True)
    made.replace(kept)
