"""`cutpoint check`: what it compares with, what it says, and each of its exit codes."""

import json
import os
import subprocess

import pytest

import cutpoint.pipeline
from tests.support.commands import run, start
from tests.support.shop import ANOTHER_WRITE, VIEWS, a_shop, add

PLAIN = ("--no-cache", "--workers", "1")


@pytest.fixture
def shop(tmp_path):
    return a_shop(tmp_path / "shop")


@pytest.fixture
def check(capfd, shop):
    def check(*arguments):
        return run(capfd, "check", shop, *PLAIN, *arguments)

    return check


@pytest.fixture
def baseline(capfd, shop):
    def baseline(command, *arguments):
        plain = () if command == "show" else PLAIN
        return run(capfd, "baseline", command, shop, *plain, *arguments)

    return baseline


def git(shop, *arguments):
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
    subprocess.run(["git", "-C", str(shop), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def committed(shop):
    git(shop, "init", "--initial-branch=main")
    git(shop, "add", "-A")
    git(shop, "commit", "-m", "The shop")
    return shop


def found_rules(done):
    return {each["key"]["rule"] for each in json.loads(done.out)["findings"]}


def test_with_nothing_to_compare_all_that_is_forbidden_is_new(check):
    done = check()
    assert done.code == 1
    assert "billing/views.py:8" in done.out
    assert "cutpoint baseline create" in done.out


def test_the_first_contact_is_ten_lines_with_how_to_start(capfd, check, shop, monkeypatch):
    monkeypatch.chdir(shop)
    done = run(capfd, "check", ".", *PLAIN)
    assert "there is no baseline yet" in done.out
    assert len([line for line in done.out.splitlines() if line.strip()]) <= 10
    assert "cutpoint baseline create . --failing" in done.out
    assert "Exit code 1: broken" in done.out
    assert "there is no baseline yet" not in check("-v").out


def test_what_fails_alone_can_be_accepted(check, baseline):
    assert baseline("create", "--failing").code == 0
    done = check("--format", "json")
    assert done.code == 0
    found = json.loads(done.out)["findings"]
    assert {each["severity"] for each in found if each["state"] == "accepted"} == {"error"}
    assert {each["severity"] for each in found if each["state"] == "new"} <= {"note", "warning"}


def test_rules_of_one_run(check, baseline):
    def rules(*arguments):
        done = check("--format", "json", *arguments)
        return done.code, found_rules(done)

    code, every = rules()
    assert code == 1
    assert "cross-write" in every
    assert rules("--select", "cross-read", "--select", "cross-relation") == (
        0,
        every & {"cross-read", "cross-relation"},
    )
    assert rules("--ignore", "cross-write", "--ignore", "cross-transaction", "--ignore", "decided-cut")[0] == 0
    assert rules("--select", "cross-read", "--fail-on", "note")[0] == 1
    assert baseline("create").code == 0
    # What another run accepted is not gone because this one doesn't look.
    assert rules("--select", "cross-read") == (0, {"cross-read"})


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--select", "cross-writes"], "did you mean cross-write"),
        (["--ignore", "nothing"], "there are cross-import,"),
        (["--select", "cross-read", "--ignore", "cross-read"], "leave no rule to judge by"),
    ],
)
def test_rules_that_there_are_not(check, arguments, said):
    done = check(*arguments)
    assert done.code == 2
    assert said in done.err


def test_a_comment_for_a_rule_that_is_not_judged_is_not_unused(check, shop):
    commented = VIEWS.replace("order.save()", "order.save()  # cutpoint: ignore[cross-write] -- for now")
    (shop / "billing" / "views.py").write_text(commented)
    assert "unused-ignore" not in found_rules(check("--ignore", "cross-write", "--format", "json"))
    (shop / "billing" / "views.py").write_text(commented.replace("order.save()", "order.pk"))
    assert "unused-ignore" in found_rules(check("--format", "json"))


def test_a_kept_baseline_is_a_short_green_summary(check, baseline):
    assert baseline("create").code == 0
    done = check()
    assert (done.code, done.err) == (0, "")
    assert "billing/views.py:8" not in done.out
    assert "billing" in done.out and "orders" in done.out
    assert len(done.out.splitlines()) < 25


def test_a_new_write_is_broken(check, baseline, shop):
    baseline("create")
    add(shop, "billing/views.py", ANOTHER_WRITE)
    done = check()
    assert done.code == 1
    assert "billing/views.py:12" in done.out
    assert "cross-write" in done.out


def test_a_second_write_that_looks_the_same_is_new(check, baseline, shop):
    baseline("create")
    add(shop, "billing/views.py", "    order.save()\n")
    assert check().code == 1


def test_moved_lines_are_nothing(check, baseline, shop):
    baseline("create")
    (shop / "billing/views.py").write_text("# A line.\n\n" + VIEWS)
    assert check().code == 0


