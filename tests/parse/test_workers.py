import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest

from cutpoint.domain.errors import ShortageError
from cutpoint.parse.content import digest_of
from cutpoint.parse.limits import Limits
from cutpoint.parse.messages import Job, Result
from cutpoint.parse.workers import Pool, run_jobs
from tests.parse.stand_in_work import echo, misbehave

QUICK = Limits(processor_seconds=0.3)
# Long enough for a machine that is busy.
IMPATIENT = Limits(watchdog_seconds=3)


def jobs_for(folder: Path, contents: dict[str, str]) -> list[Job]:
    jobs = []
    for name, content in contents.items():
        (folder / name).write_text(content)
        jobs.append(Job(str(folder / name), name, "code", len(content)))
    return jobs


def kinds(results):
    return {result.job.path: result.problem[0] if result.problem else result.blob.decode() for result in results}


def pid_of(result: Result) -> int:
    assert result.blob is not None
    return int(result.blob)


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    # Nobody may have buried it yet.
    return Path(f"/proc/{pid}/stat").exists() and ") Z " in Path(f"/proc/{pid}/stat").read_text()


def until(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + 10
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    return condition()


@contextmanager
def another_thread():
    """With a second thread alive forking isn't safe, so fresh interpreters are started."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def test_results_come_in_the_order_of_jobs(tmp_path):
    contents = {f"{number}.py": "x" * (number * 7919 % 5000) for number in range(300)}
    jobs = jobs_for(tmp_path, contents)
    results = run_jobs(echo, jobs, workers=2)
    assert [result.job for result in results] == jobs
    for result, (name, content) in zip(results, contents.items(), strict=True):
        assert result.blob == f"{content}|{name}|code".encode()
        assert result.digest == digest_of(content.encode())


def test_fresh_interpreters_do_the_same(tmp_path):
    jobs = jobs_for(tmp_path, {"a.py": "A", "b.py": "segfault", "c.py": "print"})
    with another_thread():
        assert [result.blob for result in run_jobs(echo, jobs)] == [
            b"A|a.py|code",
            b"segfault|b.py|code",
            b"print|c.py|code",
        ]
        assert kinds(run_jobs(misbehave, jobs)) == {"a.py": "a.py", "b.py": "worker-crash", "c.py": "c.py"}


def test_says_when_workers_cannot_start(tmp_path):
    def local(data: bytes, path: str, role: str) -> bytes:
        raise NotImplementedError(data, path, role)

    with another_thread(), pytest.raises(ShortageError, match=r"could be started .*exited with code 1"):
        run_jobs(local, jobs_for(tmp_path, {"a.py": ""}))


def test_no_jobs_start_no_worker():
    assert run_jobs(echo, []) == []


@pytest.mark.parametrize("how", ["segfault", "kill", "exit", "garbage"])
def test_a_worker_that_dies_costs_one_file(tmp_path, how):
    contents = {f"{number}.py": "" for number in range(20)} | {"5.py": how, "0.py": how, "19.py": how}
    found = kinds(run_jobs(misbehave, jobs_for(tmp_path, contents), workers=2))
    assert found == {name: "worker-crash" if content else name for name, content in contents.items()}


def test_the_reason_names_the_signal(tmp_path):
    (result,) = run_jobs(misbehave, jobs_for(tmp_path, {"a.py": "segfault"}))
    assert result.problem == ("worker-crash", "the process that read it ended by SIGSEGV")


@pytest.mark.parametrize(
    ("how", "limits", "reason"),
    [
        ("hang", IMPATIENT, "there was no answer for 3 seconds"),
        ("spin", QUICK, "reading it takes more than 0.3 seconds of processor time"),
    ],
)
def test_a_worker_that_hangs_costs_one_file(tmp_path, how, limits, reason):
    jobs = jobs_for(tmp_path, {"a.py": "", "b.py": how, "c.py": ""})
    results = run_jobs(misbehave, jobs, workers=1, limits=limits)
    assert kinds(results) == {"a.py": "a.py", "b.py": "timeout", "c.py": "c.py"}
    assert results[1].problem == ("timeout", reason)


def test_each_file_has_processor_time_of_its_own(tmp_path):
    jobs = jobs_for(tmp_path, {f"{number}.py": "work a while" for number in range(8)})
    limits = Limits(processor_seconds=1.0)
    assert kinds(run_jobs(misbehave, jobs, workers=1, limits=limits)) == {job.path: job.path for job in jobs}


def test_waiting_uses_no_processor_time(tmp_path):
    jobs = jobs_for(tmp_path, {"a.py": "wait a while"})
    assert kinds(run_jobs(misbehave, jobs, limits=Limits(processor_seconds=0.2))) == {"a.py": "a.py"}


@pytest.mark.parametrize("forks", [True, False])
@pytest.mark.parametrize("how", ["once kill", "once segfault", "once exit", "once garbage", "once spin", "once eat"])
def test_a_file_is_read_again_when_its_worker_died(tmp_path, how, forks):
    contents = {f"{number}.py": f"{how} {tmp_path}/{number}.once" for number in range(3)}
    jobs = jobs_for(tmp_path, contents)
    with nullcontext() if forks else another_thread():
        found = kinds(run_jobs(misbehave, jobs, workers=1, limits=QUICK))
    assert found == {job.path: job.path for job in jobs}
    assert len(list(tmp_path.glob("*.once"))) == 3


def test_a_file_is_read_again_by_a_fresh_process(tmp_path):
    contents = {"a.py": "pid", "b.py": "pid", "last.py": f"once kill {tmp_path}/once pid"}
    first, second, last = (pid_of(result) for result in run_jobs(misbehave, jobs_for(tmp_path, contents), workers=1))
    assert first == second != last


def test_memory_that_files_before_have_used_is_no_fault_of_a_file(tmp_path):
    limits = Limits(memory=600 << 20)
    contents = {"a.py": "keep 400 MB", "b.py": "keep 401 MB", "c.py": "keep 700 MB", "d.py": ""}
    found = kinds(run_jobs(misbehave, jobs_for(tmp_path, contents), workers=1, limits=limits))
    assert found == {"a.py": "a.py", "b.py": "b.py", "c.py": "out-of-memory", "d.py": "d.py"}


@contextmanager
def killing_the_first_workers(most: int):
    """As `another_thread`, which kills each fresh interpreter as soon as it is there, until they are so many."""
    killed: set[int] = set()
    done = threading.Event()

    def kill() -> None:
        while not done.is_set() and len(killed) < most:
            for pid in children_of(os.getpid()) - killed:
                killed.add(pid)
                os.kill(pid, 9)
            time.sleep(0.001)
        done.wait()

    thread = threading.Thread(target=kill)
    thread.start()
    try:
        yield killed
    finally:
        done.set()
        thread.join()


def children_of(pid: int) -> set[int]:
    return {
        int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()
    }


@pytest.mark.skipif(sys.platform != "linux", reason="children are found as Linux tells them")
def test_a_worker_that_is_killed_before_its_first_answer_is_replaced(tmp_path):
    jobs = jobs_for(tmp_path, {f"{number}.py": "" for number in range(3)})
    with killing_the_first_workers(3) as killed:
        assert kinds(run_jobs(misbehave, jobs, workers=1)) == {job.path: job.path for job in jobs}
    assert len(killed) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="children are found as Linux tells them")
def test_gives_up_on_workers_that_never_live_long_enough(tmp_path):
    jobs = jobs_for(tmp_path, {"a.py": ""})
    with killing_the_first_workers(100), pytest.raises(ShortageError, match="it ended by SIGKILL"):
        run_jobs(misbehave, jobs, workers=2)


def test_trouble_within_a_file_is_named(tmp_path):
    contents = {"a.py": "raise", "b.py": "recurse", "c.py": "eat", "d.py": "print"}
    results = run_jobs(misbehave, jobs_for(tmp_path, contents), workers=1)
    assert kinds(results) == {"a.py": "internal-error", "b.py": "too-deep", "c.py": "out-of-memory", "d.py": "d.py"}
    assert results[0].problem is not None
    assert results[0].problem[1].startswith("a bug in cutpoint: KeyError: 'a.py' (stand_in_work.py:")


def test_files_that_cannot_be_read_are_named(tmp_path):
    os.mkfifo(tmp_path / "pipe.py")
    jobs = [Job(str(tmp_path / name), name, "code") for name in ("gone.py", "pipe.py", ".")]
    results = run_jobs(misbehave, [*jobs, *jobs_for(tmp_path, {"a.py": ""})])
    assert kinds(results) == {"gone.py": "unreadable", "pipe.py": "unreadable", ".": "unreadable", "a.py": "a.py"}


def test_odd_names_are_read(tmp_path):
    name = tmp_path / os.fsdecode(b"\xff\n.py")
    name.write_text("x")
    (result,) = run_jobs(misbehave, [Job(str(name), "odd", "code")])
    assert result.blob == b"odd"


def test_large_answers_and_batches_pass(tmp_path):
    jobs = jobs_for(tmp_path, {f"{number}.py": "x" * 3_000_000 for number in range(4)})
    long = [Job(job.location, f"{'p' * 3_000}{number}", "code", 0) for number, job in enumerate(jobs * 30)]
    results = run_jobs(echo, long, workers=2)
    assert {len(result.blob or b"") for result in results} == {3_000_000 + 6 + len(job.path) for job in long}


def test_one_worker_stays_for_the_next_run(tmp_path):
    jobs = jobs_for(tmp_path, {"a.py": "pid"})
    with Pool(misbehave, workers=4) as pool:
        first = [result.blob for result in pool.run(jobs)]
        assert [result.blob for result in pool.run(jobs)] == first
    assert first != [str(os.getpid()).encode()]
    assert first[0] is not None
    assert is_gone(int(first[0]))


def test_a_worker_that_died_between_runs_is_replaced(tmp_path):
    jobs = jobs_for(tmp_path, {"a.py": "pid", "b.py": ""})
    with Pool(misbehave) as pool:
        pids = [pid_of(result) for result in pool.run(jobs[:1])]
        os.kill(pids[0], 9)
        time.sleep(0.05)
        assert kinds(pool.run(jobs[1:])) == {"b.py": "b.py"}


def test_an_interrupt_ends_all_workers(tmp_path):
    jobs = jobs_for(tmp_path, {f"{number}.py": "pid" for number in range(200)})
    pids = set()

    def interrupted() -> None:
        with Pool(misbehave, workers=2) as pool:
            for result in pool.run(jobs):
                pids.add(pid_of(result))
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert pids
    assert all(is_gone(pid) for pid in pids)


@pytest.mark.skipif(sys.platform != "linux", reason="signals are held back and children counted as Linux does it")
@pytest.mark.parametrize("forks", [True, False])
def test_an_interrupt_while_a_worker_is_started(tmp_path, forks):
    (job,) = jobs_for(tmp_path, {"a.py": "pid"})
    code = f"""
import os, signal, subprocess
from cutpoint.parse import worker_process
from cutpoint.parse.messages import Job
from cutpoint.parse.workers import run_jobs
from tests.parse.stand_in_work import misbehave

signal.signal(signal.SIGINT, signal.default_int_handler)
worker_process._may_fork = lambda: {forks}
fork, popen = os.fork, subprocess.Popen

def started(pid):
    if pid:
        print(pid, flush=True)
        os.kill(os.getpid(), signal.SIGINT)

def fork_and_interrupt():
    pid = fork()
    started(pid)
    return pid

class InterruptedPopen(popen):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        started(self.pid)

if {forks}:
    os.fork = fork_and_interrupt
else:
    subprocess.Popen = InterruptedPopen
try:
    run_jobs(misbehave, [Job({job.location!r}, {job.path!r}, "code")])
except KeyboardInterrupt:
    print("interrupted")
print(len(os.listdir(f"/proc/{{os.getpid()}}/task")), open(f"/proc/{{os.getpid()}}/task/{{os.getpid()}}/children").read().split())
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    pid, *told = done.stdout.splitlines()
    assert told == ["interrupted", "1 []"]
    assert is_gone(int(pid))


def test_a_worker_does_not_outlive_a_parent_that_was_killed(tmp_path):
    (job,) = jobs_for(tmp_path, {"a.py": "note pid and spin"})
    note = tmp_path / "pid"
    code = f"""
from cutpoint.parse.messages import Job
from cutpoint.parse.workers import run_jobs
from tests.parse.stand_in_work import misbehave
run_jobs(misbehave, [Job({job.location!r}, {str(note)!r}, "code")])
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen([sys.executable, "-c", code], env=environment) as parent:
        assert until(lambda: note.exists() and note.read_text() != "")
        parent.kill()
    assert until(lambda: is_gone(int(note.read_text())))


@pytest.mark.skipif(sys.platform != "linux", reason="what is said of a child that nobody may wait for is Linux's way")
def test_workers_of_a_process_that_may_not_wait_for_children(tmp_path):
    jobs = jobs_for(tmp_path, {"a.py": "", "b.py": "segfault", "c.py": ""})
    code = f"""
import signal
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
from cutpoint.parse.messages import Job
from cutpoint.parse.workers import run_jobs
from tests.parse.stand_in_work import misbehave
for result in run_jobs(misbehave, [Job(*job) for job in {[tuple(job) for job in jobs]!r}]):
    print(result.job.path, result.problem)
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "a.py None",
        "b.py ('worker-crash', 'the process that read it ended')",
        "c.py None",
    ]


def test_children_do_not_hear_interrupts(tmp_path):
    jobs = jobs_for(tmp_path, {"a.py": "pid", "b.py": ""})
    with Pool(misbehave) as pool:
        pids = [pid_of(result) for result in pool.run(jobs[:1])]
        os.kill(pids[0], 2)
        assert kinds(pool.run(jobs)) == {"a.py": str(pids[0]), "b.py": "b.py"}


def test_no_descriptor_is_left_open(tmp_path):
    jobs = jobs_for(tmp_path, {"a.py": "segfault", "b.py": ""})
    before = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else 0
    for _ in range(3):
        run_jobs(misbehave, jobs, workers=2)
    after = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else 0
    assert after == before


def test_the_working_folder_is_not_imported_from(tmp_path, monkeypatch):
    jobs = jobs_for(tmp_path, {"a.py": "class A[T]: pass\n"})
    (tmp_path / "libcst.py").write_text("raise SystemExit('the analyzed code was imported')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    from tests.parse.stand_in_work import lines_of

    (result,) = run_jobs(lines_of, jobs)
    assert result.problem is None
    assert b"worker" not in (result.blob or b"")
