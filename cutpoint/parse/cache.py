"""Facts by the content of files, kept between runs: files go in, the facts that are known of them come out.

One sqlite file holds them. Whatever is wrong with it costs time and never a run: it is noted, and the run goes on
without. Two runs at once wait a moment for each other and then go on without, too.
"""

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from cutpoint.domain.source import SourceFile
from cutpoint.parse.cache_file import is_damage, open_cache_file, remove_cache_file, shrink, transaction
from cutpoint.parse.content import digest_of, read_content

_AT_ONCE = 500
"""Values in one statement: older releases of sqlite take at most 999."""
_RACY = 2_000_000_000
"""Nanoseconds: within one tick of a coarse clock a file may change once more and keep its size and time."""
_DAY = 86_400


class Reading(NamedTuple):
    """What a run made of one file: to be stored."""

    file: SourceFile
    digest: bytes
    blob: bytes


class Cache:
    """The cache in *folder* for one *version* of the tool; entries of other versions are dropped.

    `notes` are sentences about what went wrong, for whoever reports them.
    """

    def __init__(self, folder: Path, version: str) -> None:
        """Open it, or create it with its folder."""
        self.notes: list[str] = []
        self._location = folder / "facts.sqlite"
        self._version = version
        self._opened_ns = time.time_ns()
        self._connection: sqlite3.Connection | None = None
        self._is_writable = False
        self._read: dict[SourceFile, bytes] = {}
        self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def lookup_many(self, files: Iterable[SourceFile]) -> tuple[dict[str, bytes], list[SourceFile]]:
        """Blobs by path of the files that are known, and the files that aren't, in the order given.

        A file whose size and time of change are those of the last run isn't opened.
        """
        wanted = list(files)
        try:
            return self._lookup(wanted)
        except sqlite3.Error as error:
            self._give_up(error)
            return {}, wanted

    def digests_of(self, files: Iterable[SourceFile]) -> dict[str, bytes]:
        """By path, what the content of each file is known by; without those that cannot be read.

        A file whose size and time of change are those of an earlier run isn't opened.
        """
        wanted = list(files)
        digests: dict[str, bytes] = {}
        if self._connection is not None:
            try:
                digests = self._digests_by_stat(self._connection, wanted)
            except sqlite3.Error as error:
                self._give_up(error)
        return {**digests, **self._digests_by_content(file for file in wanted if file.path not in digests)}

    def store_many(self, readings: Iterable[Reading]) -> None:
        """Keep *readings*, in one transaction."""
        rows = list(readings)
        today = _today()
        facts = [(_key(digest, file), blob) for file, digest, blob in rows]
        used = [(key, today) for key, _ in facts]
        stats = self._stat_rows((file, digest) for file, digest, _ in rows)

        def write(connection: sqlite3.Connection) -> None:
            connection.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", facts)
            connection.executemany("INSERT OR REPLACE INTO used VALUES (?, ?)", used)
            connection.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", stats)

        if rows:
            self._write(write)

    def get(self, key: str) -> bytes | None:
        """What `put` stored under *key*."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT blob FROM results WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        return row[0] if row is not None and isinstance(row[0], bytes) else None

    def put(self, key: str, blob: bytes) -> None:
        """Keep *blob* under *key*."""
        row = (key, blob, _today())
        self._write(lambda connection: connection.execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", row))

    def close(self) -> None:
        """Shrink the file when it has grown too large, and let go of it."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            if self._is_writable:
                shrink(connection, self._location, _today())
        except (sqlite3.Error, OSError) as error:
            self._note(f"could not be shrunk ({error})")
        finally:
            connection.close()

    def _lookup(self, wanted: list[SourceFile]) -> tuple[dict[str, bytes], list[SourceFile]]:
        if self._connection is None or self._connection.execute("SELECT 1 FROM facts LIMIT 1").fetchone() is None:
            return {}, wanted
        digests = self._digests_by_stat(self._connection, wanted)
        by_content = self._digests_by_content(file for file in wanted if file.path not in digests)
        digests.update(by_content)
        keys = {file.path: _key(digests[file.path], file) for file in wanted if file.path in digests}
        blobs = _rows(self._connection, "SELECT key, blob FROM facts WHERE key IN", set(keys.values()))
        known: dict[bytes, bytes] = {key: blob for key, blob in blobs if isinstance(blob, bytes)}
        hits: dict[str, bytes] = {}
        misses: list[SourceFile] = []
        for file in wanted:
            blob = known.get(keys.get(file.path, b""))
            if blob is None:
                misses.append(file)
            else:
                hits[file.path] = blob
        touched = [file for file in wanted if file.path in by_content and file.path in hits]
        self._note_use(self._connection, set(known), self._stat_rows((file, by_content[file.path]) for file in touched))
        return hits, misses

    def _digests_by_stat(self, connection: sqlite3.Connection, files: Sequence[SourceFile]) -> dict[str, bytes]:
        locations = {os.fsencode(file.location): file for file in files}
        digests: dict[str, bytes] = {}
        statement = "SELECT location, size, mtime_ns, digest FROM files WHERE location IN"
        for location, size, mtime_ns, digest in _rows(connection, statement, locations):
            file = locations[location]
            if size == file.size and mtime_ns == file.mtime_ns and isinstance(digest, bytes):
                digests[file.path] = digest
        return digests

    def _digests_by_content(self, files: Iterable[SourceFile]) -> dict[str, bytes]:
        for file in (files := list(files)):
            if file not in self._read:
                with contextlib.suppress(OSError):
                    self._read[file] = digest_of(read_content(file.location))
        return {file.path: self._read[file] for file in files if file in self._read}

    def _note_use(
        self, connection: sqlite3.Connection, keys: set[bytes], stats: list[tuple[bytes, int, int, bytes]]
    ) -> None:
        today = _today()
        fresh = {key for key, day in _rows(connection, "SELECT key, day FROM used WHERE key IN", keys) if day == today}
        used = [(key, today) for key in keys - fresh]

        def write(connection: sqlite3.Connection) -> None:
            connection.executemany("INSERT OR REPLACE INTO used VALUES (?, ?)", used)
            connection.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", stats)

        if used or stats:
            self._write(write)

    def _stat_rows(self, read: Iterable[tuple[SourceFile, bytes]]) -> list[tuple[bytes, int, int, bytes]]:
        """What tells the files *read* by their times the next time; nothing of those that may change unseen."""
        return [
            (os.fsencode(file.location), file.size, file.mtime_ns, digest)
            for file, digest in read
            if file.mtime_ns <= self._opened_ns - _RACY
        ]

    def _write(self, write: Callable[[sqlite3.Connection], object]) -> None:
        if self._connection is None or not self._is_writable:
            return
        try:
            with transaction(self._connection):
                write(self._connection)
        except sqlite3.Error as error:
            if is_damage(error):
                self._give_up(error)
                return
            # Locked by another run, or the disk is full: what is in it stays usable.
            self._is_writable = False
            self._note(f"cannot be written to ({error})")

    def _open(self) -> None:
        try:
            self._connection, self._is_writable = open_cache_file(self._location, self._version)
        except (sqlite3.Error, OSError) as error:
            self._note(f"cannot be used ({error})")
            return
        if not self._is_writable:
            self._note("cannot be written to, so it is only read")

    def _give_up(self, error: sqlite3.Error) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(sqlite3.Error):
                connection.close()
        if not is_damage(error):
            self._note(f"cannot be used ({error})")
            return
        self._note(f"was damaged and is started anew ({error})")
        try:
            remove_cache_file(self._location)
        except OSError as reason:
            self._note(f"cannot be removed ({reason})")
        else:
            self._open()

    def _note(self, what: str) -> None:
        self.notes.append(f"the cache {self._location} {what}")


def _rows(connection: sqlite3.Connection, statement: str, values: Iterable[bytes]) -> Iterator[tuple[Any, ...]]:
    ordered = list(values)
    for start in range(0, len(ordered), _AT_ONCE):
        some = ordered[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        yield from connection.execute(f"{statement} ({marks})", some)


def _key(digest: bytes, file: SourceFile) -> bytes:
    return digest + file.role.encode()


def _today() -> int:
    return int(time.time()) // _DAY
