"""Two branches that each accept something: what git makes of their ledgers."""

import subprocess

import pytest

from cutpoint.domain.errors import BaselineError
from cutpoint.judge.ledgers import ledgers_of, read_ledgers
from tests.judge.test_ledgers import an_entry

FOLDER = "cutpoint-baseline"
SHARED = tuple(an_entry(table, function=name) for table in ("orders_line", "orders_order") for name in ("a", "m", "z"))


def git(root, *arguments, check=True):
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", "-C", str(root), *identity, *arguments]
    environment = {
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "PATH": "/usr/bin:/bin",
        "HOME": str(root),
    }
    return subprocess.run(command, check=check, capture_output=True, text=True, env=environment)


def write(root, *entries, tool="0.3.0"):
    for path, text in ledgers_of(entries, (), tool).items():
        file = root / FOLDER / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "baseline")


def read(root):
    folder = root / FOLDER
    texts = {str(file.relative_to(folder)): file.read_text("utf-8") for file in sorted(folder.rglob("*.jsonl"))}
    return read_ledgers(texts, FOLDER)


def merged(root, ours, theirs):
    """Whether git merges two branches without a word, the one with *ours* and the one with *theirs* added."""
    git(root, "init", "-q", "-b", "main")
    write(root, *SHARED)
    git(root, "switch", "-qc", "theirs")
    write(root, *SHARED, *theirs)
    git(root, "switch", "-q", "main")
    write(root, *SHARED, *ours)
    return git(root, "merge", "-q", "--no-edit", "theirs", check=False).returncode == 0


def test_entries_on_different_tables_merge_without_a_conflict(tmp_path):
    ours, theirs = an_entry("orders_order", function="n"), an_entry("orders_line", function="n")
    assert merged(tmp_path, [ours], [theirs])
    assert read(tmp_path).entries == tuple(sorted((*SHARED, ours, theirs)))


def test_so_do_entries_on_tables_that_had_none(tmp_path):
    ours, theirs = an_entry("orders_new"), an_entry("orders_other")
    assert merged(tmp_path, [ours], [theirs])
    assert read(tmp_path).entries == tuple(sorted((*SHARED, ours, theirs)))


def test_and_entries_on_one_table_that_lie_apart(tmp_path):
    ours, theirs = an_entry(function="b"), an_entry(function="y")
    assert merged(tmp_path, [ours], [theirs])
    assert read(tmp_path).entries == tuple(sorted((*SHARED, ours, theirs)))


def test_a_conflict_on_one_table_is_explained(tmp_path):
    assert not merged(tmp_path, [an_entry(function="n")], [an_entry(function="o")])
    with pytest.raises(BaselineError) as caught:
        read(tmp_path)
    (said,) = caught.value.mistakes
    assert said.startswith(f"{FOLDER}/cross-write.jsonl:7: a merge conflict: keep the lines of both sides")


def test_and_mended_by_keeping_both_sides(tmp_path):
    ours, theirs = an_entry(function="n"), an_entry(function="o")
    assert not merged(tmp_path, [ours], [theirs])
    file = tmp_path / FOLDER / "cross-write.jsonl"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.startswith(("<<<", "===", ">>>"))), "utf-8")
    assert read(tmp_path).entries == tuple(sorted((*SHARED, ours, theirs)))


def test_the_same_entry_on_both_sides_is_one(tmp_path):
    entry = an_entry(function="n")
    assert merged(tmp_path, [entry], [entry])
    assert read(tmp_path).entries == tuple(sorted((*SHARED, entry)))
