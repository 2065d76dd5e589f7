"""What only a terminal shows: color and progress."""

import os
import re
import subprocess
import sys

import pytest

pty = pytest.importorskip("pty", reason="terminals of this kind are a Unix thing")

ESCAPE = "\x1b["


@pytest.fixture
def monolith(tmp_path):
    (tmp_path / "manage.py").write_text('import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n')
    (tmp_path / "settings.py").write_text('INSTALLED_APPS = ["shop"]\n')
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "__init__.py").touch()
    (tmp_path / "shop" / "models.py").write_text("from django.db import models\nclass Order(models.Model): ...\n")
    return tmp_path


def on_a_terminal(*arguments, stderr=None, **environment):
    """What the command writes to a terminal; *stderr* may be kept from it."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "cutpoint", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs if stderr is None else stderr,
        env=os.environ | {"TERM": "xterm-256color", "COLUMNS": "60"} | environment,
    )
    os.close(theirs)
    written = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        written += piece
    os.close(ours)
    assert process.wait() == 0
    return written.decode().replace("\r\n", "\n")


def test_a_terminal_gets_color_and_lines_of_its_width(monolith):
    text = on_a_terminal("analyze", monolith, "--no-cache", stderr=subprocess.DEVNULL)
    assert ESCAPE in text
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", text)
    assert "1 app, 1 model, 1 table" in plain
    assert max(len(line) for line in plain.splitlines() if "/" not in line) <= 60


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_who_wants_no_color_gets_none(monolith, environment):
    text = on_a_terminal("analyze", monolith, "--no-cache", stderr=subprocess.DEVNULL, **environment)
    assert ESCAPE not in text


def test_progress_is_shown_on_a_terminal(monolith):
    assert "read" in on_a_terminal("analyze", monolith, "--no-cache", "--format", "json", "-o", os.devnull)


def test_quiet_shows_no_progress(monolith):
    assert on_a_terminal("analyze", monolith, "--no-cache", "-q", "-o", os.devnull) == ""
