"""`cutpoint doctor` on an analysis that is given."""

import pytest

from tests.support.commands import run

pytestmark = pytest.mark.usefixtures("analyzed")


def test_prints_how_the_project_was_understood(capfd, tmp_path):
    done = run(capfd, "doctor", tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0] == "How bookshop was understood"


def test_prints_markdown(capfd, tmp_path):
    assert run(capfd, "doctor", tmp_path, "--format", "markdown").out.startswith("# How `")


def test_has_no_json(capfd, tmp_path):
    assert run(capfd, "doctor", tmp_path, "--format", "json").code == 2


def test_writes_a_file(capfd, tmp_path):
    assert run(capfd, "doctor", tmp_path, "-o", tmp_path / "doctor.txt").out == ""
    assert (tmp_path / "doctor.txt").read_text().startswith("How ")


def test_takes_the_same_options_for_understanding(capfd, tmp_path, analyzed):
    run(capfd, "doctor", tmp_path, "--settings", "a.b", "--exclude", "x/")
    assert (analyzed.options.settings, analyzed.options.exclude) == ("a.b", ("x/",))
