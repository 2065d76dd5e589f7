"""`cutpoint propose`: which cut, where it is written, and what it never overwrites."""

import hashlib
import json
from pathlib import Path

import pytest

from cutpoint.domain.boundary import Boundary
from tests.support.bookshop import HOSTILE, a_hostile_monolith
from tests.support.builders import a_catalog, a_model, an_analysis
from tests.support.cml_read import read_cml
from tests.support.commands import run, start
from tests.support.markdown_read import codes_of
from tests.support.odd_texts import harmless
from tests.support.structurizr_read import read_workspace
from tests.support.two_worlds import two_worlds, use

BOOKSHOP = Path(__file__).parents[2] / "fixtures" / "bookshop"


@pytest.fixture(autouse=True)
def worlds(analyzed):
    """Two worlds, with a read and a write across."""
    analyzed.result = two_worlds(
        accesses=[
            *use("goods.views.buy", "goods_order", "goods_stock", line=3),
            *use("goods.views.buy", "people_user", action="update", line=5),
        ]
    )


@pytest.fixture
def out(tmp_path):
    return tmp_path / "proposal"


def propose(capfd, tmp_path, out, *words, cut="people"):
    return run(capfd, "propose", tmp_path, "--cut", cut, "--output", out, *words)


def content(out):
    return {str(file.relative_to(out)): file.read_bytes() for file in sorted(out.rglob("*")) if file.is_file()}


def test_it_writes_a_folder_and_says_what_to_read(capfd, tmp_path, out):
    done = propose(capfd, tmp_path, out)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Migration plan for people\n") and f"read {out}/README.md" in " ".join(done.out.split())
    found = content(out)
    assert {"README.md", "boundary.json", "manifest.json", "views/boundary.cml", "views/workspace.dsl"} <= set(found)
    boundary = json.loads(found["boundary.json"])
    assert set(boundary) == set(Boundary.__struct_fields__)
    assert [each["id"] for each in boundary["operations"]] == ["take.update_user"]


def test_the_same_bytes_twice(capfd, tmp_path, out):
    propose(capfd, tmp_path, out)
    first = content(out)
    done = propose(capfd, tmp_path, out)
    assert (done.code, content(out)) == (0, first)
    assert "0 files written" in done.out
    propose(capfd, tmp_path, tmp_path / "other")
    assert content(tmp_path / "other") == first


def test_quiet_says_nothing(capfd, tmp_path, out):
    done = propose(capfd, tmp_path, out, "--quiet")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_models_may_be_named_in_the_place_of_a_cut(capfd, tmp_path, out):
    done = run(capfd, "propose", tmp_path, "--take", "people.User", "--keep", "goods", "--output", out)
    assert done.code == 0
    assert "people.User" in json.loads(content(out)["boundary.json"])["take"]


def test_a_cut_that_nothing_crosses(capfd, tmp_path, out, analyzed):
    analyzed.result = an_analysis(catalog=a_catalog(models=[a_model("alone.A"), a_model("other.B")]))
    done = propose(capfd, tmp_path, out, cut="alone")
    assert done.code == 0
    assert "Nothing crosses this cut" in done.out
    assert "Nothing crosses this cut" in (out / "README.md").read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--cut", "nothing"], "there is no cut nothing"),
        ([], "say which cut: --cut ID, or --take MODEL or APP"),
        (["--cut", "people", "--take", "goods"], "say which cut"),
        (["--cut", "people", "--keep", "goods"], "--keep goes with --take"),
        (["--take", "peeple"], "did you mean people"),
    ],
)
def test_refusals_say_what_to_do(capfd, tmp_path, out, words, said):
    done = run(capfd, "propose", tmp_path, *words, "--output", out)
    assert done.code == 2
    assert said in done.err
    assert not out.exists()


def test_an_output_is_asked_for(capfd, tmp_path):
    assert run(capfd, "propose", tmp_path, "--cut", "people").code == 2


def test_a_file_in_the_place_of_the_folder(capfd, tmp_path, out):
    out.write_text("mine")
    done = propose(capfd, tmp_path, out)
    assert (done.code, out.read_text()) == (2, "mine")
    assert "is not a folder: name one with --output" in done.err


def test_a_place_that_nobody_may_write(capfd, tmp_path):
    done = propose(capfd, tmp_path, "/proc/proposal")
    assert done.code == 2
    assert "cannot write /proc/proposal" in done.err and "give another folder with --output" in done.err


def test_a_place_below_a_file_can_not_be_written(capfd, tmp_path):
    (tmp_path / "file").write_text("mine")
    done = propose(capfd, tmp_path, tmp_path / "file" / "below")
    assert done.code == 2
    assert "give another folder with --output" in done.err


@pytest.mark.parametrize("link", ["README.md", "views"])
def test_a_link_that_leads_out_is_not_followed(capfd, tmp_path, out, link):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "README.md").write_text("mine")
    out.mkdir()
    (out / link).symlink_to(elsewhere / "README.md" if link == "README.md" else elsewhere)
    done = propose(capfd, tmp_path, out, "--force")
    assert done.code == 2
    assert "is a link" in done.err
    assert content(elsewhere) == {"README.md": b"mine"}


