"""The action's own steps, run in bash in checkouts that try to be run by them."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from tests.support.planted import plant, sung
from tests.support.shop import ANOTHER_WRITE, a_shop, add
from tests.support.steps import CHECKOUT, STEPS, Job
from tests.support.workflow_commands import read_log

INSTALL, CHECK, COMMENT, VERDICT = "Install cutpoint", "Check", "Keep one comment up to date", "Say the verdict"
# Answers as the first of two pages with a comment of ours on the second, and writes down what it was asked, and by whom.
GH = """#!/bin/sh
printf '%s\\n' "$GH_TOKEN $*" >> {folder}/gh.asked
case "$*" in *--method*) ;; *) cat {folder}/gh.comments ;; esac
"""
# Does what ssh is there for, on this machine.
SSH = """#!/bin/sh
echo "$*" >> {folder}/ssh.asked
for last; do :; done
eval "$last"
"""
# Python, which writes down what it was started with.
PYTHON = """#!/bin/sh
printf '%s\\n' "$@" >> {folder}/python.asked
exec {python} "$@"
"""


def git(folder, *arguments):
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
    command = ["git", "-C", str(folder), *who, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def commit(folder):
    git(folder, "add", "-A", "-f")
    git(folder, "commit", "--quiet", "-m", "more")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def songs(tmp_path):
    (tmp_path / "songs").mkdir()
    return tmp_path / "songs"


@pytest.fixture
def programs(tmp_path):
    """A folder with a gh, an ssh and a Python that write down what they are asked."""
    folder = tmp_path / "programs"
    folder.mkdir()
    (tmp_path / "gh.comments").write_text("[]")
    for name, text in (("gh", GH), ("ssh", SSH), ("recording-python", PYTHON)):
        (folder / name).write_text(text.format(folder=tmp_path, python=sys.executable))
        (folder / name).chmod(0o755)
    return folder


@pytest.fixture
def shop(tmp_path):
    """A checkout of two commits, the second of which writes what is not its own."""
    shop = a_shop(tmp_path / "checkout")
    git(shop, "init", "--quiet", "--initial-branch=main")
    commit(shop)
    add(shop, "billing/views.py", ANOTHER_WRITE)
    commit(shop)
    return shop


@pytest.fixture
def job(shop, tmp_path, programs):
    """A job in that checkout, with cutpoint installed as the tests have it."""

    def job(workspace=shop, environment=(), event=(), **inputs):
        path = f"{programs}{os.pathsep}{os.environ['PATH']}"
        made = Job(workspace, tmp_path, {"PATH": path} | dict(environment), event, **inputs)
        made.knows(install_python=str(programs / "recording-python"))
        return made

    return job


def asked(tmp_path, name):
    file = tmp_path / f"{name}.asked"
    return file.read_text().splitlines() if file.exists() else []


def test_the_whole_action_runs_nothing_of_the_checkout(shop, tmp_path, programs, songs):
    base = git(shop, "rev-parse", "HEAD~1")
    environment = plant(shop, songs)
    environment["PATH"] = environment["PATH"].replace(os.environ["PATH"], f"{programs}{os.pathsep}{os.environ['PATH']}")
    commit(shop)
    event = {"github.event.pull_request.base.sha": base, "github.event.pull_request.number": "7"}
    # By its path: the first Python on the job's PATH may be of a version that is too old.
    job = Job(shop, tmp_path, environment, event, python=sys.executable)
    job.run()
    assert not sung(songs), job.ended
    assert [job.ended[name].code for name in (INSTALL, CHECK, COMMENT, VERDICT)] == [0, 0, 0, 1], job.ended
    commands, _ = read_log(job.ended[CHECK].log)
    assert ("billing/views.py", "12") in [(one.properties.get("file"), one.properties.get("line")) for one in commands]
    assert "billing/views.py:12" in job.summary.read_text()
    assert json.loads(Path(job.output("check.sarif-file")).read_text())["runs"]
    assert asked(tmp_path, "gh") == [
        "the-token api --paginate repos/shop/shop/issues/7/comments",
        f"the-token api --method POST repos/shop/shop/issues/7/comments -F body=@{job.output('check.markdown-file')}",
    ]
    assert git(shop, "status", "--porcelain", "--ignored") == ""


def test_what_is_planted_can_sing(shop, songs):
    environment = plant(shop, songs)
    for command in (
        ["python3", "-c", ""],
        [sys.executable, "-c", "import json"],
        [sys.executable, "-P", "-m", "venv", "x"],
    ):
        subprocess.run(command, cwd=shop, env=os.environ | environment, check=False, capture_output=True)
    assert {"program-python3", "sitecustomize", "json", "venv"} <= set(sung(songs))


def test_the_hooks_run_nothing_of_the_checkout(shop, songs):
    (shop / "cutpoint-baseline").mkdir()
    environment = plant(shop, songs)
    del environment["PATH"], environment["HOME"]
    path = f"{os.path.dirname(sys.executable)}{os.pathsep}{os.environ['PATH']}"
    commit(shop)
    for hook in yaml.safe_load((CHECKOUT / ".pre-commit-hooks.yaml").read_text("utf-8")):
        command = [*hook["entry"].split(), "--no-cache"]
        done = subprocess.run(
            command,
            cwd=shop,
            env=os.environ | environment | {"PATH": path},
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == ("--since" not in command), done.stderr
    assert not sung(songs)


def test_arguments_are_split_as_a_shell_does_and_expanded_by_nobody(job, tmp_path, songs):
    job = job(arguments=f"--allow-stale '--packages=/no such *' --path \"$(touch {songs}/x)\" *\n--quiet")
    job.run(CHECK)
    given = asked(tmp_path, "python")
    assert given[-6:] == ["--allow-stale", "--packages=/no such *", "--path", f"$(touch {songs}/x)", "*", "--quiet"]
    assert job.output("check.exit-code") == "2"
    assert not sung(songs)


def test_arguments_that_end_within_quotes_are_named(job):
    job = job(arguments="--packages 'x")
    job.run(CHECK)
    assert job.ended[CHECK].code == 2
    assert "::error::The arguments end within quotes" in job.ended[CHECK].log


@pytest.mark.parametrize("name", ["-rf", "--version", "a b", "$(touch sung)", "*", "é;touch sung"])
def test_a_folder_may_have_any_name(job, tmp_path, songs, name):
    a_shop(tmp_path / "odd" / name)
    odd = job(tmp_path / "odd", path=name)
    odd.run(CHECK)
    assert odd.output("check.exit-code") == "1", odd.ended
    assert "billing/views.py:8" in odd.summary.read_text()
    assert sorted(os.listdir(tmp_path / "odd")) == [name]


@pytest.mark.parametrize(
    "name",
    [
        "--upload-pack=touch${IFS}sung;",
        "-q",
        "-c core.fsmonitor=touch",
        "$(touch sung)",
        "`touch sung`",
        "x;touch sung",
        "main:refs/heads/taken",
        "+main:main",
        "HEAD..main",
        "no-such-branch",
        "a b",
        "\N{RIGHT-TO-LEFT OVERRIDE}main",
    ],
)
def test_a_revision_of_an_odd_name_is_refused_and_nothing_else_happens(job, shop, name):
    git(shop, "config", "remote.origin.url", f"ssh://host{shop}")
    before = git(shop, "for-each-ref")
    job = job(since=name)
    job.run(CHECK)
    assert job.output("check.exit-code") == "2", job.ended
    assert git(shop, "for-each-ref") == before
    assert git(shop, "status", "--porcelain", "--ignored") == ""


@pytest.mark.parametrize("since", ["", "main", "origin/main"])
def test_what_a_shallow_checkout_lacks_is_fetched(job, shop, tmp_path, since):
    git(shop, "branch", "--quiet", "feature")
    git(shop, "reset", "--quiet", "--hard", "HEAD~1")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=feature", f"file://{shop}", str(clone))
    git(clone, "remote", "set-url", "origin", f"ssh://host{shop}")
    git(clone, "config", "uploadpack.allowAnySHA1InWant", "true")
    base = git(shop, "rev-parse", "main")
    shallow = job(clone, event={"github.event.pull_request.base.sha": base}, since=since)
    shallow.run(CHECK)
    assert shallow.output("check.exit-code") == "1", shallow.ended
    assert "billing/views.py:12" in shallow.summary.read_text()
    assert "billing/views.py:8" not in shallow.summary.read_text()
    assert len(asked(tmp_path, "ssh")) == 1


def test_nothing_that_the_repository_configures_is_run(job, shop, tmp_path, songs):
    sing = f": > {songs}/config; false"
    hook = tmp_path / "hooks"
    hook.mkdir()
    for name in ("post-checkout", "reference-transaction", "post-index-change", "fsmonitor-watchman"):
        (hook / name).write_text(f"#!/bin/sh\n{sing}\n")
        (hook / name).chmod(0o755)
    for key, value in (
        ("core.fsmonitor", sing),
        ("core.hooksPath", str(hook)),
        ("core.sshCommand", sing),
        ("core.askPass", sing),
        ("core.alternateRefsCommand", sing),
        ("credential.helper", f"!{sing}"),
        ("remote.origin.url", f"ext::touch {songs}/config"),
        ("remote.origin.uploadpack", sing),
        ("protocol.ext.allow", "always"),
    ):
        git(shop, "config", key, value)
    hostile = job(since="f" * 40)
    hostile.run(CHECK)
    assert hostile.output("check.exit-code") == "2", hostile.ended
    git(shop, "config", "remote.origin.url", f"ssh://host{shop}")
    hostile.run(CHECK)
    assert hostile.output("check.exit-code") == "2", hostile.ended
    assert asked(tmp_path, "ssh")
    assert not sung(songs)


def test_a_repository_that_the_tree_holds_is_not_asked(job, shop, tmp_path, songs):
    """git takes a folder with HEAD, objects and refs for a repository, and its config with it."""
    inner = shop / "inner"
    git(shop, "init", "--quiet", "--bare", str(inner))
    git(inner, "config", "remote.origin.url", f"ssh://host{shop}")
    git(inner, "config", "remote.origin.uploadpack", f": > {songs}/uploadpack;")
    nested = job(path="inner", since="main")
    nested.run(CHECK)
    assert nested.output("check.exit-code") == "2", nested.ended
    assert not asked(tmp_path, "ssh")
    assert not sung(songs)


def test_the_comment_that_is_there_is_brought_up_to_date(job, tmp_path):
    event = {"github.event.pull_request.number": "7"}
    job = job(event=event)
    job.run(CHECK)
    marker = Path(job.output("check.markdown-file")).read_text().splitlines()[0]
    comments = (
        [{"id": 1, "body": "`touch sung`"}],
        [{"id": 2, "body": f"x{marker}"}, {"id": 3, "body": f"{marker}\nold"}],
    )
    (tmp_path / "gh.comments").write_text("".join(map(json.dumps, comments)))
    job.run(COMMENT)
    assert job.ended[COMMENT].code == 0
    assert asked(tmp_path, "gh")[1:] == [
        f"the-token api --method PATCH repos/shop/shop/issues/comments/3 -F body=@{job.output('check.markdown-file')}"
    ]


# A wheel of one's own

STAND_IN = "django_cutpoint-9.0-py3-none-any.whl"


@pytest.fixture
def wheel(shop):
    """A wheel without dependencies, at a path with a space and a percent sign."""
    file = shop / "my 100%" / STAND_IN
    file.parent.mkdir()
    about = "Metadata-Version: 2.1\nName: django-cutpoint\nVersion: 9.0\n"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("cutpoint/__init__.py", "")
        archive.writestr("cutpoint/__main__.py", "print('mine')\n")
        archive.writestr("django_cutpoint-9.0.dist-info/METADATA", about)
        archive.writestr("django_cutpoint-9.0.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr("django_cutpoint-9.0.dist-info/RECORD", "")
    return file


def test_a_wheel_is_installed_by_its_digest(shop, tmp_path, wheel):
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    right = Job(shop, tmp_path, python=sys.executable, wheel=f"my 100%/{STAND_IN}", wheel_sha256=digest)
    right.run(INSTALL)
    assert right.ended[INSTALL].code == 0, right.ended
    command = [right.output("install.python"), "-I", "-m", "cutpoint"]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "mine\n"
    shutil.rmtree(right.temporary)
    with wheel.open("ab") as file:
        file.write(b"\0")
    changed = Job(shop, tmp_path, python=sys.executable, wheel=f"my 100%/{STAND_IN}", wheel_sha256=digest)
    changed.run(INSTALL)
    assert changed.ended[INSTALL].code != 0
    assert "HASHES" in changed.ended[INSTALL].log
    assert not changed.output("install.python")


@pytest.mark.parametrize(("place", "digest"), [("x.whl", ""), ("https://files.example/x.whl", "00"), ("x#y", "0" * 64)])
def test_a_wheel_without_a_digest_is_refused(shop, tmp_path, place, digest):
    job = Job(shop, tmp_path, python=sys.executable, wheel=place, wheel_sha256=digest)
    job.run(INSTALL)
    assert job.ended[INSTALL].code == 2
    assert "::error::A wheel is installed only by the SHA-256 of its content" in job.ended[INSTALL].log


# How it is written


def test_the_token_is_where_it_is_used_and_nowhere_else():
    assert [step["name"] for step in STEPS if "token" in json.dumps(step).lower()] == [COMMENT]


@pytest.mark.parametrize("step", [step for step in STEPS if "run" in step], ids=lambda step: step["name"])
def test_a_script_takes_nothing_but_variables(step):
    assert step["shell"] == "bash"
    assert "${{" not in step["run"]
    first = step["run"].splitlines()[0]
    assert first in ('source "$GITHUB_ACTION_PATH/.ci/apart"', "set -euo pipefail")
    starts = [line for line in step["run"].splitlines() if '"$INTERPRETER"' in line or "/python " in line]
    assert all('"$INTERPRETER" -I -' in line or "venv/bin/python -I -m pip" in line for line in starts)
