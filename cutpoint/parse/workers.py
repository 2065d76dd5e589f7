"""Files go in, what `work` makes of each comes out: a small pool of processes that survives what it reads.

A worker that dies or hangs costs the file that it was at, and another one goes on with the rest.
"""

import os
import selectors
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from types import TracebackType
from typing import Self

import msgspec

from cutpoint.parse.content import DIGEST_SIZE
from cutpoint.parse.limits import Limits
from cutpoint.parse.messages import READY, Answer, Job, Result, Work, pack_batch, unpack_answers
from cutpoint.parse.worker_process import WorkerProcess, interrupts_wait

_BATCH_BYTES = 128 << 10
_BATCH_JOBS = 64
_WORTH_A_WORKER = 256 << 10
"""Bytes of source that pay for starting one more process."""
_NO_DIGEST = bytes(DIGEST_SIZE)


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
            with selectors.DefaultSelector() as selector:
                yield from self._run(batches, wanted, selector)
            finished = True
        finally:
            self._keep(1 if finished else 0)

    def close(self) -> None:
        """End all workers; the pool may be used again."""
        self._keep(0)

    def _run(self, batches: list[list[Job]], wanted: int, selector: selectors.BaseSelector) -> Iterator[Result]:
        self._bury_dead()
        while len(self._crews) < wanted:
            with interrupts_wait():
                self._crews.append(_Crew(WorkerProcess(self._work, self._limits)))
        for crew in self._crews:
            selector.register(crew.worker, selectors.EVENT_READ, crew)
            self._assign(crew, batches)
        while any(crew.batch for crew in self._crews):
            for key, _ in selector.select(self._patience()):
                yield from self._hear(key.data, selector)
                self._assign(key.data, batches)
            now = time.monotonic()
            for late in [crew for crew in self._crews if crew.batch and crew.deadline < now]:
                yield from self._replace(late, selector, "timeout")
                self._assign(late, batches)

    def _hear(self, crew: "_Crew", selector: selectors.BaseSelector) -> Iterator[Result]:
        data = crew.worker.receive()
        if not data and not crew.is_ready:
            raise RuntimeError(f"a worker process could not be started: it {crew.worker.kill()}")
        yield from crew.answers(data)
        crew.deadline = time.monotonic() + self._limits.seconds_per_file
        if not data or crew.is_confused:
            yield from self._replace(crew, selector, "worker-crash")

    def _assign(self, crew: "_Crew", batches: list[list[Job]]) -> None:
        if batches and not crew.batch:
            crew.take(batches.pop(), self._limits.seconds_per_file)

    def _replace(self, crew: "_Crew", selector: selectors.BaseSelector, kind: str) -> Iterator[Result]:
        """Put a new worker in the place of one that failed, and let it go on behind the file that it failed at."""
        selector.unregister(crew.worker)
        with interrupts_wait():
            how = crew.worker.kill()
            crew.worker = WorkerProcess(self._work, self._limits)
        rest = crew.rest()
        crew.is_ready = False
        selector.register(crew.worker, selectors.EVENT_READ, crew)
        if rest:
            reason = f"reading it took more than {self._limits.seconds_per_file:g} seconds"
            if kind == "worker-crash":
                reason = f"the process that read it {how}"
            yield Result(rest[0], _NO_DIGEST, None, (kind, reason))
        crew.take(rest[1:], self._limits.seconds_per_file)

    def _bury_dead(self) -> None:
        for crew in [crew for crew in self._crews if not crew.worker.is_alive()]:
            with interrupts_wait():
                crew.worker.kill()
                self._crews.remove(crew)

    def _patience(self) -> float:
        deadlines = [crew.deadline for crew in self._crews if crew.batch]
        return max(0.0, min(deadlines) - time.monotonic()) + 0.01

    def _keep(self, count: int) -> None:
        while len(self._crews) > count:
            with interrupts_wait():
                self._crews.pop().worker.kill()


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
