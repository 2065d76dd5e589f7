"""The sqlite file behind the cache: a location goes in, a connection to tables of the right shape comes out.

Nothing here vouches for what the tables hold, nor for what survives a run that is killed: that is for seals to tell.
So no journal is kept, and nothing waits for the disk.
"""

import contextlib
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LARGEST_FILE = 512 << 20
"""Bytes; a larger file is shrunk when the run ends."""
LARGEST_ENTRY = 256 << 20
"""Bytes; what is larger isn't kept."""
_IN_PARTS = 1 << 20
_KEPT_DAYS = 30
_PATIENCE = 2.0
"""Seconds that one run waits for another."""
_CIRCUMSTANCES = frozenset(
    (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_READONLY,
    )
)

_TABLES = {
    b"entries": b"CREATE TABLE entries (key BLOB PRIMARY KEY, entry BLOB)",
    b"used": b"CREATE TABLE used (key BLOB PRIMARY KEY, day INTEGER) WITHOUT ROWID",
}
_SHAPE = {(b"table", name, statement) for name, statement in _TABLES.items()} | {
    (b"index", b"sqlite_autoindex_entries_1", None)
}
_MAGIC = b"SQLite format 3\0"
_ROLLBACK_FORMAT = b"\1\1"
"""Bytes 18 and 19. A log that is written ahead would be one more file that others can plant beside this one."""


def open_cache_file(location: Path) -> sqlite3.Connection:
    """A connection to the file at *location*, which is made with its folder where there is none.

    Raises OSError, sqlite3.Error or UnicodeDecodeError when it cannot be used; `is_damage` tells whether another one can take its place.
    """
    location.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _look_at_head(location)
    _remove_beside(location)
    connection = sqlite3.connect(location, timeout=_PATIENCE, isolation_level=None)
    try:
        # Damage may call bytes a text, or claim a length that no memory has.
        connection.text_factory = bytes
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_ENTRY)
        # The file may come from elsewhere (a restored CI cache), so its schema isn't trusted to call anything.
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = MEMORY")
        _shape(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def is_damage(error: BaseException) -> bool:
    """Whether *error* comes from what the file holds, and not from a lock, a full disk or missing permission."""
    if isinstance(error, UnicodeDecodeError):
        return True
    return isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", 0) & 0xFF not in _CIRCUMSTANCES


def identity_of(location: Path) -> tuple[int, int] | None:
    """What tells the file at *location* from one that takes its place; None where there is none."""
    try:
        status = os.lstat(location)
    except OSError:
        return None
    return (status.st_dev, status.st_ino)


def set_aside(location: Path) -> None:
    """Let the file at *location* lie beside it as `….damaged`, in the place of an earlier one; raises OSError."""
    try:
        os.replace(location, location.with_name(f"{location.name}.damaged"))
    except FileNotFoundError:
        # Another run has met the same damage.
        return
    except OSError:
        os.unlink(location)


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


def write_entry(connection: sqlite3.Connection, key: bytes, *parts: bytes) -> None:
    """Keep *parts*, one after the other, under *key*; a large entry is never held in one piece, nor twice."""
    size = sum(map(len, parts))
    if size <= _IN_PARTS:
        connection.execute("INSERT OR REPLACE INTO entries VALUES (?, ?)", (key, b"".join(parts)))
        return
    row = connection.execute("INSERT OR REPLACE INTO entries VALUES (?, zeroblob(?))", (key, size)).lastrowid
    with connection.blobopen("entries", "entry", row or 0) as blob:
        for part in parts:
            blob.write(part)


def shrink(connection: sqlite3.Connection, location: Path, today: int) -> None:
    """When the file is too large, drop what wasn't used for a month, and everything if that doesn't help."""
    if os.stat(location).st_size <= LARGEST_FILE:
        return
    for oldest in (today - _KEPT_DAYS, today + 1):
        with transaction(connection):
            connection.execute("DELETE FROM used WHERE day < ?", (oldest,))
            connection.execute("DELETE FROM entries WHERE key NOT IN (SELECT key FROM used)")
        connection.execute("VACUUM")
        if os.stat(location).st_size <= LARGEST_FILE:
            return


def _look_at_head(location: Path) -> None:
    try:
        status = os.lstat(location)
    except FileNotFoundError:
        return
    if not stat.S_ISREG(status.st_mode):
        raise OSError(f"{location.name} is not a regular file")
    if status.st_size:
        with open(location, "rb") as file:
            head = file.read(20)
        if not head.startswith(_MAGIC) or head[18:20] != _ROLLBACK_FORMAT:
            raise _damage(f"{location.name} does not begin as a cache does")
        # sqlite fills a last page that was cut with zeros, and writes on.
        if status.st_size % (int.from_bytes(head[16:18]) or 1):
            raise _damage(f"{location.name} is cut short")


def _remove_beside(location: Path) -> None:
    # Whatever lies there isn't ours, and sqlite would believe it.
    for name in ("journal", "wal", "shm"):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(location.with_name(f"{location.name}-{name}"))


def _shape(connection: sqlite3.Connection) -> None:
    if _shape_of(connection):
        return _refuse_other_shape(connection)
    with transaction(connection):
        # Another run may have done it while this one waited.
        if not _shape_of(connection):
            for statement in _TABLES.values():
                connection.execute(statement.decode())
    return _refuse_other_shape(connection)


def _refuse_other_shape(connection: sqlite3.Connection) -> None:
    # Views, triggers, further columns: whatever isn't as it was made may answer or do anything.
    if _shape_of(connection) != _SHAPE:
        raise _damage("its tables are of another shape")


def _shape_of(connection: sqlite3.Connection) -> set[tuple[object, ...]]:
    return set(connection.execute("SELECT type, name, sql FROM sqlite_master"))


def _damage(reason: str) -> sqlite3.Error:
    return sqlite3.DatabaseError(reason)
