"""Source files go in, the facts of each come out: from the cache where they are known, from worker processes otherwise."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from types import TracebackType
from typing import Self, TypeAlias

import msgspec

from cutpoint.domain.facts import FileFacts
from cutpoint.domain.source import SourceFile
from cutpoint.parse.cache import Cache, Reading
from cutpoint.parse.limits import Limits
from cutpoint.parse.messages import Job, Result, Work
from cutpoint.parse.workers import Pool

Progress: TypeAlias = Callable[[int, int], None]
"""(files done, files in all)"""

_STORED_AT_ONCE = 1_000

_decoder = msgspec.msgpack.Decoder(FileFacts)


class Reader:
    """Reads files with *work*, a function of a module that packs `FileFacts` with msgpack.

    A file that cannot be read, or that its worker died of, has facts that say so; nothing is raised because of it.
    `parsed` and `reused` count files since the reader was made; `digests` tells by path what content was parsed, and is
    empty for a file of which nothing could be made. `lost` has the facts of those: they hold for this run alone.
    """

    def __init__(
        self,
        work: Work,
        cache: Cache | None = None,
        workers: int | None = None,
        progress: Progress | None = None,
        limits: Limits | None = None,
    ) -> None:
        """Start nothing yet; *workers* is the most that will run at once, None for one per core."""
        self.parsed = 0
        self.reused = 0
        self.digests: dict[str, bytes] = {}
        self.lost: dict[SourceFile, FileFacts] = {}
        self._cache = cache
        self._pool = Pool(work, workers, limits)
        self._progress = progress
        self._to_store: list[Reading] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read_all(self, files: Iterable[SourceFile]) -> dict[str, FileFacts]:
        """Facts by path, in the order of *files*."""
        wanted = list(files)
        facts, unknown = self._look_up(wanted)
        self._report(len(facts), len(wanted))
        try:
            for file, read in self._read(unknown):
                facts[file.path] = read
                self._report(len(facts), len(wanted))
        finally:
            # An interrupted run need not begin from the start the next time.
            self._store()
        return {file.path: facts[file.path] for file in wanted}

    def read_one(self, file: SourceFile) -> FileFacts:
        """The facts of one file that turned out to matter; the worker stays for the next one."""
        if file in self.lost:
            # A run says one thing of one file.
            return self.lost[file]
        facts, unknown = self._look_up([file])
        # To the end: a run that is left early loses its worker.
        facts.update({found.path: read for found, read in self._read(unknown)})
        return facts[file.path]

    def close(self) -> None:
        """Store what is left to store and end the workers; the cache stays open."""
        self._store()
        self._pool.close()

    def _look_up(self, files: list[SourceFile]) -> tuple[dict[str, FileFacts], list[SourceFile]]:
        if self._cache is None:
            return {}, files
        hits, misses = self._cache.lookup_many(files)
        facts: dict[str, FileFacts] = {}
        for file in files:
            blob = hits.get(file.path)
            if blob is None:
                continue
            try:
                facts[file.path] = _decoder.decode(blob)
            except (ValueError, msgspec.MsgspecError, RecursionError):
                misses.append(file)
        self.reused += len(facts)
        return facts, misses

    def _read(self, files: list[SourceFile]) -> Iterator[tuple[SourceFile, FileFacts]]:
        by_job = {Job(file.location, file.path, file.role.value, file.size): file for file in files}
        with closing(self._pool.run(list(by_job))) as results:
            for result in results:
                self.parsed += 1
                file = by_job[result.job]
                facts = self._facts_of(file, result)
                self.digests[file.path] = b"" if file in self.lost else result.digest
                yield file, facts

    def _facts_of(self, file: SourceFile, result: Result) -> FileFacts:
        if result.blob is None:
            return self._lost(file, *(result.problem or ("worker-crash", "no answer")))
        try:
            facts = _decoder.decode(result.blob)
        except msgspec.MsgspecError as error:
            return self._lost(file, "worker-crash", f"its facts cannot be read: {error}")
        if self._cache is not None:
            self._to_store.append(Reading(file, result.digest, result.blob))
            if len(self._to_store) >= _STORED_AT_ONCE:
                self._store()
        return facts

    def _lost(self, file: SourceFile, kind: str, reason: str) -> FileFacts:
        self.lost[file] = FileFacts(lines=0, imports=(), body=b"", problems=((0, kind, reason),), failed=True)
        return self.lost[file]

    def _store(self) -> None:
        if self._cache is not None:
            readings, self._to_store = self._to_store, []
            self._cache.store_many(readings)

    def _report(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress(done, total)
