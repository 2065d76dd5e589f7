"""Files go in, what `work` makes of each comes out: a small pool of processes that survives what it reads.

A worker that dies or hangs is replaced, and the fresh one begins with the file that it was at: memory, load and a kill
from outside are no fault of that file. When this one fails at it, too, the file is lost, and the next goes on with the rest.
"""

import os
import selectors
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from types import TracebackType
from typing import Self

import msgspec

from cutpoint.domain.errors import ShortageError
from cutpoint.interrupts import interrupts_wait
from cutpoint.parse.content import DIGEST_SIZE
from cutpoint.parse.limits import OUT_OF_TIME, Limits
from cutpoint.parse.messages import (
    EXIT_OUT_OF_MEMORY,
    READY,
    Answer,
    Job,
    Result,
    Work,
    pack_batch,
    unpack_answers,
)
from cutpoint.parse.worker_process import WorkerProcess, in_words

_BATCH_BYTES = 128 << 10
_BATCH_JOBS = 64
_WORTH_A_WORKER = 256 << 10
"""Bytes of source that pay for starting one more process."""
_NO_DIGEST = bytes(DIGEST_SIZE)
_MOST_FAILED_STARTS = 8
"""In a row, of workers that never say that they are ready, or that the system refuses."""
_PAUSE = 0.05
"""Seconds, more with each failed start: what is scarce now may be free again in a moment."""


def run_jobs(work: Work, jobs: Iterable[Job], workers: int | None = None, limits: Limits | None = None) -> list[Result]:
    """The results of all *jobs*, in their order."""
    ordered = list(jobs)
    with Pool(work, workers, limits) as pool:
        results = {id(result.job): result for result in pool.run(ordered)}
    return [results[id(job)] for job in ordered]


class Pool:
    """Worker processes that are started when they are first needed; *workers* is their greatest number."""

    def __init__(self, work: Work, workers: int | None = None, limits: Limits | None = None) -> None:
        """*work* must be a function of a module, so that another interpreter can import it."""
        self._work = work
        self._most = max(1, workers if workers is not None else _cores())
        self._limits = limits or Limits()
        self._crews: list[_Crew] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def run(self, jobs: Sequence[Job]) -> Generator[Result, None, None]:
        """One result for each of *jobs*, as they come.

        One worker stays alive for the next run; whoever stops before the end loses all of them.
        """
        if not jobs:
            return
        batches = _batches(jobs)
        useful = sum(job.size for job in jobs) // _WORTH_A_WORKER + 1
        wanted = min(self._most, len(batches), useful)
        finished = False
        try:
            # One descriptor fewer than the default needs: there may be few.
            with getattr(selectors, "PollSelector", selectors.DefaultSelector)() as selector:
                yield from _Run(self._crews, self._work, self._limits, selector, batches).results(wanted)
            finished = True
        finally:
            self._keep(1 if finished else 0)

    def close(self) -> None:
        """End all workers; the pool may be used again."""
        self._keep(0)

    def _keep(self, count: int) -> None:
        while len(self._crews) > count:
            with interrupts_wait():
                self._crews.pop().worker.kill()


