import os
from pathlib import Path

import msgspec
import pytest

from cutpoint.domain.facts import FileFacts
from cutpoint.domain.source import Role, SourceFile
from cutpoint.parse.cache import Cache, Reading
from cutpoint.parse.content import digest_of
from cutpoint.parse.limits import Limits
from cutpoint.parse.reader import Reader
from tests.parse.stand_in_work import lines_of, misbehave, pid_as_lines

LONG_AGO = 1_600_000_000


def sources(folder: Path, contents: dict[str, str]) -> list[SourceFile]:
    files = []
    for name, content in contents.items():
        file = folder / name
        file.write_text(content)
        os.utime(file, (LONG_AGO, LONG_AGO))
        files.append(SourceFile(name, str(file), len(content), file.stat().st_mtime_ns, Role.CODE))
    return files


def test_reads_all_in_the_order_of_files(tmp_path):
    files = sources(tmp_path, {"b.py": "x\ny\n", "a.py": "x\n" * 500, "c.py": "x = (\n"})
    with Reader(lines_of) as reader:
        facts = reader.read_all(files)
    assert [(path, read.lines, read.failed) for path, read in facts.items()] == [
        ("b.py", 2, False),
        ("a.py", 500, False),
        ("c.py", 1, True),
    ]
    assert facts["b.py"].clues == (("code", "b.py", 0),)
    assert (reader.parsed, reader.reused) == (3, 0)


def test_reuses_what_the_cache_knows(tmp_path):
    files = sources(tmp_path, {f"{number}.py": f"x = {number}\n" for number in range(30)})
    with Cache(tmp_path / "cache", "1") as cache:
        with Reader(lines_of, cache) as cold:
            first = cold.read_all(files)
        with Reader(lines_of, cache) as warm:
            assert warm.read_all(files) == first
            assert list(warm.read_all(reversed(files))) == [file.path for file in reversed(files)]
        assert (cold.parsed, cold.reused, warm.parsed, warm.reused) == (30, 0, 0, 60)
        (tmp_path / "7.py").write_text("x = 7777\n")
        changed = sources(tmp_path, {"7.py": "x = 7777\n"})
        with Reader(lines_of, cache) as third:
            third.read_all([*files[:7], *changed, *files[8:]])
        assert (third.parsed, third.reused) == (1, 29)


def test_facts_that_cannot_be_decoded_are_read_anew(tmp_path):
    (file,) = sources(tmp_path, {"a.py": "x\n"})
    with Cache(tmp_path / "cache", "1") as cache, Reader(lines_of, cache) as reader:
        cache.store_many([Reading(file, digest_of(b"x\n"), b"\xc1")])
        assert reader.read_all([file])["a.py"].lines == 1
        assert reader.parsed == 1


def test_reads_one_file_at_a_time(tmp_path):
    files = sources(tmp_path, {"a.py": "x\n", "b.py": "x\ny\n"})
    with Cache(tmp_path / "cache", "1") as cache:
        with Reader(lines_of, cache) as reader:
            assert [reader.read_one(file).lines for file in files] == [1, 2]
            assert (reader.parsed, reader.reused) == (2, 0)
        with Reader(lines_of, cache) as reader:
            assert [reader.read_one(file).lines for file in files] == [1, 2]
            assert (reader.parsed, reader.reused) == (0, 2)


def test_reads_one_file_after_another_in_one_process(tmp_path):
    files = sources(tmp_path, {f"{number}.py": "" for number in range(5)})
    with Reader(pid_as_lines) as reader:
        pids = {reader.read_one(file).lines for file in files}
    assert len(pids) == 1
    assert pids != {os.getpid()}


def test_trouble_becomes_facts_and_is_not_cached(tmp_path):
    files = sources(tmp_path, {"a.py": "segfault", "b.py": "hang", "c.py": "raise", "d.py": "other", "e.py": "x"})
    (tmp_path / "e.py").unlink()
    with (
        Cache(tmp_path / "cache", "1") as cache,
        Reader(misbehave, cache, limits=Limits(watchdog_seconds=2)) as reader,
    ):
        facts = reader.read_all(files)
        assert cache.lookup_many(files)[0] == {}
        assert reader.read_one(files[0]).failed
    assert [(read.failed, read.problems[0][1]) for read in facts.values()] == [
        (True, "worker-crash"),
        (True, "timeout"),
        (True, "internal-error"),
        # Its answer holds no facts.
        (True, "worker-crash"),
        (True, "unreadable"),
    ]


def test_progress_is_told_from_nothing_to_all(tmp_path):
    files = sources(tmp_path, {f"{number}.py": "x\n" for number in range(5)})
    told = []
    with Reader(lines_of, progress=lambda done, total: told.append((done, total))) as reader:
        reader.read_all(files)
    assert told == [(done, 5) for done in range(6)]


def test_an_interrupted_run_keeps_what_it_read(tmp_path):
    files = sources(tmp_path, {f"{number}.py": f"x = {number}\n" for number in range(10)})

    def interrupt(done: int, total: int) -> None:
        if done == total // 2:
            raise KeyboardInterrupt

    with Cache(tmp_path / "cache", "1") as cache:
        with pytest.raises(KeyboardInterrupt), Reader(lines_of, cache, progress=interrupt) as reader:
            reader.read_all(files)
        assert len(cache.lookup_many(files)[0]) == 5


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("x = " + "(" * 5_000 + ")" * 5_000, "too-deep"),
        (
            "type X = int\nx = "
            + "[" * 150
            + "]" * 150
            + "\nclass A[T]: pass\n"
            + "if x: pass\n"
            + "elif x: pass\n" * 10_000,
            None,
        ),
        ("x = '\0'", "nul-bytes"),
        ("print 'x'", "python-2"),
    ],
)
def test_hostile_files_cost_themselves_only(tmp_path, content, kind):
    files = sources(tmp_path, {"a.py": content, "b.py": "x\n"})
    with Reader(lines_of, workers=1) as reader:
        facts = reader.read_all(files)
    assert facts["b.py"].lines == 1
    assert facts["a.py"].failed
    assert kind in (None, facts["a.py"].problems[0][1])


def test_workers_read_deeper_than_this_process_can(tmp_path):
    files = sources(tmp_path, {"a.py": "x = " + " + ".join(["y"] * 20_000)})
    with Reader(lines_of) as reader:
        assert not reader.read_all(files)["a.py"].failed


def test_blobs_are_facts_in_msgpack(tmp_path):
    files = sources(tmp_path, {"a.py": "x\n"})
    with Cache(tmp_path / "cache", "1") as cache, Reader(lines_of, cache) as reader:
        facts = reader.read_all(files)["a.py"]
        assert msgspec.msgpack.decode(cache.lookup_many(files)[0]["a.py"], type=FileFacts) == facts
