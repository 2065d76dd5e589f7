"""Facts by the content of files, kept between runs: files go in, the facts that are known of them come out.

One sqlite file holds them. Whatever is wrong with it costs time and never a run: what doesn't fit its seal is read anew,
a file that is damaged is set aside, and the run goes on. Two runs at once wait a moment for each other and then go on
without, too.
"""

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from cutpoint.domain.source import SourceFile
from cutpoint.parse.cache_file import (
    LARGEST_ENTRY,
    identity_of,
    is_damage,
    open_cache_file,
    set_aside,
    shrink,
    transaction,
    write_entry,
)
from cutpoint.parse.content import DIGEST_SIZE, digest_of, read_content
from cutpoint.parse.seals import SEAL_SIZE, key_of, seal_of, stamp_of, unsealed

_AT_ONCE = 500
"""Values in one statement: older releases of sqlite take at most 999."""
_RACY = 2_000_000_000
"""Nanoseconds: within one tick of a coarse clock a file may change once more and keep its size and time."""
_DAY = 86_400
_FACTS, _FILE, _ANSWER = b"facts", b"file", b"answer"
# A message of sqlite tells names that damage has touched, and need be no text.
_FAULTS = (sqlite3.Error, UnicodeDecodeError, OSError, MemoryError)


class Reading(NamedTuple):
    """What a run made of one file: to be stored."""

    file: SourceFile
    digest: bytes
    blob: bytes


