"""Git repositories of a few files, made anew for each test; nothing of the user's own configuration counts."""

import os
import subprocess
from pathlib import Path

import pytest

IDENTITY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "a"), ("EMAIL", "a@b.example"))},
}  # fmt: skip


class Repository:
    """A work tree with git commands."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def git(self, *arguments: str, given: bytes = b"") -> str:
        """What git answers."""
        done = subprocess.run(
            ["git", "-C", str(self.root), *arguments],
            input=given,
            capture_output=True,
            env={**os.environ, **IDENTITY},
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode("utf-8", "replace").strip()

    def commit(self, files: dict[str, str] | None = None, message: str = "more") -> str:
        """The hash of a commit of everything, *files* written first."""
        for path, text in (files or {}).items():
            file = self.root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")

    def tree_of(self, *entries: tuple[str, str, bytes]) -> str:
        """The hash of a commit whose tree has (mode, name, content) as they are given, however odd."""
        raw = b""
        for mode, name, content in entries:
            blob = self.git("hash-object", "-w", "--stdin", given=content)
            raw += f"{mode} ".encode() + os.fsencode(name) + b"\0" + bytes.fromhex(blob)
        tree = self.git("hash-object", "-w", "-t", "tree", "--literally", "--stdin", given=raw)
        return self.git("commit-tree", "-m", "odd", tree)


@pytest.fixture(autouse=True)
def no_configuration(monkeypatch):
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def make(tmp_path):
    """A function that makes a repository in a folder of this name."""

    def made(name: str = "project", *options: str) -> Repository:
        folder = tmp_path / name
        folder.mkdir(parents=True, exist_ok=True)
        repository = Repository(folder)
        repository.git("init", "-q", "-b", "main", *options)
        return repository

    return made


@pytest.fixture
def repository(make):
    return make()
