import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cutpoint.domain.source import Role, SourceFile
from cutpoint.parse import cache_file
from cutpoint.parse.cache import Cache, Reading
from cutpoint.parse.content import digest_of

LONG_AGO = 1_600_000_000


def source(folder: Path, name: str, content: str = "", age: int = LONG_AGO, role: Role = Role.CODE) -> SourceFile:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content)
    os.utime(file, (age, age))
    return again(file, name, role)


def again(file: Path, name: str, role: Role = Role.CODE) -> SourceFile:
    status = file.stat()
    return SourceFile(name, str(file), status.st_size, status.st_mtime_ns, role)


def reading(file: SourceFile, blob: bytes = b"blob") -> Reading:
    return Reading(file, digest_of(Path(file.location).read_bytes()), blob)


def filled(folder: Path, *readings: Reading) -> Path:
    with Cache(folder, "1") as cache:
        cache.store_many(readings)
        assert cache.notes == []
    return folder


def test_what_is_stored_is_found_again(tmp_path):
    one, two = source(tmp_path, "one.py", "1"), source(tmp_path, "two.py", "2")
    folder = filled(tmp_path / "new" / "cache", reading(one, b"facts"))
    with Cache(folder, "1") as cache:
        assert cache.lookup_many([two, one]) == ({"one.py": b"facts"}, [two])


def test_an_unchanged_file_is_not_opened(tmp_path):
    file = source(tmp_path, "one.py", "1")
    folder = filled(tmp_path / "cache", reading(file))
    (tmp_path / "one.py").unlink()
    with Cache(folder, "1") as cache:
        assert cache.lookup_many([file])[0] == {"one.py": b"blob"}


def test_a_touched_file_is_known_by_its_content_and_then_by_its_time(tmp_path):
    file = source(tmp_path, "one.py", "1")
    folder = filled(tmp_path / "cache", reading(file))
    os.utime(file.location, (LONG_AGO + 9, LONG_AGO + 9))
    touched = again(tmp_path / "one.py", "one.py")
    with Cache(folder, "1") as cache:
        assert cache.lookup_many([touched])[0] == {"one.py": b"blob"}
    (tmp_path / "one.py").unlink()
    with Cache(folder, "1") as cache:
        assert cache.lookup_many([touched])[0] == {"one.py": b"blob"}


def test_a_changed_file_is_not_known(tmp_path):
    folder = filled(tmp_path / "cache", reading(source(tmp_path, "one.py", "1")))
    changed = source(tmp_path, "one.py", "2", LONG_AGO + 9)
    with Cache(folder, "1") as cache:
        assert cache.lookup_many([changed]) == ({}, [changed])


def test_the_same_content_is_known_elsewhere_but_not_in_another_role(tmp_path):
    folder = filled(tmp_path / "cache", reading(source(tmp_path, "one.py", "1")))
    copy = source(tmp_path / "copy", "two.py", "1")
    test = source(tmp_path, "test_one.py", "1", role=Role.TEST)
    with Cache(folder, "1") as cache:
        assert cache.lookup_many([copy, test]) == ({"two.py": b"blob"}, [test])


def test_the_time_of_a_file_that_just_changed_proves_nothing(tmp_path):
    fresh = source(tmp_path, "one.py", "1", int(time.time()))
    folder = filled(tmp_path / "cache", reading(fresh))
    (tmp_path / "one.py").write_text("2")
    os.utime(fresh.location, ns=(fresh.mtime_ns, fresh.mtime_ns))
    changed = again(tmp_path / "one.py", "one.py")
    assert changed == fresh
    with Cache(folder, "1") as cache:
        assert cache.lookup_many([changed]) == ({}, [changed])


def test_a_file_that_is_gone_or_odd_is_not_known(tmp_path):
    folder = filled(tmp_path / "cache", reading(source(tmp_path, "one.py", "1")))
    gone = SourceFile("gone.py", str(tmp_path / "gone.py"), 1, 1, Role.CODE)
    odd = source(tmp_path, os.fsdecode(b"\xff.py"), "2")
    with Cache(folder, "1") as cache:
        assert cache.lookup_many([gone, odd]) == ({}, [gone, odd])
        cache.store_many([reading(odd)])
        assert cache.lookup_many([odd])[1] == []
        assert cache.notes == []


