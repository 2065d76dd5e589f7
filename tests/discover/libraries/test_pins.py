"""Which of several files has the word about a library, and what is said of damaged ones."""

import pytest

from cutpoint.discover.libraries.pin_files import LARGEST, is_pin_file, pin_paths_of
from cutpoint.discover.libraries.pins import bounds_of, pin_files_of
from tests.discover.tree import write

PROJECT = """[build-system]
requires = ["Django>=99"]
[project]
requires-python = ">=3.11"
dependencies = [
    "Django>=4.2,<5 ; python_version > '3'",
]
[project.optional-dependencies]
s3 = ["boto3>=1"]
[dependency-groups]
dev = ["pytest==8.1", {include-group = "lint"}]
"""
UV = """version = 1
requires-python = ">=3.12"

[[package]]
name = "django"
version = "4.2.3"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "asgiref" },
]

[[package]]
name = "shop"
version = "0.1"
source = { virtual = "." }

[package.metadata]
requires-dist = [{ name = "django", specifier = ">=4.2" }]
"""
POETRY = """[[package]]
name = "django"
version = "4.1"
description = "x"
optional = false
python-versions = ">=3.8"

[package.dependencies]
name = "1"

[metadata]
python-versions = "^3.10"
"""
POETRY_PROJECT = """[tool.poetry.dependencies]
python = "^3.11"
Django = "^4.2"
celery = {version = "~5.3", extras = ["redis"]}
ledger = {git = "https://me:secret@git.example/ledger.git", tag = "v2"}
uvloop = [{version = "^0.17", markers = "a"}, {version = "^0.19", markers = "b"}]
[tool.poetry.group.dev.dependencies]
pytest = "*"
"""
PIPFILE = '[packages]\nDjango = "~=4.2"\ncelery = {version = "==5.3"}\n[dev-packages]\npytest = "*"\n'
PIPFILE_LOCK = """{
    "_meta": {"requires": {"python_version": "3.11"}},
    "default": {
        "django": {
            "version": "==4.2.9"
        }
    },
    "develop": {"pytest": {"version": "==8.0"}}
}
"""
SETUP = (
    "[options]\ninstall_requires =\n    Django>=3.2\n    celery  # the queue\n[options.extras_require]\ns3 = boto3>1\n"
)


def pins(root, *roots):
    bounds, spots = bounds_of(str(root), pin_paths_of(str(root), roots))
    told = {name: [(b.pin.text, f"{b.pin.path}:{b.pin.line}") for b in found] for name, found in bounds.items()}
    return told, [(spot.path, spot.line, spot.kind) for spot in spots]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"pyproject.toml": PROJECT}, (">=4.2,<5", "pyproject.toml:6")),
        ({"pyproject.toml": PROJECT, "uv.lock": UV}, ("==4.2.3", "uv.lock:6")),
        ({"pyproject.toml": POETRY_PROJECT}, ("^4.2", "pyproject.toml:3")),
        ({"pyproject.toml": POETRY_PROJECT, "poetry.lock": POETRY}, ("==4.1", "poetry.lock:3")),
        ({"Pipfile": PIPFILE}, ("~=4.2", "Pipfile:2")),
        ({"Pipfile": PIPFILE, "Pipfile.lock": PIPFILE_LOCK}, ("==4.2.9", "Pipfile.lock:4")),
        ({"setup.cfg": SETUP}, (">=3.2", "setup.cfg:3")),
        ({"setup.cfg": SETUP, "requirements.txt": "django\n"}, (">=3.2", "setup.cfg:3")),
        (
            {"requirements.txt": "django>=4\n", "requirements/prod.txt": "django==4.2.1\n"},
            ("==4.2.1", "requirements/prod.txt:1"),
        ),
        ({"requirements-dev.txt": "django==4\n", "requirements.txt": "django==5\n"}, ("==5", "requirements.txt:1")),
        (
            {"requirements/dev.txt": "django==4\n", "requirements/base.txt": "django==5\n"},
            ("==5", "requirements/base.txt:1"),
        ),
        ({"requirements/edx/base.txt": "django==5\n"}, ("==5", "requirements/edx/base.txt:1")),
        ({"requirements.in": "django==4\n", "requirements.txt": "django==5\n"}, ("==5", "requirements.txt:1")),
        (
            {
                "requirements.txt": "-r deploy/all.txt\n",
                "deploy/all.txt": "-c ../limits.txt\ndjango\n",
                "limits.txt": "django<5\n",
            },
            ("<5", "limits.txt:1"),
        ),
        ({"requirements.txt": "-r requirements.txt\ndjango==3\n"}, ("==3", "requirements.txt:2")),
    ],
)
def test_the_pin_that_counts(tmp_path, files, expected):
    told, spots = pins(write(tmp_path, files))
    assert (told["django"], spots) == ([expected], [])