def test_what_is_gone_is_stale(check, baseline, shop):
    baseline("create")
    (shop / "billing/views.py").write_text(VIEWS.replace("    order.save()\n", ""))
    assert check().code == 4
    assert check("--allow-stale").code == 0
    assert baseline("prune").code == 0
    assert check().code == 0


def test_what_has_expired(check, baseline):
    baseline("create", "--reason", "for now", "--expires", "2020-01-31")
    done = check()
    assert done.code == 4
    assert "2020-01-31" in done.out


def test_a_file_that_cannot_be_parsed_is_incomplete(check, baseline, shop):
    baseline("create")
    (shop / "billing/broken.py").write_text("def (:\n")
    done = check()
    assert done.code == 3
    assert "billing/broken.py" in done.out
    assert check("--allow-incomplete").code == 0


def test_broken_weighs_more_than_incomplete_and_stale(check, baseline, shop):
    baseline("create")
    (shop / "billing/broken.py").write_text("def (:\n")
    (shop / "billing/views.py").write_text(VIEWS.replace("    order.save()\n", "    order.delete()\n"))
    assert check().code == 1


def test_a_mistake_in_the_configuration(check, shop):
    (shop / "pyproject.toml").write_text('[tool.cutpoint.services.shop]\napps = ["order"]\n')
    done = check()
    assert (done.code, done.out) == (2, "")
    assert "orders" in done.err


def test_services_of_the_configuration(check, shop):
    (shop / "pyproject.toml").write_text('[tool.cutpoint.services.shop]\napps = ["orders", "billing"]\n')
    assert check().code == 0


def test_a_rule_that_is_off_and_one_that_is_on(check, baseline, shop):
    (shop / "pyproject.toml").write_text('[tool.cutpoint.rules]\ncross-write = "off"\n')
    assert check().code == 0
    (shop / "pyproject.toml").write_text('[tool.cutpoint.rules."billing -> orders"]\ncross-read = "error"\n')
    assert "cross-read" in check().out


def test_a_bug_of_ours(check, monkeypatch):
    def fails(*_arguments, **_options):
        raise ZeroDivisionError

    monkeypatch.setattr(cutpoint.pipeline, "analyze", fails)
    assert check().code == 70