def test_versions_share_a_file_and_see_nothing_of_each_other(tmp_path):
    file = source(tmp_path, "one.py", "1")
    folder = filled(tmp_path / "cache", reading(file))
    with Cache(folder, "2") as cache:
        assert cache.lookup_many([file]) == ({}, [file])
        cache.store_many([reading(file, b"new")])
    for version, known in (("2", b"new"), ("1", b"blob"), ("2", b"new")):
        with Cache(folder, version) as cache:
            assert cache.lookup_many([file])[0] == {"one.py": known}
        assert cache.notes == []


def test_many_files(tmp_path):
    files = [source(tmp_path, f"{number}.py", str(number)) for number in range(1_234)]
    folder = filled(tmp_path / "cache", *(reading(file, file.path.encode()) for file in files))
    with Cache(folder, "1") as cache:
        hits, misses = cache.lookup_many(files)
    assert (hits, misses) == ({file.path: file.path.encode() for file in files}, [])


def test_results_of_whole_runs(tmp_path):
    with Cache(tmp_path, "1") as cache:
        assert cache.get("key") is None
        cache.put("key", b"one")
        cache.put("key", b"two")
    with Cache(tmp_path, "1") as cache:
        assert cache.get("key") == b"two"
        assert cache.get("other") is None


@pytest.mark.parametrize("damage", ["text", "middle", "short", "schema"])
def test_a_damaged_file_is_started_anew(tmp_path, damage):
    files = [source(tmp_path, f"{number}.py", str(number)) for number in range(200)]
    folder = filled(tmp_path / "cache", *(reading(file, b"x" * 2_000) for file in files))
    file = folder / "facts.sqlite"
    data = bytearray(file.read_bytes())
    match damage:
        case "text":
            file.write_text("this is no database, and long enough to be looked at " * 100)
        case "middle":
            for page in range(1, len(data) // 4096):
                data[page * 4096 : page * 4096 + 300] = b"\xff" * 300
            file.write_bytes(data)
        case "short":
            file.write_bytes(data[: len(data) // 2])
        case "schema":
            with sqlite3.connect(file) as connection:
                connection.execute("DROP TABLE entries")
                connection.execute("CREATE VIEW entries AS SELECT 'key' AS key, 1 AS entry")
            connection.close()
    with Cache(folder, "1") as cache:
        hits, _ = cache.lookup_many(files)
        assert set(hits.values()) <= {b"x" * 2_000}
        cache.store_many([reading(file, b"new") for file in files])
        cache.put("key", b"result")
    with Cache(folder, "1") as cache:
        cache.store_many([reading(file, b"new") for file in files])
        assert set(cache.lookup_many(files)[0].values()) == {b"new"}


def test_a_folder_that_cannot_be_made_costs_the_cache_only(tmp_path):
    file = source(tmp_path, "one.py", "1")
    for folder in (tmp_path / "one.py", Path("/proc/cutpoint"), tmp_path / ("x" * 300)):
        with Cache(folder, "1") as cache:
            cache.store_many([reading(file)])
            cache.put("key", b"x")
            assert cache.lookup_many([file]) == ({}, [file])
            assert cache.get("key") is None
            assert len(cache.notes) == 1
            assert cache.notes[0].startswith(f"the cache {folder / 'facts.sqlite'} cannot be used (")


@pytest.mark.parametrize("what", ["pipe", "folder"])
def test_something_else_in_its_place_costs_the_cache_only(tmp_path, what):
    if what == "pipe":
        os.mkfifo(tmp_path / "facts.sqlite")
    else:
        (tmp_path / "facts.sqlite").mkdir()
    with Cache(tmp_path, "1") as cache:
        assert cache.get("key") is None
        assert len(cache.notes) == 1


def test_a_cache_that_cannot_be_written_to_is_read():
    from tests.discover.tree import folder_of_nobody, without_privileges

    with folder_of_nobody() as root:
        file = source(root, "one.py", "1")
        folder = filled(root / "cache", reading(file))
        (folder / "facts.sqlite").chmod(0o444)
        folder.chmod(0o555)
        with without_privileges(), Cache(folder, "1") as cache:
            assert cache.lookup_many([file])[0] == {"one.py": b"blob"}
            cache.store_many([reading(file, b"new")])
            cache.put("key", b"x")
            why = "attempt to write a readonly database"
            assert cache.notes == [f"the cache {folder / 'facts.sqlite'} cannot be written to ({why})"]
        folder.chmod(0o755)


def test_a_run_that_finds_it_locked_goes_on_without_writing(tmp_path, monkeypatch):
    monkeypatch.setattr(cache_file, "_PATIENCE", 0.1)
    file = source(tmp_path, "one.py", "1")
    folder = filled(tmp_path / "cache", reading(file))
    with Cache(folder, "1") as cache:
        other = sqlite3.connect(folder / "facts.sqlite", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        cache.put("key", b"x")
        cache.put("key", b"y")
        assert cache.notes == [f"the cache {folder / 'facts.sqlite'} cannot be written to (database is locked)"]
        assert cache.lookup_many([file])[0] == {"one.py": b"blob"}
        other.execute("ROLLBACK")
        other.close()


def test_a_full_disk_costs_the_cache_only(tmp_path):
    file = source(tmp_path, "one.py", "1")
    with Cache(tmp_path / "cache", "1") as cache:
        assert cache._connection is not None  # noqa: SLF001 (there is no other way to fill a disk here)
        cache._connection.execute("PRAGMA max_page_count = 20")  # noqa: SLF001
        cache.store_many([reading(file, os.urandom(1 << 20))])
        cache.store_many([reading(file)])
        assert cache.notes == [
            f"the cache {tmp_path / 'cache' / 'facts.sqlite'} cannot be written to (database or disk is full)"
        ]
        assert cache.lookup_many([file]) == ({}, [file])


def test_runs_at_once_do_not_harm_each_other(tmp_path):
    files = [source(tmp_path, f"{number}.py", str(number)) for number in range(50)]
    code = """
import sys
from pathlib import Path
from cutpoint.domain.source import Role, SourceFile
from cutpoint.parse.cache import Cache, Reading
from cutpoint.parse.content import digest_of
folder, version = Path(sys.argv[1]), sys.argv[2]
files = [SourceFile(p.name, str(p), p.stat().st_size, p.stat().st_mtime_ns, Role.CODE) for p in sorted(folder.glob("*.py"))]
for turn in range(15):
    with Cache(folder / "cache", version) as cache:
        cache.lookup_many(files)
        cache.store_many([Reading(f, digest_of(Path(f.location).read_bytes()), f.path.encode()) for f in files])
        assert set(cache.lookup_many(files)[0].values()) <= {f.path.encode() for f in files}, cache.notes
        assert all("locked" in note for note in cache.notes), cache.notes
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    runs = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path), version], env=environment)
        for version in ("1", "1", "2")
    ]
    assert [run.wait() for run in runs] == [0, 0, 0]
    with Cache(tmp_path / "cache", "1") as cache:
        cache.store_many([reading(file) for file in files])
        assert len(cache.lookup_many(files)[0]) == len(files)


def test_a_file_that_has_grown_too_large_forgets_what_is_old(tmp_path, monkeypatch):
    monkeypatch.setattr(cache_file, "LARGEST_FILE", 200_000)
    old, new = source(tmp_path, "old.py", "1"), source(tmp_path, "new.py", "2")
    folder = tmp_path / "cache"
    with Cache(folder, "1") as cache:
        cache.store_many([reading(old, b"x" * 150_000)])
        assert cache._connection is not None  # noqa: SLF001
        cache._connection.execute("UPDATE used SET day = 1")  # noqa: SLF001
        cache.store_many([reading(new, b"y")])
        cache.put("key", b"z" * 100_000)
    assert (folder / "facts.sqlite").stat().st_size <= 200_000
    with Cache(folder, "1") as cache:
        assert cache.lookup_many([old, new]) == ({"new.py": b"y"}, [old])
        cache.put("key", b"z" * 300_000)
    with Cache(folder, "1") as cache:
        assert cache.get("key") is None
    assert (folder / "facts.sqlite").stat().st_size <= 200_000


@pytest.mark.parametrize("seed", range(30))
def test_bits_that_flip_give_what_was_stored_or_nothing(tmp_path, seed):
    files = [source(tmp_path, f"{number}.py", str(number)) for number in range(40)]
    stored = {file.path: file.path.encode() * 60 for file in files}
    folder = filled(tmp_path / "cache", *(reading(file, stored[file.path]) for file in files))
    chance, data = random.Random(seed), bytearray((folder / "facts.sqlite").read_bytes())
    for _ in range(chance.choice((1, 20, 400))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    (folder / "facts.sqlite").write_bytes(data)
    with Cache(folder, "1") as cache:
        assert cache.lookup_many(files)[0].items() <= stored.items()
        cache.store_many([reading(file, stored[file.path]) for file in files])
    with Cache(folder, "1") as cache:
        assert cache.lookup_many(files)[0].items() <= stored.items()


@pytest.mark.parametrize(
    "other", ["entry FROM entries ORDER BY key DESC", "NULL", "1", "'text'", "x''", "zeroblob(99)"]
)
def test_entries_that_do_not_fit_are_read_anew_and_told_once(tmp_path, other):
    files = [source(tmp_path, f"{number}.py", str(number)) for number in range(2)]
    folder = filled(tmp_path / "cache", *(reading(file, file.path.encode()) for file in files))
    with sqlite3.connect(folder / "facts.sqlite") as connection:
        found = connection.execute(f"SELECT (SELECT {other} LIMIT 1), key FROM entries").fetchall()
        connection.executemany("UPDATE entries SET entry = ? WHERE key = ?", found)
    connection.close()
    with Cache(folder, "1") as cache:
        hits, misses = cache.lookup_many(files)
        assert hits.items() <= {file.path: file.path.encode() for file in files}.items()
        assert misses
        cache.store_many([reading(file, b"new") for file in files])
    assert len(cache.notes) == 1
    with Cache(folder, "1") as cache:
        assert set(cache.lookup_many(files)[0].values()) == {b"new"}
    assert cache.notes == []


@pytest.mark.parametrize("content", [b"no database" * 100, b"SQLite format 3\0" + b"\1" * 500])
def test_a_damaged_file_is_set_aside_and_only_the_last_one_is_kept(tmp_path, content):
    for damaged in (b"an earlier one", content):
        (tmp_path / "facts.sqlite").write_bytes(damaged)
        with Cache(tmp_path, "1") as cache:
            cache.put("key", b"x")
            assert cache.get("key") == b"x"
        assert len(cache.notes) == 1
        assert (tmp_path / "facts.sqlite.damaged").read_bytes() == damaged
    assert sorted(file.name for file in tmp_path.iterdir()) == ["facts.sqlite", "facts.sqlite.damaged"]


@pytest.mark.parametrize(
    "damage",
    [
        # sqlite fills a part of a page with zeros, and goes on.
        lambda data: data[:-1_000],
        # Its message holds the name, and can't be decoded.
        lambda data: data.replace(b"CREATE TABLE entries (", b"CREATE TABLE \xc9ntries ,"),
    ],
)
def test_damage_that_sqlite_does_not_tell_well_is_noticed_at_once(tmp_path, damage):
    folder = filled(tmp_path / "cache", *(reading(source(tmp_path, f"{n}.py", str(n)), b"x" * 2_000) for n in range(9)))
    file = folder / "facts.sqlite"
    damaged = damage(file.read_bytes())
    file.write_bytes(damaged)
    with Cache(folder, "1") as cache:
        cache.put("key", b"x")
    assert len(cache.notes) == 1
    assert (folder / "facts.sqlite.damaged").read_bytes() == damaged
    with Cache(folder, "1") as cache:
        assert cache.get("key") == b"x"
    assert cache.notes == []


def test_tables_of_an_older_schema_are_set_aside(tmp_path):
    with sqlite3.connect(tmp_path / "facts.sqlite") as connection:
        connection.execute("CREATE TABLE results (key TEXT PRIMARY KEY, blob BLOB, day INTEGER)")
        connection.execute("INSERT INTO results VALUES ('key', x'00', 1)")
    connection.close()
    with Cache(tmp_path, "1") as cache:
        assert cache.get("key") is None
    assert (tmp_path / "facts.sqlite.damaged").exists()


def test_a_large_entry_is_kept_whole_and_replaced(tmp_path):
    for content in (b"x" * (1 << 20), b"y" * (3 << 20), b"z" * 10):
        with Cache(tmp_path, "1") as cache:
            cache.put("key", content)
        with Cache(tmp_path, "1") as cache:
            assert cache.get("key") == content
            assert cache.notes == []


def test_what_is_larger_than_an_entry_may_be_is_not_kept_and_does_no_harm(tmp_path, monkeypatch):
    monkeypatch.setattr("cutpoint.parse.cache.LARGEST_ENTRY", 1_000)
    with Cache(tmp_path, "1") as cache:
        cache.put("small", b"x")
        cache.put("large", b"x" * 1_000)
    with Cache(tmp_path, "1") as cache:
        assert (cache.get("small"), cache.get("large")) == (b"x", None)
        assert cache.notes == []
