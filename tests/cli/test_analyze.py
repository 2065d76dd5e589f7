"""`cutpoint analyze` on an analysis that is given: what is written where, and how it exits."""

import json
import os
import stat

import msgspec
import pytest

from cutpoint.cli.views import SECTION_NAMES
from cutpoint.domain.errors import NotAMonolithError
from cutpoint.domain.source import BlindSpot
from cutpoint.emit.overview import SECTIONS
from tests.support.bookshop import a_bookshop, a_hostile_monolith
from tests.support.builders import a_reading, an_analysis
from tests.support.commands import run

pytestmark = pytest.mark.usefixtures("analyzed")


def test_prints_the_text_report(capfd, tmp_path):
    done = run(capfd, "analyze", tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("bookshop · 3 apps, 3 models, 3 tables · shop.settings\n\n  Seen: about ")
    assert len([line for line in done.out.splitlines() if line.strip()]) <= 16
    full = run(capfd, "analyze", tmp_path, "--full")
    assert full.out.startswith("bookshop\n\n  3 first-party apps")


@pytest.mark.parametrize("name", SECTION_NAMES)
def test_prints_a_section(capfd, tmp_path, name):
    done = run(capfd, "analyze", tmp_path, "--section", name)
    assert (done.code, done.err) == (0, "")
    assert done.out.strip() in run(capfd, "analyze", tmp_path, "--full").out


def test_sections_are_those_of_the_report():
    assert tuple(SECTIONS) == SECTION_NAMES


def test_top_shows_so_many_of_each_list(capfd, tmp_path, analyzed):
    analyzed.result = an_analysis(blind_spots=[BlindSpot("x.py", 1, f"k{number}", "r") for number in range(9)])
    out = run(capfd, "analyze", tmp_path, "--section", "blind-spots", "--top", "4").out
    assert [f"k{number}" in out for number in range(9)] == [True] * 4 + [False] * 5
    assert "and 5 more; --top 9 shows all." in out
    whole = run(capfd, "analyze", tmp_path, "--full", "--top", "4").out
    assert "and 5 more" in whole
    assert "Next" in whole


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--section", "import"], "did you mean imports"),
        (["--section", "nothing"], "there are apps, shared-tables,"),
        (["--top", "0"], "at least 1 item"),
        (["--full", "--section", "apps"], "leave out --section"),
        (["--full", "--format", "json"], "json has all of it"),
        (["--top", "3", "--format", "html"], "html has all of it"),
    ],
)
def test_views_that_there_are_not(capfd, tmp_path, words, said):
    done = run(capfd, "analyze", tmp_path, *words)
    assert done.code == 2
    assert said in done.err


def test_prints_json(capfd, tmp_path):
    done = run(capfd, "analyze", tmp_path, "--format", "json")
    assert done.code == 0
    assert json.loads(done.out)["schema_version"] == "2"


def test_prints_markdown(capfd, tmp_path):
    assert run(capfd, "analyze", tmp_path, "--format", "markdown").out.startswith("# `bookshop` · 3 apps")
    full = run(capfd, "analyze", tmp_path, "--format", "markdown", "--full").out
    assert full.startswith("# `bookshop`\n")


def test_quiet_prints_only_the_headline(capfd, tmp_path):
    done = run(capfd, "analyze", tmp_path, "-q")
    assert done.out.count("\n") == 1
    assert done.err == ""


def test_quiet_json_is_still_the_report(capfd, tmp_path):
    assert json.loads(run(capfd, "analyze", tmp_path, "-q", "--format", "json").out)["tool"]["name"] == "cutpoint"


def test_verbose_shows_more(capfd, tmp_path, analyzed):
    analyzed.result = an_analysis(blind_spots=[BlindSpot("x.py", line, "k", "r") for line in range(1, 9)])
    assert "x.py:8" not in run(capfd, "analyze", tmp_path, "--full").out
    assert "x.py:8" in run(capfd, "analyze", tmp_path, "--full", "-v").out
    assert "x.py:8" in run(capfd, "analyze", tmp_path, "--section", "blind-spots", "-v").out


def test_output_writes_the_file_and_says_so_on_stderr(capfd, tmp_path):
    file = tmp_path / "report.json"
    done = run(capfd, "analyze", tmp_path, "--format", "json", "--output", file)
    assert (done.code, done.out) == (0, "")
    assert done.err == f"wrote {file} ({file.stat().st_size:,} bytes)\n"
    assert json.loads(file.read_text())["schema_version"] == "2"
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.json"]


def test_quiet_output_says_nothing(capfd, tmp_path):
    done = run(capfd, "analyze", tmp_path, "-q", "--output", tmp_path / "report.txt")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (tmp_path / "report.txt").read_text().startswith("bookshop · 3 apps")


