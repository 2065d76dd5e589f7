"""`cutpoint baseline create|update|prune|show`."""

import json
import os

import pytest

from tests.support.commands import run
from tests.support.shop import ANOTHER_WRITE, VIEWS, a_shop, add

PLAIN = ("--no-cache", "--workers", "1")
LEDGER = "cutpoint-baseline/cross-write.jsonl"


@pytest.fixture
def shop(tmp_path):
    return a_shop(tmp_path / "shop")


@pytest.fixture
def baseline(capfd, shop):
    def baseline(command, *arguments):
        plain = () if command == "show" else PLAIN
        return run(capfd, "baseline", command, shop, *plain, *arguments)

    return baseline


def lines(shop):
    return (shop / LEDGER).read_text().splitlines()


def test_create_writes_one_ledger_for_a_rule(baseline, shop):
    done = baseline("create")
    assert (done.code, done.err) == (0, "")
    assert "Commit this folder" in " ".join(done.out.split())
    writes = [json.loads(line) for line in lines(shop)[1:] if "cross-write" in line]
    assert [(one["module"], one["function"], one["action"]) for one in writes] == [("billing.views", "settle", "save")]
    assert "line" not in writes[0]


def test_create_twice_gives_the_same_bytes(baseline, shop):
    baseline("create")
    first = (shop / LEDGER).read_bytes()
    assert baseline("create").code == 2
    assert baseline("create", "--force").code == 0
    assert (shop / LEDGER).read_bytes() == first


def test_a_project_without_debt_has_a_baseline_too(baseline, shop, capfd):
    (shop / "billing/views.py").write_text("")
    assert baseline("create").code == 0
    assert run(capfd, "check", shop, *PLAIN).code == 0
    add(shop, "billing/views.py", VIEWS)
    assert run(capfd, "check", shop, *PLAIN).code == 1
    assert baseline("update", "--accept-new", "--reason", "now we have").code == 0
    assert not (shop / "cutpoint-baseline/empty.jsonl").exists()


def test_update_refuses_what_is_new(baseline, shop):
    baseline("create")
    before = lines(shop)
    add(shop, "billing/views.py", ANOTHER_WRITE)
    done = baseline("update")
    assert done.code == 1
    assert "--accept-new" in done.out
    assert lines(shop) == before


def test_update_accepts_with_a_reason(baseline, shop, capfd):
    baseline("create")
    add(shop, "billing/views.py", ANOTHER_WRITE)
    terms = ("--reason", "a law", "--owner", "payments", "--expires", "2999-12-31", "--link", "https://example.org/1")
    assert baseline("update", "--accept-new", *terms).code == 0
    added = [json.loads(line) for line in lines(shop) if '"forget"' in line and "cross-write" in line]
    assert [(one["reason"], one["owner"], one["expires"]) for one in added] == [("a law", "payments", "2999-12-31")]
    assert run(capfd, "check", shop, *PLAIN).code == 0
    shown = baseline("show").out
    assert "a law" in shown and "payments" in shown and "2999-12-31" in shown


def test_update_follows_a_move(baseline, shop, capfd):
    baseline("create", "--reason", "old")
    (shop / "billing/views.py").rename(shop / "billing/actions.py")
    done = baseline("update")
    assert done.code == 0
    kept = [json.loads(line) for line in lines(shop) if "cross-write" in line]
    assert [(one["module"], one["reason"]) for one in kept] == [("billing.actions", "old")]
    assert run(capfd, "check", shop, *PLAIN).code == 0