class Cache:
    """The cache in *folder* for one *version* of the tool; others may share it and see nothing of each other.

    `notes` are sentences about what went wrong, for whoever reports them; all of them are there once it is closed.
    """

    def __init__(self, folder: Path, version: str) -> None:
        """Open it, or create it with its folder."""
        self.notes: list[str] = []
        self._location = folder / "facts.sqlite"
        self._stamp = stamp_of(version)
        self._opened = (time.time_ns(), time.monotonic_ns())
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._is_writable = True
        self._was_set_aside = False
        self._misfits: set[bytes] = set()
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
        if self._connection is None:
            return {}, wanted
        by_stat, by_content = self._digests(wanted)
        digests = {**by_stat, **by_content}
        keys = {file.path: self._facts_key(digests[file.path], file) for file in wanted if file.path in digests}
        known = self._find(keys.values())
        self._note_use(known)
        hits = {path: known[key] for path, key in keys.items() if key in known}
        touched = [file for file in wanted if file.path in by_content and file.path in hits]
        self._keep(self._stats((file, by_content[file.path]) for file in touched))
        return hits, [file for file in wanted if file.path not in hits]

    def digests_of(self, files: Iterable[SourceFile]) -> dict[str, bytes]:
        """By path, what the content of each file is known by; without those that cannot be read.

        A file whose size and time of change are those of an earlier run isn't opened.
        """
        by_stat, by_content = self._digests(list(files))
        return {**by_stat, **by_content}

    def store_many(self, readings: Iterable[Reading]) -> None:
        """Keep *readings*, in one transaction."""
        rows = list(readings)
        facts = [(self._facts_key(digest, file), blob) for file, digest, blob in rows]
        self._keep([*facts, *self._stats((file, digest) for file, digest, _ in rows)])

    def get(self, key: str) -> bytes | None:
        """What `put` stored under *key*."""
        name = self._answer_key(key)
        return self._find((name,)).get(name)

    def put(self, key: str, blob: bytes) -> None:
        """Keep *blob* under *key*."""
        self._keep([(self._answer_key(key), blob)])

    def may_change_unseen(self, mtime_ns: int) -> bool:
        """Whether a file that was changed at *mtime_ns* may change after it was read, and show the same time."""
        opened, started = self._opened
        # If the clock was put back since, what changes now shows a time from before this was opened.
        began = min(opened, time.time_ns() - (time.monotonic_ns() - started))
        return mtime_ns > began - _RACY

    def close(self) -> None:
        """Shrink the file when it has grown too large, and let go of it."""
        if self._misfits:
            self._note(f"held {len(self._misfits):,} entries that do not fit their checksums, and were read anew")
            self._misfits.clear()
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            if self._is_writable:
                shrink(connection, self._location, _today())
        except _FAULTS as error:
            self._note(f"could not be shrunk ({error})")
        finally:
            connection.close()

    def _facts_key(self, digest: bytes, file: SourceFile) -> bytes:
        return key_of(self._stamp, _FACTS, digest + file.role.encode())

    def _answer_key(self, key: str) -> bytes:
        return key_of(self._stamp, _ANSWER, key.encode())

    def _file_key(self, file: SourceFile) -> bytes:
        return key_of(self._stamp, _FILE, os.fsencode(file.location))

    def _digests(self, files: list[SourceFile]) -> tuple[dict[str, bytes], dict[str, bytes]]:
        by_stat = self._digests_by_stat(files)
        return by_stat, self._digests_by_content([file for file in files if file.path not in by_stat])

    def _digests_by_stat(self, files: list[SourceFile]) -> dict[str, bytes]:
        keys = {file.path: self._file_key(file) for file in files}
        known = self._find(keys.values())
        contents = ((file, known.get(keys[file.path], b"")) for file in files)
        return {
            file.path: content[:DIGEST_SIZE] for file, content in contents if content[DIGEST_SIZE:] == _state_of(file)
        }

    def _digests_by_content(self, files: list[SourceFile]) -> dict[str, bytes]:
        for file in files:
            if file not in self._read:
                with contextlib.suppress(OSError):
                    self._read[file] = digest_of(read_content(file.location))
        return {file.path: self._read[file] for file in files if file in self._read}

    def _stats(self, read: Iterable[tuple[SourceFile, bytes]]) -> list[tuple[bytes, bytes]]:
        """What tells the files *read* by their times the next time; nothing of those that may change unseen."""
        return [
            (self._file_key(file), digest + _state_of(file))
            for file, digest in read
            if not self.may_change_unseen(file.mtime_ns)
        ]

    def _find(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """What is kept under *keys*, as far as it fits its seal."""
        found: dict[bytes, bytes] = {}
        for key, entry in self._rows("SELECT key, entry FROM entries WHERE key IN", keys):
            content = unsealed(key, entry)
            if content is None:
                self._misfits.add(key)
            else:
                found[key] = content
        return found

    def _rows(self, statement: str, keys: Iterable[bytes]) -> Iterator[tuple[bytes, object]]:
        """What *statement* tells of *keys*, and of nothing else."""
        ordered = list(dict.fromkeys(keys))
        for start in range(0, len(ordered), _AT_ONCE):
            if self._connection is None:
                return
            some = ordered[start : start + _AT_ONCE]
            asked, marks = set(some), ",".join("?" * len(some))
            try:
                rows = self._connection.execute(f"{statement} ({marks})", some).fetchall()
            except _FAULTS as error:
                self._give_up(error)
            else:
                # A damaged index leads to rows of any key.
                yield from (row for row in rows if row[0] in asked)

    def _note_use(self, keys: Iterable[bytes]) -> None:
        today = _today()
        wanted = set(keys)
        fresh = {key for key, day in self._rows("SELECT key, day FROM used WHERE key IN", wanted) if day == today}
        used = [(key, today) for key in wanted - fresh]
        if used:
            self._write(lambda connection: connection.executemany("INSERT OR REPLACE INTO used VALUES (?, ?)", used))

    def _keep(self, contents: list[tuple[bytes, bytes]]) -> None:
        kept = [(key, content) for key, content in contents if len(content) <= LARGEST_ENTRY - SEAL_SIZE]
        used = [(key, _today()) for key, _ in kept]

        def write(connection: sqlite3.Connection) -> None:
            for key, content in kept:
                write_entry(connection, key, seal_of(key, content), content)
            connection.executemany("INSERT OR REPLACE INTO used VALUES (?, ?)", used)

        if kept:
            self._write(write)

    def _write(self, write: Callable[[sqlite3.Connection], object]) -> None:
        if self._connection is None or not self._is_writable:
            return
        try:
            with transaction(self._connection):
                write(self._connection)
        except _FAULTS as error:
            if is_damage(error):
                self._give_up(error)
                return
            # Locked by another run, or the disk is full: what is in it stays usable.
            self._is_writable = False
            self._note(f"cannot be written to ({error})")

    def _open(self) -> None:
        self._identity = identity_of(self._location)
        try:
            self._connection = open_cache_file(self._location)
        except _FAULTS as error:
            self._give_up(error)
        else:
            self._identity = identity_of(self._location)

    def _give_up(self, error: BaseException) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(sqlite3.Error):
                connection.close()
        if not is_damage(error) or self._was_set_aside:
            self._note(f"cannot be used ({error})")
            return
        self._note(f"was damaged, so it is set aside and made anew ({error})")
        self._was_set_aside = True
        try:
            # Another run may have done it: then a whole one lies there.
            if identity_of(self._location) == self._identity:
                set_aside(self._location)
        except OSError as reason:
            self._note(f"cannot be set aside ({reason})")
        else:
            self._open()

    def _note(self, what: str) -> None:
        self.notes.append(f"the cache {self._location} {what}")


def _state_of(file: SourceFile) -> bytes:
    return f"{file.size} {file.mtime_ns}".encode()


def _today() -> int:
    return int(time.time()) // _DAY