def test_what_was_edited_by_hand_stays_unless_it_is_asked_for(capfd, tmp_path, out):
    propose(capfd, tmp_path, out)
    proposed = content(out)
    (out / "README.md").write_text("my own words")
    done = propose(capfd, tmp_path, out)
    assert done.code == 2
    assert f"edited by hand since it was proposed: {out}/README.md" in done.err and "--force" in done.err
    assert (out / "README.md").read_text() == "my own words"
    assert propose(capfd, tmp_path, out, "--force").code == 0
    assert content(out) == proposed


def test_what_somebody_else_wrote_is_kept(capfd, tmp_path, out):
    out.mkdir()
    (out / "README.md").write_text("a page of another tool")
    (out / "notes.txt").write_text("mine")
    before = content(out)
    for arguments in ((), ("--force",)):
        done = propose(capfd, tmp_path, out, *arguments)
        assert done.code == 2
        assert f"in the way, and of no proposal: {out}/README.md" in done.err
        assert content(out) == before


def test_what_was_edited_and_is_proposed_no_more_stays_even_so(capfd, tmp_path, out, analyzed):
    propose(capfd, tmp_path, out)
    analyzed.result = two_worlds()
    gone = min(path for path in content(out) if path.startswith("contracts/"))
    (out / gone).write_text("my own words")
    assert propose(capfd, tmp_path, out).code == 2
    done = propose(capfd, tmp_path, out, "--force")
    assert (done.code, (out / gone).read_text()) == (0, "my own words")
    assert f"{out}/{gone} was edited by hand" in done.err


def test_what_a_killed_run_left_is_old_or_new_and_the_next_one_goes_on(capfd, tmp_path, out, analyzed):
    propose(capfd, tmp_path, out)
    old, manifest = content(out), json.loads((out / "manifest.json").read_text())
    analyzed.result = two_worlds()
    propose(capfd, tmp_path, tmp_path / "new")
    new = content(tmp_path / "new")
    both = json.loads(new["manifest.json"])["files"]
    for path, digests in manifest["files"].items():
        both[path] = digests + both.get(path, [])
    (out / "manifest.json").write_text(json.dumps({"cutpoint-proposal": 1, "files": both}))
    (out / "README.md").write_bytes(new["README.md"])
    (out / ".0123456789abcdef.cutpoint-new").write_text("half of a f")
    assert old["README.md"] != new["README.md"]
    assert propose(capfd, tmp_path, out).code == 0
    assert content(out) == new


def test_what_is_proposed_no_more_is_removed_and_edits_of_it_are_not(capfd, tmp_path, out, analyzed):
    propose(capfd, tmp_path, out)
    gone = out / "contracts" / "asyncapi.json"
    assert gone.exists() or (out / "contracts" / "openapi-take.json").exists()
    analyzed.result = two_worlds()
    (out / "contracts" / "mine.json").write_text("{}")
    done = propose(capfd, tmp_path, out)
    assert done.code == 0 and "removed" in done.out
    assert [path for path in content(out) if path.startswith("contracts/")] == ["contracts/mine.json"]


def test_a_manifest_that_is_none_is_refused(capfd, tmp_path, out):
    out.mkdir()
    for planted in ('["../../etc/passwd"]', '{"name": "a web page", "icons": "x.png"}', '{"README.md": "0"}'):
        (out / "manifest.json").write_text(planted)
        for arguments in ((), ("--force",)):
            done = propose(capfd, tmp_path, out, *arguments)
            assert done.code == 2
            assert "is no manifest of a proposal" in done.err
        assert content(out) == {"manifest.json": planted.encode()}


def test_a_manifest_that_leads_out_removes_nothing(capfd, tmp_path, out):
    propose(capfd, tmp_path, out)
    victim = tmp_path / "victim"
    victim.write_text("mine")
    digest = hashlib.blake2b(b"mine", digest_size=16).hexdigest()
    manifest = json.loads((out / "manifest.json").read_text())
    manifest["files"] |= {"../victim": [digest], str(victim): [digest], "views/../../victim": [digest]}
    (out / "manifest.json").write_text(json.dumps(manifest))
    assert propose(capfd, tmp_path, out, "--force").code == 0
    assert victim.read_text() == "mine"


def test_names_of_a_hostile_project_stay_texts(capfd, tmp_path, out, analyzed):
    analyzed.result = a_hostile_monolith()
    done = run(capfd, "propose", tmp_path, "--take", f"a{HOSTILE}.M", "--keep", f"b{HOSTILE}.N", "--output", out)
    assert done.code == 0
    assert harmless(done.out)
    for path, data in content(out).items():
        assert harmless(data.decode()), path
        if path.endswith(".md"):
            codes_of(data.decode())
    read_cml((out / "views" / "boundary.cml").read_text())
    read_workspace((out / "views" / "workspace.dsl").read_text())


def test_as_people_run_it(tmp_path):
    """On the bookshop, in processes of their own with different hash seeds."""
    done = [
        start(
            "propose",
            BOOKSHOP,
            "--cut",
            "orders",
            "--output",
            tmp_path / seed,
            "--no-cache",
            PYTHONHASHSEED=seed,
        )
        for seed in ("1", "2")
    ]
    assert [(each.code, each.err) for each in done] == [(0, ""), (0, "")]
    assert content(tmp_path / "1") == content(tmp_path / "2")