def test_an_interrupt(check, monkeypatch):
    def interrupted(*_arguments, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr(cutpoint.pipeline, "analyze", interrupted)
    assert check().code == 130


def test_since_a_commit(check, committed):
    assert check("--since", "main").code == 0
    add(committed, "billing/views.py", ANOTHER_WRITE)
    done = check("--since", "main")
    assert done.code == 1
    assert "billing/views.py:12" in done.out
    git(committed, "commit", "-am", "Another write")
    assert check("--since", "HEAD").code == 0
    assert check("--since", "HEAD~1").code == 1


def test_since_does_without_the_baseline(check, committed, baseline):
    baseline("create")
    (committed / "billing/views.py").write_text(VIEWS.replace("    order.save()\n", ""))
    assert check().code == 4
    assert check("--since", "main").code == 0


def test_a_renamed_file_is_moved(check, committed):
    (committed / "billing/views.py").rename(committed / "billing/actions.py")
    done = check("--since", "main")
    assert done.code == 0
    assert "moved" in done.out.lower()


@pytest.mark.parametrize("ref", ["--output=x", "-h", "main..HEAD", "main:billing", "no\nbranch", "", "mian"])
def test_odd_revisions(check, committed, ref):
    done = check(f"--since={ref}")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("cutpoint: ")


def test_no_git_at_all(check):
    done = check("--since", "main")
    assert done.code == 2
    assert "git" in done.err


def test_several_reports_from_one_run(check, tmp_path):
    sarif, junit = tmp_path / "a.sarif", tmp_path / "b.xml"
    done = check("--format", "sarif", "--output", sarif, "--format", "text", "--format", "junit", "-o", junit)
    assert done.code == 1
    assert "billing/views.py:8" in done.out
    assert json.loads(sarif.read_text())["version"] == "2.1.0"
    assert junit.read_text().startswith("<?xml")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "json", "--format", "sarif"), "can't both go to stdout"),
        (("--format", "json", "-o", "a", "-o", "b"), "--output b has no --format"),
        (("--format", "json", "-o", "a", "--format", "sarif", "-o", "a"), "two reports can't go to one file"),
        (("--format", "yaml"), "yaml"),
    ],
)
def test_reports_that_make_no_sense(check, arguments, said):
    done = check(*arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


@pytest.mark.parametrize("format_", ["text", "json", "sarif", "github", "gitlab", "junit", "markdown"])
def test_the_same_bytes_twice(check, format_):
    first = check("--format", format_)
    assert (first.code, first.out != "") == (1, True)
    assert check("--format", format_).out == first.out


def test_a_comment_accepts_a_line(check, shop):
    said = "    order.save()  # cutpoint: ignore[cross-write] -- the owner has no API yet\n"
    (shop / "billing/views.py").write_text(VIEWS.replace("    order.save()\n", said))
    assert check().code == 0


def test_a_comment_without_a_reason_accepts_nothing(check, shop):
    said = "    order.save()  # cutpoint: ignore[cross-write]\n"
    (shop / "billing/views.py").write_text(VIEWS.replace("    order.save()\n", said))
    done = check()
    assert done.code == 1
    assert "invalid-ignore" in done.out


def test_quiet_says_one_line(check):
    assert len(check("--quiet").out.splitlines()) == 1


def test_diff_tells_and_never_fails(capfd, committed):
    add(committed, "billing/views.py", ANOTHER_WRITE)
    for format_ in ("text", "markdown", "json"):
        done = run(capfd, "diff", "main", committed, *PLAIN, "--format", format_)
        assert done.code == 0
        assert "orders_order" in done.out


def test_check_in_a_process_of_its_own(committed):
    done = start("check", ".", "--since", "HEAD", "--no-cache", cwd=committed)
    assert (done.code, done.err) == (0, "")


def test_a_submodule_that_is_not_checked_out_makes_nothing_stale(check, baseline, committed):
    assert baseline("create").code == 0
    views = committed / "billing/views.py"
    views.write_text(views.read_text("utf-8").split("def ")[0], "utf-8")
    assert check().code == 4
    (committed / ".gitmodules").write_text('[submodule "plugins"]\n\tpath = plugins\n', "utf-8")
    done = check()
    assert done.code == 0
    assert "plugins is a submodule, and it is not checked out: git submodule update --init" in done.out.replace(
        "\n  ", " "
    )


def test_what_the_command_line_leaves_out_is_not_stale(check, baseline, shop):
    baseline("create")
    done = check("--exclude", "billing/views.py")
    assert done.code == 0
    assert "billing.views was left out by --exclude: what is accepted there is not stale" in done.out.replace(
        "\n  ", " "
    )
    baseline("prune", "--exclude", "billing/views.py")
    assert check().code == 0
    (shop / "billing/views.py").unlink()
    assert check("--exclude", "orders/api.py").code == 4


def test_a_baseline_that_is_named_must_be_there(check):
    done = check("--baseline", "nowhere")
    assert done.code == 2
    assert "there is no baseline in nowhere" in done.err


def test_what_is_missing_of_the_earlier_revision_is_said(check, committed):
    kept = subprocess.run(
        ["git", "-C", str(committed), "rev-parse", "HEAD:billing/views.py"], check=True, capture_output=True, text=True
    ).stdout.strip()
    (committed / f".git/objects/{kept[:2]}/{kept[2:]}").unlink()
    done = check("--since", "HEAD")
    assert done.code == 1
    assert "billing/views.py in HEAD: this clone lacks it" in done.out


@pytest.mark.parametrize(
    ("report_format", "said"),
    [
        ("text", "Exit code 3: incomplete"),
        ("markdown", "incomplete"),
        ("json", '"complete": false'),
        ("sarif", '"executionSuccessful": false'),
        ("github", "::error title=cutpoint%3A unread::Not read"),
        ("gitlab", "This is incomplete"),
        ("junit", "<error"),
    ],
)
def test_what_was_lost_is_said_in_every_format(check, shop, baseline, report_format, said):
    assert baseline("create").code == 0
    assert said not in check("--format", report_format).out
    try:
        (shop / os.fsdecode(b"billing/\xff.py")).write_text("")
    except OSError:
        pytest.skip("every name is UTF-8 on this disk")
    done = check("--format", report_format)
    assert done.code == 3
    assert said in done.out


def made_by_another_cutpoint(folder):
    for ledger in (folder / "cutpoint-baseline").rglob("*.jsonl"):
        _, _, entries = ledger.read_text("utf-8").partition("\n")
        ledger.write_text('{"cutpoint-baseline":1,"tool":"0.0.0"}\n' + entries, "utf-8")


def test_what_another_cutpoint_did_not_see_is_newly_seen_where_its_code_is_known(capfd, check, committed, tmp_path):
    assert run(capfd, "baseline", "create", committed, *PLAIN).code == 0
    made_by_another_cutpoint(committed)
    git(committed, "add", "-A")
    git(committed, "commit", "-m", "A baseline")
    add(committed, "billing/views.py", ANOTHER_WRITE)
    git(committed, "commit", "-am", "A new write")
    assert check().code == 1
    # The only commit of this clone seems to have brought the baseline and the new write.
    clone = tmp_path / "shallow"
    git(committed, "clone", "--depth=1", f"file://{committed}", str(clone))
    done = run(capfd, "check", clone, *PLAIN)
    assert done.code == 1
    assert "the code of that time can't be had" in done.out.replace("\n  ", " ")
