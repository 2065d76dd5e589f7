"""The sqlite file behind the cache: a location goes in, a connection to tables of the right version comes out."""

import contextlib
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LARGEST_FILE = 512 << 20
"""Bytes; a larger file is shrunk when the run ends."""
_KEPT_DAYS = 30
_PATIENCE = 2.0
"""Seconds that one run waits for another."""
_SCHEMA = "1"
_DAMAGES = frozenset(
    # The first one is what a table of another shape gives.
    (
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FORMAT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_MISMATCH,
    )
)

_TABLES = """
CREATE TABLE meta (version TEXT NOT NULL);
CREATE TABLE files (location BLOB PRIMARY KEY, size INTEGER, mtime_ns INTEGER, digest BLOB) WITHOUT ROWID;
CREATE TABLE facts (key BLOB PRIMARY KEY, blob BLOB);
CREATE TABLE used (key BLOB PRIMARY KEY, day INTEGER) WITHOUT ROWID;
CREATE TABLE results (key TEXT PRIMARY KEY, blob BLOB, day INTEGER);
"""


def open_cache_file(location: Path, version: str) -> tuple[sqlite3.Connection, bool]:
    """A connection, and whether it can be written to.

    A file that is damaged is started anew, and so are tables of another *version*. Raises OSError or sqlite3.Error
    when neither writing nor reading is possible.
    """
    if location.exists() and not stat.S_ISREG(os.stat(location).st_mode):
        raise OSError(f"{location.name} is not a regular file")
    try:
        location.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _open_for_writing(location, version), True
    except (sqlite3.Error, OSError) as error:
        if is_damage(error):
            remove_cache_file(location)
            return _open_for_writing(location, version), True
        if not location.exists():
            raise
        return _open_for_reading(location, version), False


def is_damage(error: sqlite3.Error | OSError) -> bool:
    """Whether *error* comes from what the file holds, and not from a lock, a full disk or missing permission."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGES


def remove_cache_file(location: Path) -> None:
    """Remove it with what sqlite leaves beside it."""
    for name in (location.name, f"{location.name}-journal", f"{location.name}-wal", f"{location.name}-shm"):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(location.with_name(name))


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of what is written inside, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def shrink(connection: sqlite3.Connection, location: Path, today: int) -> None:
    """When the file is too large, drop what wasn't used for a month, and everything if that doesn't help."""
    if os.stat(location).st_size <= LARGEST_FILE:
        return
    for oldest in (today - _KEPT_DAYS, today + 1):
        with transaction(connection):
            connection.execute("DELETE FROM used WHERE day < ?", (oldest,))
            connection.execute("DELETE FROM results WHERE day < ?", (oldest,))
            connection.execute("DELETE FROM facts WHERE key NOT IN (SELECT key FROM used)")
            # A key is a digest and a role.
            kept = "SELECT substr(key, 1, 16) FROM facts"
            connection.execute(f"DELETE FROM files WHERE digest NOT IN ({kept})")  # noqa: S608 (a constant)
        connection.execute("VACUUM")
        if os.stat(location).st_size <= LARGEST_FILE:
            return


def _open_for_writing(location: Path, version: str) -> sqlite3.Connection:
    connection = sqlite3.connect(location, timeout=_PATIENCE, isolation_level=None)
    try:
        # The file may come from elsewhere (a restored CI cache), so its schema isn't trusted to call anything.
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA synchronous = NORMAL")
        # Kept between transactions: creating a journal file each time costs more than writing it.
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        if _version_of(connection) != _stamp(version):
            _start_anew(connection, version)
        with transaction(connection):
            # Tells at once when the file or its disk cannot be written to.
            connection.execute("DELETE FROM files WHERE location IS NULL")
    except BaseException:
        connection.close()
        raise
    return connection


def _open_for_reading(location: Path, version: str) -> sqlite3.Connection:
    uri = f"{location.absolute().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True, timeout=_PATIENCE, isolation_level=None)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        is_ours = _version_of(connection) == _stamp(version)
    except BaseException:
        connection.close()
        raise
    if not is_ours:
        connection.close()
        raise sqlite3.OperationalError("it is of another version and cannot be written to")
    return connection


def _version_of(connection: sqlite3.Connection) -> str | None:
    # The first statement that reads the file: sqlite3.DatabaseError when it is no database.
    if connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'meta'").fetchone() is None:
        return None
    row = connection.execute("SELECT version FROM meta").fetchone()
    return None if row is None else str(row[0])


def _start_anew(connection: sqlite3.Connection, version: str) -> None:
    with transaction(connection):
        # Another run may have done it while this one waited.
        if _version_of(connection) == _stamp(version):
            return
        kinds = "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"
        for kind, name in connection.execute(kinds).fetchall():
            quoted = str(name).replace('"', '""')
            connection.execute(f'DROP {kind} "{quoted}"')
        for statement in _TABLES.split(";"):
            if statement.strip():
                connection.execute(statement)
        connection.execute("INSERT INTO meta VALUES (?)", (_stamp(version),))


def _stamp(version: str) -> str:
    return f"{_SCHEMA}:{version}"
