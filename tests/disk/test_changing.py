"""A change of several files, killed before each of its steps."""

import os
import signal
import subprocess
import sys

import pytest

from cutpoint.disk.changing import change_files, finish, is_caught_between

OLD = {"a/one": "1", "two": "2", "gone/three": "3"}
NEW = {"a/one": "I", "two": "II", "b/four": "IV"}
KILLED = """
import os, signal, sys
from cutpoint.disk import changing, replacing
left = int(sys.argv[2])
def hook(event, arguments):
    global left
    if event in {"os.rename", "os.remove", "os.mkdir", "os.rmdir"}:
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
changing.change_files(sys.argv[1], {"a/one": "I", "two": "II", "b/four": "IV"}, ["gone/three"])
"""


def content(folder):
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


def is_ours(path):
    return path in {*OLD, *NEW}


def fill(folder):
    for path, text in OLD.items():
        (folder / path).parent.mkdir(exist_ok=True, parents=True)
        (folder / path).write_text(text)


def test_whenever_it_is_killed_all_is_old_or_the_next_run_makes_all_new(tmp_path):
    outcomes = []
    for step in range(30):
        folder = tmp_path / str(step)
        fill(folder)
        done = subprocess.run([sys.executable, "-c", KILLED, folder, str(step)], check=False)
        visible = {path: text for path, text in content(folder).items() if not path.rpartition("/")[2].startswith(".")}
        caught = is_caught_between(str(folder))
        assert caught or visible in (OLD, NEW)
        assert finish(str(folder), is_ours) is caught
        assert content(folder) == (NEW if caught or visible == NEW else OLD)
        assert not (folder / "gone").exists() or content(folder) == OLD
        outcomes.append((done.returncode, caught))
        if done.returncode == 0:
            break
    assert outcomes[0] == (-signal.SIGKILL, False)
    assert outcomes[-1] == (0, False)
    assert outcomes.count((-signal.SIGKILL, True)) >= 5


def test_one_file_needs_no_plan(tmp_path):
    fill(tmp_path)
    change_files(str(tmp_path), {"two": "II"}, ())
    assert content(tmp_path) == OLD | {"two": "II"}


def test_a_folder_on_the_way_that_is_a_link_is_refused_before_anything_changes(tmp_path):
    folder, elsewhere = tmp_path / "folder", tmp_path / "elsewhere"
    fill(folder)
    elsewhere.mkdir()
    os.symlink(elsewhere, folder / "b")
    with pytest.raises(OSError, match="leads out of its folder"):
        change_files(str(folder), NEW, ["gone/three"])
    assert os.listdir(elsewhere) == []
    assert (folder / "two").read_text() == "2"
    assert not is_caught_between(str(folder))
