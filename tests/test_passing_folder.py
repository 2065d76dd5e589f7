"""Folders that pass, and what is left of them by those who were killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cutpoint.passing_folder import passing_folder

HOLD = """
import sys, time
from cutpoint.passing_folder import passing_folder
with passing_folder() as folder:
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    return tmp_path


def grown_old(folder):
    os.utime(folder, (1, 1))
    return Path(folder)


def test_it_is_there_and_gone(place):
    with passing_folder() as folder:
        assert os.listdir(folder) == []
        Path(folder, "x").write_text("x")
    assert os.listdir(place) == []


def test_one_that_is_held_stays_and_one_whose_process_was_killed_goes(place):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        folder = grown_old(process.stdout.readline().strip())
        with passing_folder():
            assert folder.is_dir()
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert folder.is_dir()
    with passing_folder():
        assert not folder.exists()


def test_what_is_young_or_was_made_by_somebody_else_stays(place):
    young, open_to_all, other = place / "cutpoint-young", place / "cutpoint-open", place / "else"
    young.mkdir(mode=0o700)
    for folder in (open_to_all, other):
        folder.mkdir(mode=0o755)
        grown_old(folder)
    target = place / "target"
    target.mkdir(mode=0o700)
    (place / "cutpoint-link").symlink_to(target)
    with passing_folder():
        assert all(folder.is_dir() for folder in (young, open_to_all, other, target))
