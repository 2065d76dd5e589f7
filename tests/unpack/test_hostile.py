"""Repositories whose configuration would run something: it never does."""

import contextlib
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from cutpoint.domain.errors import UsageError
from cutpoint.unpack.history import content_at, last_commit_of
from cutpoint.unpack.renames import renamed_files
from cutpoint.unpack.revision import revision_of
from cutpoint.unpack.unpack import unpack


@pytest.fixture
def trap(repository, tmp_path):
    """A script that leaves a canary, and a repository in whose configuration nearly everything leads to it."""
    canary = tmp_path / "canary"
    script = tmp_path / "trap"
    script.write_text(f'#!/bin/sh\necho "$0 $@" >> {canary}\ncat\n')
    script.chmod(0o755)
    repository.commit({"a.py": "a = 1\n" * 20, "b.py": "b = 1\n", ".gitattributes": "*.py filter=evil diff=evil\n"})
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for hook in ("post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc", "fsmonitor-watchman"):
        for folder in (hooks, repository.root / ".git/hooks"):
            folder.mkdir(exist_ok=True)
            (folder / hook).symlink_to(script)
    for key, value in {
        "core.fsmonitor": script,
        "core.hooksPath": hooks,
        "core.pager": script,
        "core.editor": script,
        "core.sshCommand": script,
        "core.gitProxy": script,
        "core.askPass": script,
        "core.alternateRefsCommand": script,
        "credential.helper": f"!{script}",
        "diff.external": script,
        "diff.evil.command": script,
        "diff.evil.textconv": script,
        "filter.evil.clean": script,
        "filter.evil.smudge": script,
        "filter.evil.process": script,
        "filter.evil.required": "true",
        "gpg.program": script,
        "log.showSignature": "true",
        "pager.ls-tree": script,
        "pager.rev-list": script,
        "pager.for-each-ref": script,
        "uploadpack.packObjectsHook": script,
        "interactive.diffFilter": script,
        **{f"alias.{name}": f"!{script}" for name in ("rev-parse", "cat-file", "ls-tree", "rev-list", "config")},
    }.items():
        repository.git("config", key, str(value))
    repository.canary = canary
    repository.script = script
    return repository


def ask_everything(root: Path, folder: Path) -> list[str]:
    """The kinds of blind spots, after all that is ever asked of git."""
    folder.mkdir()
    (root / "a.py").rename(root / "c.py")
    for ref in ("nothing", "HEAD~7"):
        with pytest.raises(UsageError):
            revision_of(str(root), ref)
    revision = revision_of(str(root), "HEAD")
    unpacked = unpack(revision, str(folder), lambda _path: True)
    content_at(revision)("b.py")
    assert renamed_files(revision, str(root), ["c.py"]) == (("a.py", "c.py"),)
    last_commit_of(str(root), "b.py")
    return [spot.kind for spot in unpacked.blind_spots]


def prove(trap, *arguments: str) -> None:
    """Show that the trap works on a git that is run plainly, and set it again."""
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(
        ["git", "-C", trap.root, *arguments], stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
    )
    until = time.monotonic() + 60
    while process.poll() is None and not trap.canary.exists() and time.monotonic() < until:
        time.sleep(0.01)
    # Some of what it has started waits for an answer.
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    trap.canary.unlink()


def test_nothing_that_is_configured_runs(trap, tmp_path):
    prove(trap, "status")
    assert ask_everything(trap.root, tmp_path / "unpacked") == []
    assert not trap.canary.exists(), trap.canary.read_text()


@pytest.mark.parametrize("protocol", ["ext", "file", "ssh", "helper"])
def test_nothing_is_fetched_by_whatever_means(trap, tmp_path, protocol):
    (trap.root / "server.git").mkdir()
    url = {
        "ext": f"ext::{trap.script} %S",
        "file": f"file://{trap.root}",
        "ssh": "ssh://server.invalid/x",
        "helper": "evil::x",
    }[protocol]
    for key, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": url,
        "remote.origin.uploadpack": trap.script,
        f"protocol.{protocol}.allow": "always",
        "protocol.evil.allow": "always",
        "protocol.allow": "always",
    }.items():
        trap.git("config", key, str(value))
    blob = trap.git("rev-parse", "HEAD:b.py")
    os.unlink(trap.root / ".git/objects" / blob[:2] / blob[2:])
    if protocol != "helper":
        prove(trap, "cat-file", "blob", blob)
    assert ask_everything(trap.root, tmp_path / "unpacked") == ["missing-object"]
    assert not trap.canary.exists(), trap.canary.read_text()


def test_the_environment_leads_to_no_other_program(trap, tmp_path, monkeypatch):
    for name in ("GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_SSH_COMMAND", "GIT_PROXY_COMMAND", "GIT_ASKPASS", "GIT_EDITOR"):
        monkeypatch.setenv(name, str(trap.script))
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/git-ls-tree").symlink_to(trap.script)
    monkeypatch.setenv("GIT_EXEC_PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("GIT_TRACE", str(tmp_path / "trace"))
    assert ask_everything(trap.root, tmp_path / "unpacked") == []
    assert not trap.canary.exists()
    assert not (tmp_path / "trace").exists()


def test_a_tree_that_unfolds_to_more_than_any_project_has(repository, tmp_path, monkeypatch):
    blob = repository.git("hash-object", "-w", "--stdin", given=b"x")
    mode, name = "100644", blob
    for _ in range(8):
        raw = b"".join(f"{mode} {letter}".encode() + b"\0" + bytes.fromhex(name) for letter in "abcdefghij")
        name, mode = repository.git("hash-object", "-w", "-t", "tree", "--stdin", given=raw), "40000"
    commit = repository.git("commit-tree", "-m", "bomb", name)
    repository.commit()
    monkeypatch.setattr("cutpoint.unpack.git._LONGEST_ANSWER", 1 << 20)
    with pytest.raises(UsageError, match="more than 1 MB"):
        unpack(revision_of(str(repository.root), commit), str(tmp_path / "unpacked"), lambda _path: True)


def test_the_rest_of_a_file_that_is_too_large_is_left_away(repository, tmp_path, monkeypatch):
    monkeypatch.setattr("cutpoint.unpack.objects._MOST_KEPT", 5)
    repository.commit({"a.py": "123456789", "b.py": "12345", "c.py": ""})
    (tmp_path / "unpacked").mkdir()
    root = Path(unpack(revision_of(str(repository.root), "HEAD"), str(tmp_path / "unpacked"), lambda _path: True).root)
    assert [(root / f"{name}.py").read_text() for name in "abc"] == ["12345", "12345", ""]