def test_prune_drops_what_is_gone_and_adds_nothing(baseline, shop):
    baseline("create")
    (shop / "billing/views.py").write_text(VIEWS.replace("    order.save()\n", "    order.delete()\n"))
    assert baseline("prune").code == 0
    assert not (shop / LEDGER).exists()
    assert (shop / "cutpoint-baseline/cross-read.jsonl").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("update", "--accept-new"), "--accept-new needs --reason"),
        (("update", "--accept-new", "--reason", "  "), "--accept-new needs --reason"),
        (("update", "--reason", "why"), "add --accept-new"),
        (("create", "--expires", "soon"), "is no day"),
        (("create", "--expires", "2027-02-30"), "is no day"),
        (("update",), "there is no baseline in cutpoint-baseline"),
        (("prune",), "there is no baseline in cutpoint-baseline"),
        (("show",), "there is no baseline in cutpoint-baseline"),
    ],
)
def test_what_is_typed_wrongly(baseline, arguments, said):
    done = baseline(*arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


@pytest.mark.parametrize("command", ["create", "update", "prune"])
def test_files_that_cannot_be_parsed(baseline, shop, command):
    if command != "create":
        baseline("create")
    (shop / "billing/broken.py").write_text("def (:\n")
    done = baseline(command)
    assert (done.code, done.out) == (3, "")
    assert "billing/broken.py" in done.err
    assert baseline(command, "--allow-incomplete").code == 0


@pytest.mark.parametrize(
    ("mend", "said"),
    [
        (lambda text: "<<<<<<< ours\n" + text, "a merge conflict"),
        (lambda text: text[: len(text) // 2], "restore"),
        (lambda text: text.replace('"cutpoint-baseline":1', '"cutpoint-baseline":9'), "newer cutpoint"),
        (lambda text: text.replace("cross-write", "cross-wirte"), "cross-wirte"),
        (lambda text: "\x00" + text, "first line"),
    ],
)
def test_ledgers_that_cannot_be_used(baseline, shop, capfd, mend, said):
    baseline("create")
    ledger = shop / LEDGER
    ledger.write_text(mend(ledger.read_text()))
    done = run(capfd, "check", shop, *PLAIN)
    assert (done.code, done.out) == (2, "")
    assert said.lower() in done.err.lower()
    assert LEDGER in done.err


def test_a_ledger_that_is_not_utf_8(baseline, shop, capfd):
    baseline("create")
    (shop / LEDGER).write_bytes(b"\xff\xfe")
    assert "is not UTF-8" in run(capfd, "check", shop, *PLAIN).err


def test_a_ledger_with_windows_lines(baseline, shop, capfd):
    baseline("create")
    (shop / LEDGER).write_bytes((shop / LEDGER).read_bytes().replace(b"\n", b"\r\n"))
    assert run(capfd, "check", shop, *PLAIN).code == 0


def test_a_link_is_not_written_through(baseline, shop, tmp_path):
    baseline("create")
    outside = tmp_path / "outside.jsonl"
    outside.write_text((shop / LEDGER).read_text())
    (shop / LEDGER).unlink()
    os.symlink(outside, shop / LEDGER)
    add(shop, "billing/views.py", ANOTHER_WRITE)
    done = baseline("update", "--accept-new", "--reason", "why")
    assert done.code == 2
    assert "a link leads out of its folder" in done.err
    inside = shop / "cutpoint-baseline/kept.txt"
    (shop / LEDGER).unlink()
    inside.write_text(outside.read_text())
    os.symlink(inside, shop / LEDGER)
    done = baseline("update", "--accept-new", "--reason", "why")
    assert done.code == 2
    assert "is a link: ledgers are written to where they are" in done.err
    assert inside.read_text() == outside.read_text()


def test_a_folder_that_is_a_file(baseline, shop, capfd):
    (shop / "cutpoint-baseline").write_text("")
    assert "cannot write" in baseline("create").err


def test_another_folder(baseline, shop, capfd):
    assert baseline("create", "--baseline", "debt").code == 0
    assert (shop / "debt/cross-write.jsonl").is_file()
    assert run(capfd, "check", shop, *PLAIN, "--baseline", "debt").code == 0
    assert run(capfd, "check", shop, *PLAIN).code == 1


def test_other_files_of_the_folder_are_left_alone(baseline, shop):
    baseline("create")
    (shop / "cutpoint-baseline/README.md").write_text("Ours.")
    (shop / "billing/views.py").write_text("")
    baseline("update")
    assert (shop / "cutpoint-baseline/README.md").read_text() == "Ours."


def test_show_as_json(baseline):
    baseline("create")
    shown = json.loads(baseline("show", "--format", "json").out)
    assert shown["baseline"] == "cutpoint-baseline"
    assert any(entry["key"]["rule"] == "cross-write" for entry in shown["entries"])


def test_links_with_names_of_files_in_between_are_not_written_through(baseline, shop, tmp_path):
    baseline("create")
    outside = tmp_path / "outside"
    outside.write_text("kept")
    planted = (shop / LEDGER).with_name(".0123456789abcdef.cutpoint-new")
    planted.symlink_to(outside)
    add(shop, "billing/views.py", ANOTHER_WRITE)
    assert baseline("update", "--accept-new", "--reason", "why").code == 0
    assert (outside.read_text(), planted.is_symlink()) == ("kept", True)


def test_a_baseline_that_a_killed_run_left_half_written_is_no_verdict_and_is_finished(baseline, shop, capfd):
    baseline("create")
    whole = {path: path.read_text() for path in (shop / "cutpoint-baseline").rglob("*.jsonl")}
    change = {"cutpoint-pending": 1, "written": {LEDGER.partition("/")[2]: whole[shop / LEDGER]}, "removed": []}
    (shop / LEDGER).unlink()
    (shop / "cutpoint-baseline/.pending.json").write_text(json.dumps(change))
    for command in (("check", shop, *PLAIN), ("baseline", "show", shop)):
        done = run(capfd, *command)
        assert done.code == 2
        assert "`cutpoint baseline update` finishes" in done.err
    assert baseline("update").code == 0
    assert {path: path.read_text() for path in (shop / "cutpoint-baseline").rglob("*") if path.is_file()} == whole
    assert run(capfd, "check", shop, *PLAIN).code == 0


@pytest.mark.parametrize(
    "path", ["../victim.jsonl", "/victim.jsonl", "orders/../../victim.jsonl", "README.md", "orders\\\\x.jsonl"]
)
def test_a_planted_change_leads_nowhere_else(baseline, shop, path):
    baseline("create")
    pending = shop / "cutpoint-baseline/.pending.json"
    pending.write_text(f'{{"cutpoint-pending": 1, "written": {{"{path}": ""}}, "removed": []}}')
    before = sorted(shop.rglob("*"))
    done = baseline("update")
    assert done.code == 2 and "of no run that was killed" in done.err and "remove it" in done.err
    assert sorted(shop.rglob("*")) == before


def test_a_baseline_in_the_project_is_not_read_or_written_through_a_link_out_of_it(baseline, shop, capfd, tmp_path):
    baseline("create")
    (shop / "cutpoint-baseline").rename(tmp_path / "elsewhere")
    (shop / "cutpoint-baseline").symlink_to(tmp_path / "elsewhere")
    for done in (run(capfd, "check", shop, *PLAIN), baseline("create", "--force"), baseline("show")):
        assert done.code == 2
        assert "a link leads out" in done.err


def test_a_baseline_elsewhere_that_the_user_names_may_be_a_link(baseline, shop, capfd, tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert baseline("create", "--baseline", tmp_path / "link").code == 0
    assert list((tmp_path / "real").rglob("*.jsonl"))
    assert run(capfd, "check", shop, *PLAIN, "--baseline", tmp_path / "link").code == 0


def test_a_pipe_among_the_ledgers_is_not_waited_for(baseline, shop, capfd):
    baseline("create")
    os.mkfifo(shop / "cutpoint-baseline/pipe.jsonl")
    done = run(capfd, "check", shop, *PLAIN)
    assert done.code == 2
    assert "pipe.jsonl cannot be read: it is not a regular file" in done.err