class _Run:
    """Batches on their way through the workers of a pool."""

    def __init__(
        self,
        crews: list["_Crew"],
        work: Work,
        limits: Limits,
        selector: selectors.BaseSelector,
        batches: list[list[Job]],
    ) -> None:
        self._crews = crews
        self._work = work
        self._limits = limits
        self._selector = selector
        self._batches = batches
        self._failed_before: set[Job] = set()
        """Files that a worker was at when it failed; the next one that does loses them."""
        self._failed_starts = 0
        """In a row."""

    def results(self, wanted: int) -> Iterator[Result]:
        """One for each job, by as many as *wanted* workers, or by fewer where the system gives no more."""
        self._bury_dead()
        for crew in self._crews:
            self._selector.register(crew.worker, selectors.EVENT_READ, crew)
        while len(self._crews) < wanted and self._recruit() is not None:
            pass
        while self._batches or any(crew.batch for crew in self._crews):
            for crew in self._crews:
                if self._batches and not crew.batch:
                    crew.take(self._batches.pop(), self._limits.watchdog_seconds)
            for key, _ in self._selector.select(self._patience()):
                yield from self._hear(key.data)
            now = time.monotonic()
            for late in [crew for crew in self._crews if crew.batch and crew.deadline < now]:
                reason = f"there was no answer for {self._limits.watchdog_seconds:g} seconds"
                yield from self._replace(late, ("timeout", reason))

    def _hear(self, crew: "_Crew") -> Iterator[Result]:
        data = crew.worker.receive()
        yield from crew.answers(data)
        crew.deadline = time.monotonic() + self._limits.watchdog_seconds
        self._failed_starts = 0 if crew.is_ready else self._failed_starts
        if not data:
            yield from self._replace(crew)
        elif crew.is_confused:
            yield from self._replace(crew, ("worker-crash", "the process that read it wrote what makes no sense"))

    def _replace(self, crew: "_Crew", problem: tuple[str, str] | None = None) -> Iterator[Result]:
        """Put a fresh worker in the place of one that failed, and let it go on at the file that it failed at.

        The *problem* is the way in which it ended, unless something else is said.
        """
        self._selector.unregister(crew.worker)
        with interrupts_wait():
            code = crew.worker.kill()
            self._crews.remove(crew)
        rest = crew.rest()
        if not crew.is_ready:
            self._failed_starts += 1
        elif rest and rest[0] in self._failed_before:
            yield Result(rest.pop(0), _NO_DIGEST, None, problem or self._problem(code))
        elif rest:
            self._failed_before.add(rest[0])
        fresh = self._recruit(in_words(code))
        if fresh is not None:
            fresh.take(rest, self._limits.watchdog_seconds)
        elif rest:
            self._batches.append(rest)

    def _problem(self, code: int | None) -> tuple[str, str]:
        if code == OUT_OF_TIME:
            return "timeout", f"reading it takes more than {self._limits.processor_seconds:g} seconds of processor time"
        if code == EXIT_OUT_OF_MEMORY:
            return "out-of-memory", "reading it takes more memory than a file may"
        return "worker-crash", f"the process that read it {in_words(code)}"

    def _recruit(self, how_the_last_ended: str = "") -> "_Crew | None":
        """A new worker; None when the system gives none and there are others.

        Raises ShortageError when there are none: the run can't go on.
        """
        while self._failed_starts < _MOST_FAILED_STARTS:
            time.sleep(_PAUSE * self._failed_starts)
            try:
                with interrupts_wait():
                    crew = _Crew(WorkerProcess(self._work, self._limits))
                    self._crews.append(crew)
            except OSError as error:
                how_the_last_ended = f"was refused: {error.strerror or error}"
                if self._crews:
                    return None
                self._failed_starts += 1
            else:
                self._selector.register(crew.worker, selectors.EVENT_READ, crew)
                return crew
        if self._crews:
            return None
        raise ShortageError(
            f"no process could be started to read files with: it {how_the_last_ended}.\n"
            "What usually prevents it are limits on processes (ulimit -u), open files (ulimit -n) and memory (ulimit -v, or "
            "that of a container): raise the one that is too low."
        )

    def _bury_dead(self) -> None:
        for crew in [crew for crew in self._crews if not crew.worker.is_alive()]:
            with interrupts_wait():
                crew.worker.kill()
                self._crews.remove(crew)

    def _patience(self) -> float:
        deadlines = [crew.deadline for crew in self._crews if crew.batch]
        return max(0.0, min(deadlines) - time.monotonic()) + 0.01


class _Crew:
    """A worker, and the batch that it is at."""

    def __init__(self, worker: WorkerProcess) -> None:
        self.worker = worker
        self.is_ready = False
        self.batch: list[Job] = []
        self.deadline = 0.0
        self.is_confused = False
        self._done = 0
        self._buffer = bytearray()

    def take(self, batch: list[Job], seconds: float) -> None:
        """Begin *batch*; the worker waits for it, so writing to it cannot block for long."""
        self.batch, self._done, self.is_confused = batch, 0, False
        self._buffer.clear()
        self.deadline = time.monotonic() + seconds
        if batch:
            # When it is gone, its other pipe tells so.
            self.worker.send(pack_batch(batch))

    def answers(self, data: bytes) -> Iterator[Result]:
        """The results that *data* completes."""
        if data and not self.is_ready:
            self.is_ready, data = True, data.removeprefix(READY)
        self._buffer += data
        answers = unpack_answers(self._buffer)
        while True:
            try:
                answer = next(answers, None)
            except (msgspec.MsgspecError, ValueError):
                self.is_confused = True
                return
            if answer is None:
                break
            if answer.number != self._done or self._done >= len(self.batch):
                # Its memory must be broken.
                self.is_confused = True
                return
            yield self._result(answer)
        if self._done == len(self.batch):
            self.batch = []

    def rest(self) -> list[Job]:
        """The jobs of the batch that have no answer."""
        return self.batch[self._done :]

    def _result(self, answer: Answer) -> Result:
        job = self.batch[self._done]
        self._done += 1
        return Result(job, answer.digest, answer.blob, answer.problem)


def _batches(jobs: Sequence[Job]) -> list[list[Job]]:
    """Batches with the biggest files at the end of the list, from where they are taken first."""
    batches: list[list[Job]] = [[]]
    size = 0
    for job in sorted(jobs, key=lambda job: (job.size, job.path)):
        if batches[-1] and (size + job.size > _BATCH_BYTES or len(batches[-1]) >= _BATCH_JOBS):
            batches.append([])
            size = 0
        batches[-1].append(job)
        size += job.size
    return batches


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
