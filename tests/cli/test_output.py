"""Where a report goes, and what becomes of a run when it can't go there; each in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.shop import a_shop

CHECKOUT = Path(__file__).parents[2]
BOOKSHOP = CHECKOUT / "fixtures" / "bookshop"


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    return a_shop(tmp_path_factory.mktemp("output") / "shop")


def run(shop, line, *arguments, **environment):
    """Run *line*, a piece of shell in which the command is `"$@"`."""
    return subprocess.run(
        ["bash", "-c", line, "-", sys.executable, "-m", "cutpoint", *arguments],
        cwd=shop,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


ANALYZE = ("analyze", ".", "--no-cache", "--format", "json")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(("arguments", "code"), [(ANALYZE, 2), (("--help",), 74), (("--version",), 74)])
def test_a_full_stdout_is_an_error_that_says_so(shop, arguments, code, unbuffered):
    done = run(shop, '"$@" >/dev/full', *arguments, PYTHONUNBUFFERED=unbuffered)
    assert done.returncode == code
    assert "No space left on device" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_device_that_is_full_is_an_error_that_names_it(shop):
    done = run(shop, '"$@"', *ANALYZE, "--output", "/dev/full")
    assert (done.returncode, done.stderr) == (2, "cutpoint: cannot write /dev/full: No space left on device\n")


def test_a_large_report_passes_a_narrow_pipe_whole(shop):
    # A pipe holds 64 KB.
    whole = run(BOOKSHOP, '"$@"', *ANALYZE)
    slow = run(BOOKSHOP, '"$@" | (sleep 0.3; cat)', *ANALYZE, PYTHONUNBUFFERED="1")
    assert whole.returncode == 0
    assert len(whole.stdout) > 100_000
    assert slow.stdout == whole.stdout


def test_what_the_user_names_is_opened_as_a_shell_would(shop, tmp_path):
    whole = run(shop, '"$@"', *ANALYZE).stdout
    assert run(shop, '"$@" --output /dev/stdout', *ANALYZE, "--quiet").stdout == whole
    (tmp_path / "log").write_text("before\n")
    assert run(shop, f'"$@" --output /dev/stdout >>{tmp_path}/log', *ANALYZE, "--quiet").returncode == 0
    assert whole in (tmp_path / "log").read_text()
    assert run(shop, '"$@" --output >(cat) | cat', *ANALYZE, "--quiet").stdout == whole
    (tmp_path / "link").symlink_to("report")
    assert run(shop, '"$@"', *ANALYZE, "--output", str(tmp_path / "link")).returncode == 0
    assert ((tmp_path / "report").read_text(), (tmp_path / "link").is_symlink()) == (whole, True)


@pytest.mark.parametrize("line", ['"$@" 2>&-', '"$@" 2>/dev/full', '"$@" <&-'])
def test_what_cannot_be_told_ends_no_run_and_stays_out_of_the_report(shop, tmp_path, line):
    whole = run(shop, '"$@"', *ANALYZE)
    assert run(shop, line, *ANALYZE).stdout == whole.stdout
    done = run(shop, line, *ANALYZE, "--output", str(tmp_path / "report"))
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "report").read_text() == whole.stdout


def test_a_closed_stdout_is_an_error_that_says_so(shop):
    done = run(shop, '"$@" >&-', *ANALYZE)
    assert (done.returncode, done.stderr) == (2, "cutpoint: stdout is closed: name a file with --output\n")


def test_an_error_that_cannot_be_told_keeps_its_code(shop):
    assert run(shop, '"$@" 2>/dev/full', "analyze", "nowhere").returncode == 2


def test_a_file_that_may_not_grow_stays_what_it_was(shop, tmp_path):
    report = tmp_path / "report"
    report.write_text("old")
    done = run(shop, 'ulimit -f 4; exec "$@"', *ANALYZE, "--output", str(report))
    assert done.returncode == 2
    assert f"cannot write {report}: File too large" in done.stderr
    assert (report.read_text(), os.listdir(tmp_path)) == ("old", ["report"])


def test_few_open_files_are_enough_or_are_named(shop):
    done = run(shop, 'ulimit -n 10; exec "$@"', *ANALYZE)
    assert done.returncode in {0, 74}
    assert (done.stdout != "") == (done.returncode == 0)
    assert "Traceback" not in done.stderr