def test_other_tables_of_a_project(tmp_path):
    told, _ = pins(write(tmp_path, {"pyproject.toml": PROJECT}))
    assert (told["boto3"], told["pytest"]) == ([(">=1", "pyproject.toml:9")], [("==8.1", "pyproject.toml:11")])
    assert told["python"] == [(">=3.11", "pyproject.toml:4")]


def test_other_shapes_of_poetry(tmp_path):
    told, _ = pins(write(tmp_path, {"pyproject.toml": POETRY_PROJECT}))
    assert told["celery"] == [("~5.3", "pyproject.toml:4")]
    assert told["ledger"] == [("@ https://git.example/ledger.git", "pyproject.toml:5")]
    assert [text for text, _ in told["uvloop"]] == ["^0.17", "^0.19"]
    assert told["pytest"] == [("", "pyproject.toml:8")]


def test_the_project_itself_is_none_of_its_libraries(tmp_path):
    told, _ = pins(write(tmp_path, {"uv.lock": UV}))
    assert set(told) == {"django", "python"}


def test_files_beside_a_django_root_come_first(tmp_path):
    files = {
        "requirements.txt": "django==4\n",
        "backend/requirements.txt": "django==5\n",
        "api/src/x": "",
        "api/uv.lock": UV,
    }
    write(tmp_path, files)
    assert pins(tmp_path)[0]["django"] == [("==4", "requirements.txt:1")]
    assert pins(tmp_path, "backend")[0]["django"] == [("==5", "backend/requirements.txt:1")]
    assert pins(tmp_path, "api/src")[0]["django"] == [("==4.2.3", "api/uv.lock:6")]


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("uv.lock", UV + "<<<<<<< HEAD\n", 19),
        ("poetry.lock", POETRY + 'x = "\n', 13),
        ("Pipfile.lock", PIPFILE_LOCK[:-40], 8),
        ("pyproject.toml", "[project\n", 1),
        ("Pipfile", "[packages]\ndjango = \n", 2),
        ("setup.cfg", "install_requires = x\n", 1),
        ("requirements.txt", "celery\n{% if x %}\n", 2),
        ("requirements.txt", "-r ../outside.txt\n", 1),
        ("requirements.txt", "\n-r https://example.org/all.txt\n", 2),
        ("requirements.txt", "-r absent.txt\n", 0),
    ],
)
def test_damage_is_told_with_its_line_and_the_rest_is_read(tmp_path, path, text, line):
    told, spots = pins(write(tmp_path, {path: text, "requirements-more.txt": "kombu==5\n"}))
    assert told["kombu"] == [("==5", "requirements-more.txt:1")]
    assert ("absent.txt" if line == 0 else path, line, "unreadable-pins") in spots


def test_a_damaged_lock_still_tells_what_is_whole(tmp_path):
    told, _ = pins(write(tmp_path, {"uv.lock": UV + "\n<<<<<<< HEAD\n"}))
    assert told["django"] == [("==4.2.3", "uv.lock:6")]


def test_a_file_of_another_kind_is_told_once(tmp_path):
    _, spots = pins(write(tmp_path, {"requirements.txt": "<html>\n" * 50}))
    assert [line for _, line, _ in spots] == [1, 2, 3, 4]


def test_what_is_no_file_or_too_large_is_not_opened(tmp_path):
    (tmp_path / "uv.lock").mkdir()
    with (tmp_path / "poetry.lock").open("wb") as file:
        file.truncate(LARGEST + 1)
    (tmp_path / "requirements.txt").symlink_to("/etc/hostname")
    told, spots = pins(tmp_path)
    assert told == {}
    assert [path for path, _, _ in spots] == ["uv.lock", "poetry.lock", "requirements.txt"]


@pytest.mark.parametrize(
    "path", ["uv.lock", "a/requirements.txt", "dev-requirements.txt", "requirements/edx/base.txt", "setup.cfg"]
)
def test_files_that_an_earlier_revision_needs_as_well(path):
    assert is_pin_file(path)


@pytest.mark.parametrize("path", ["notes.txt", "requirements.py", "requirements/README.md", "a.lock"])
def test_files_that_say_nothing_of_releases(path):
    assert not is_pin_file(path)


def test_the_digest_is_that_of_what_counts(tmp_path):
    write(tmp_path, {"pyproject.toml": PROJECT})
    before = pin_files_of(str(tmp_path), ())
    write(tmp_path, {"pyproject.toml": PROJECT + "[tool.ruff]\n"})
    assert pin_files_of(str(tmp_path), ()) == before
    write(tmp_path, {"pyproject.toml": PROJECT.replace("<5", "<6")})
    assert pin_files_of(str(tmp_path), ()) != before


def test_of_other_files_it_is_that_of_the_content(tmp_path):
    write(tmp_path, {"requirements.txt": "django\n"})
    before = pin_files_of(str(tmp_path), ())
    write(tmp_path, {"requirements.txt": "django==4\n"})
    assert pin_files_of(str(tmp_path), ()) != before