def test_output_replaces_what_was_there_and_keeps_its_mode(capfd, tmp_path):
    file = tmp_path / "report.md"
    file.write_text("old")
    file.chmod(0o640)
    assert run(capfd, "analyze", tmp_path, "--format", "markdown", "-o", file).code == 0
    assert file.read_text().startswith("# ")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_output_follows_a_link(capfd, tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert run(capfd, "analyze", tmp_path, "-o", tmp_path / "link").code == 0
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").is_file()


def test_output_to_a_device_leaves_the_device(capfd, tmp_path):
    assert run(capfd, "analyze", tmp_path, "-q", "-o", os.devnull).code == 0
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


@pytest.mark.parametrize("where", ["", "missing/report.json", "folder", "bad\0name"])
def test_output_that_cannot_be_written_is_a_usage_error(capfd, tmp_path, where):
    (tmp_path / "folder").mkdir()
    done = run(capfd, "analyze", tmp_path, "-o", where and f"{tmp_path}/{where}")
    assert done.code == 2
    assert "write" in done.err or "--output" in done.err
    assert not [entry for entry in tmp_path.iterdir() if entry.name.endswith(".tmp")]


def test_timings_are_told_on_stderr_and_in_the_report(capfd, tmp_path):
    done = run(capfd, "analyze", tmp_path, "--timings", "--format", "json")
    assert [text.split()[-1] for text in done.err.splitlines()] == ["discover", "read", "altogether"]
    assert json.loads(done.out)["project"]["seconds"] >= 0


def test_blind_spots_are_no_failure(capfd, tmp_path):
    assert run(capfd, "analyze", tmp_path, "-q").code == 0


@pytest.mark.parametrize(
    "gap",
    [{"reading": a_reading(parse_failures=2)}, {"blind_spots": [BlindSpot("x.py", 0, "unreadable-file", "denied")]}],
    ids=["unparsed", "unread"],
)
def test_strict_refuses_gaps_after_writing_the_report(capfd, tmp_path, analyzed, gap):
    analyzed.result = an_analysis(**gap)
    assert run(capfd, "analyze", tmp_path, "-q").code == 0
    done = run(capfd, "analyze", tmp_path, "--strict", "-o", tmp_path / "report.txt")
    assert done.code == 3
    assert "--strict" in done.err
    assert (tmp_path / "report.txt").exists()


def test_strict_accepts_other_blind_spots(capfd, tmp_path, analyzed):
    analyzed.result = msgspec.structs.replace(a_bookshop(), blind_spots=(BlindSpot("x.py", 1, "dynamic-import", "r"),))
    assert run(capfd, "analyze", tmp_path, "--strict").code == 0


@pytest.mark.parametrize("report_format", ["text", "json", "markdown"])
def test_hostile_names_in_every_format(capfd, tmp_path, analyzed, report_format):
    analyzed.result = a_hostile_monolith()
    done = run(capfd, "analyze", tmp_path, "--format", report_format)
    assert done.code == 0
    assert "\x1b" not in done.out
    assert "\u202e" not in done.out
    assert not any(line.strip().startswith("::") for line in done.out.splitlines())


def test_a_refusal_is_shown_and_made_safe(capfd, tmp_path, analyzed):
    analyzed.result = NotAMonolithError("no Django in \x1b[31mhere\nchoose with --root")
    done = run(capfd, "analyze", tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err == "cutpoint: no Django in \\x1b[31mhere\ncutpoint: choose with --root\n"


def test_an_interrupt_exits_with_130(capfd, tmp_path, analyzed):
    analyzed.result = KeyboardInterrupt()
    assert run(capfd, "analyze", tmp_path).code == 130


def test_a_bug_of_ours_exits_with_70_and_shows_where(capfd, tmp_path, analyzed):
    analyzed.result = RuntimeError("oh \x1b[31mno")
    done = run(capfd, "analyze", tmp_path)
    assert done.code == 70
    assert "Traceback" in done.err
    assert "this is a bug in cutpoint" in done.err
    assert "\x1b" not in done.err


def test_options_reach_the_pipeline(capfd, tmp_path, analyzed):
    (tmp_path / "src").mkdir()
    (tmp_path / "venv").mkdir()
    run(
        capfd,
        *("analyze", tmp_path, "--settings", "shop.settings", "--path", "src", "--packages", tmp_path / "venv"),
        *("--exclude", "legacy/", "--workers", "3", "--no-cache", "-q"),
    )
    options = analyzed.options
    assert options.root == str(tmp_path)
    assert options.settings == "shop.settings"
    assert options.python_path == (str(tmp_path / "src"),)
    assert options.packages == (str(tmp_path / "venv"),)
    assert options.exclude == ("legacy/",)
    assert options.workers == 3
    assert options.cache_dir is None


def test_commands_that_are_shown_repeat_what_was_typed(capfd, tmp_path):
    (tmp_path / "my venv").mkdir()
    done = run(capfd, "analyze", tmp_path, "--settings", "shop.settings", "--packages", "my venv", "--full")
    assert f"cutpoint doctor {tmp_path} --settings shop.settings --packages 'my venv'" in " ".join(done.out.split())


def test_output_to_a_dash_is_stdout(capfd, tmp_path):
    done = run(capfd, "analyze", tmp_path, "-o", "-")
    assert done.out == run(capfd, "analyze", tmp_path).out
    assert done.err == ""
