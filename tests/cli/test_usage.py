"""What is typed wrongly gets a word that helps, exit code 2, and nothing on stdout."""

import os
import subprocess
import sys

import pytest

from cutpoint import __version__
from tests.support.commands import run, start

COMMANDS = ["analyze", "who-writes", "who-reads", "explain", "doctor", "init", "schema"]


@pytest.mark.parametrize("command", [*COMMANDS, None])
def test_help(capfd, command):
    done = run(capfd, *([command] if command else []), "--help")
    assert (done.code, done.err) == (0, "")
    assert "Usage: cutpoint" in done.out


def test_no_command_shows_all_commands(capfd):
    done = run(capfd)
    assert done.code == 0
    assert all(command in done.out for command in COMMANDS)


@pytest.mark.parametrize("arguments", [["--version"], ["--version", "analyze"]])
def test_version(capfd, arguments):
    done = run(capfd, *arguments)
    assert (done.code, done.out) == (0, f"cutpoint {__version__}\n")


def test_version_loads_nothing_heavy():
    done = start("--version", python=["-X", "importtime"])
    loaded = {line.rpartition("|")[2].strip() for line in done.err.splitlines()}
    assert "cutpoint" in loaded
    assert loaded.isdisjoint({"typer", "rich", "networkx", "libcst", "msgspec", "click", "asyncio", "cutpoint.cli"})


def test_a_command_loads_only_what_it_needs(tmp_path):
    done = start("analyze", tmp_path / "missing", python=["-X", "importtime"])
    loaded = {line.rpartition("|")[2].strip() for line in done.err.splitlines()}
    assert "typer" in loaded
    assert loaded.isdisjoint({"rich", "networkx", "libcst"})


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["analyze", "missing"], "there is no missing"),
        (["analyze", "file.py"], "file.py is not a folder"),
        (["doctor", "missing"], "there is no missing"),
        (["init", "missing"], "missing is not a folder"),
        (["who-writes", "Order", "missing"], "there is no missing"),
        (["who-writes"], "NAME"),
        (["who-reads", "Order", ".", "extra"], "extra"),
        (["who-reads", "Order", "--format", "markdown"], "markdown"),
        (["analyze", "--nope"], "No such option: --nope"),
        (["analyse"], "analyze"),
        (["analyze", ".", "--format", "xml"], "xml"),
        (["analyze", ".", "--workers", "0"], "--workers"),
        (["analyze", ".", "--workers", "many"], "--workers"),
        (["analyze", ".", "extra"], "extra"),
        (["analyze", ".", "--root", "gone"], "--root gone is no folder"),
        (["analyze", ".", "--root", "/"], "--root / is not inside ."),
        (["analyze", ".", "--path", "gone"], "--path gone is no folder"),
        (["analyze", ".", "--packages", "gone"], "--packages gone is no folder"),
        (["analyze", ".", "--settings", "a/b.py"], "a/b.py is not a dotted module name"),
        (["analyze", "\x1b[31mred"], "there is no \\x1b[31mred"),
        (["analyze", "--\x1b[31mred"], "\\x1b[31mred"),
        (["analyze", "[/x]"], "there is no [/x]"),
        (["analyze", "bad\0path"], "bad\\x00path"),
        (["analyze", ""], "there is no"),
    ],
)
def test_mistakes(capfd, tmp_path, monkeypatch, arguments, said):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file.py").touch()
    done = run(capfd, *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert all(line.startswith("cutpoint: ") for line in done.err.splitlines())


def test_all_wrong_folders_are_told_at_once(capfd, tmp_path):
    done = run(capfd, "analyze", tmp_path, "--path", "a", "--packages", "b", "--settings", "c-d")
    assert len(done.err.splitlines()) == 3


def test_a_reader_that_goes_away_is_no_bug(tmp_path):
    done = subprocess.run(
        f'"{sys.executable}" -m cutpoint schema | true; exit ${{PIPESTATUS[0]}}',
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode in {0, 141}


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a device that is always full")
def test_a_full_disk_is_told_in_words():
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cutpoint", "schema"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith("cutpoint: cannot write to stdout: ")
