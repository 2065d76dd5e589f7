"""Files that are old or new, whatever happens in between."""

import io
import os
import signal
import subprocess
import sys

import pytest

from cutpoint.disk.replacing import replace_content, sweep, write_all

HOLD = """
import sys
from pathlib import Path
from cutpoint.disk.replacing import _beside
with _beside(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


class Stingy(io.BytesIO):
    """Takes at most three bytes at a time, and no more than *room*."""

    def __init__(self, room):
        super().__init__()
        self.room, self.taken = room, b""

    def write(self, data):
        taken = bytes(data[: min(3, self.room - len(self.taken))])
        self.taken += taken
        return len(taken)


def test_all_is_written_however_little_is_taken_at_a_time():
    file = Stingy(100)
    write_all(file, b"0123456789")
    assert file.taken == b"0123456789"


def test_what_is_not_taken_is_an_error():
    with pytest.raises(BlockingIOError, match="part of it is missing"):
        write_all(Stingy(5), b"0123456789")


def test_what_only_waits_in_a_buffer_is_not_written():
    with open("/dev/full", "wb") as full:
        with pytest.raises(OSError, match="No space left"):
            write_all(full, b"x")
        os.dup2(os.open(os.devnull, os.O_WRONLY), full.fileno())


def test_rights_stay_and_nothing_is_left_beside(tmp_path):
    file = tmp_path / "file"
    file.write_text("old")
    file.chmod(0o640)
    replace_content(file, b"new")
    assert (file.read_text(), file.stat().st_mode & 0o777, os.listdir(tmp_path)) == ("new", 0o640, ["file"])


def test_what_cannot_be_written_leaves_the_old(tmp_path):
    (tmp_path / "file").mkdir()
    with pytest.raises(OSError, match="directory"):
        replace_content(tmp_path / "file", b"new")
    assert os.listdir(tmp_path) == ["file"]


def test_what_a_killed_run_left_is_swept_and_what_a_live_one_holds_is_not(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, tmp_path / "file"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        sweep(tmp_path)
        assert len(os.listdir(tmp_path)) == 1
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert len(os.listdir(tmp_path)) == 1
    sweep(tmp_path)
    assert os.listdir(tmp_path) == []


def test_only_what_looks_like_ours_is_swept(tmp_path):
    others = [".file.tmp", "x.cutpoint-new", ".cutpoint"]
    for name in others:
        (tmp_path / name).write_text("mine")
    (tmp_path / ".folder.cutpoint-new").mkdir()
    (tmp_path / ".link.cutpoint-new").symlink_to(".file.tmp")
    os.mkfifo(tmp_path / ".pipe.cutpoint-new")
    before = sorted(os.listdir(tmp_path))
    sweep(tmp_path)
    assert sorted(os.listdir(tmp_path)) == before
