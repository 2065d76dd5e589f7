"""`cutpoint init` adds a table and touches nothing else."""

import re
import tomllib

import pytest

from cutpoint.cli.init import TEMPLATE
from cutpoint.config import Asked, load_options
from tests.support.commands import run


@pytest.fixture
def file(tmp_path):
    return tmp_path / "pyproject.toml"


def test_creates_the_file(capfd, tmp_path, file):
    done = run(capfd, "init", tmp_path)
    assert (done.code, done.out, done.err) == (0, "", f"created {file}\n")
    assert file.read_text() == TEMPLATE


def test_appends_to_what_is_there(capfd, tmp_path, file):
    file.write_text('[project]\nname = "shop"\n')
    assert run(capfd, "init", tmp_path).err == f"added [tool.cutpoint] to {file}\n"
    assert file.read_text() == f'[project]\nname = "shop"\n\n{TEMPLATE}'


def test_keeps_windows_line_ends(capfd, tmp_path, file):
    file.write_bytes(b'[project]\r\nname = "shop"\r\n')
    run(capfd, "init", tmp_path)
    assert b"\n" not in file.read_bytes().replace(b"\r\n", b"")


def test_what_it_writes_changes_nothing_and_is_read(capfd, tmp_path):
    before = load_options(str(tmp_path), Asked())
    run(capfd, "init", tmp_path)
    assert load_options(str(tmp_path), Asked()) == before


def test_every_key_of_the_template_is_one(tmp_path):
    (tmp_path / "pyproject.toml").write_text(re.sub(r"^# (?=[\w-]+ = )", "", TEMPLATE, flags=re.MULTILINE))
    for folder in ("backend", "src", ".venv"):
        (tmp_path / folder).mkdir()
    options = load_options(str(tmp_path), Asked())
    assert options.settings == "shop.settings"
    assert options.workers == 4


def test_print_writes_nothing(capfd, tmp_path):
    done = run(capfd, "init", tmp_path, "--print")
    assert (done.code, done.out) == (0, TEMPLATE)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[tool.cutpoint]\n", "has a [tool.cutpoint] already"),
        ('tool.cutpoint.settings = "a"\n', "has a [tool.cutpoint] already"),
        ("tool = {}\n", "add one by hand"),
        ("[broken\n", "is not valid TOML"),
        (b"\xff\xfe", "it is not UTF-8"),
    ],
)
def test_refuses_and_leaves_the_file(capfd, tmp_path, file, content, said):
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    before = file.read_bytes()
    done = run(capfd, "init", tmp_path)
    assert done.code == 2
    assert said in done.err
    assert file.read_bytes() == before


def test_the_template_is_toml():
    assert tomllib.loads(TEMPLATE) == {"tool": {"cutpoint": {}}}
