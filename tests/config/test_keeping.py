"""A decided cut lands in the configuration, and nothing else there changes."""

import os
import re
import tomllib

import pytest

from cutpoint.config import load_cuts
from cutpoint.config.keeping import keep_cut
from cutpoint.domain.cut_settings import NamedCut
from cutpoint.domain.errors import UsageError

CUT = NamedCut("pay", ("pay.Invoice", "shop.Refund"), ("shop.Order",))
WRITTEN = '[tool.cutpoint.cuts.pay]\ntake = ["pay.Invoice", "shop.Refund"]\nkeep = ["shop.Order"]\n'


def kept(folder, content, cut=CUT):
    file = folder / "pyproject.toml"
    if content is not None:
        file.write_bytes(content.encode())
    assert keep_cut(str(folder), cut) == str(file)
    return file.read_bytes().decode()


@pytest.mark.parametrize("content", [None, "", "\n"])
def test_alone(tmp_path, content):
    assert kept(tmp_path, content).lstrip() == WRITTEN
    assert load_cuts(str(tmp_path)).cuts == (CUT,)


@pytest.mark.parametrize(
    "content",
    [
        '[project]\nname = "shop" # ours\n',
        '[tool.cutpoint]\nsettings = "a"\n\n[tool.black]\nline = 1\n',
        '[tool.cutpoint.cuts]\ngoal = "security"\n\n[tool.cutpoint.cuts.b]\ntake = ["b"]\n\n[build-system]\nrequires = []\n',
        '[tool.a]\nx = 1\n[project]\nname = "shop"\n[tool.cutpoint]\nsettings = "a"\n',
        '[[tool.cutpoint.hints.writes]]\ncall = "x"\ntable = "y"\n',
        "tool = {cutpoint = {}}\n",
        "x = 1 # the last line has no end",
    ],
)
def test_beside_others(tmp_path, content):
    text = kept(tmp_path, content)
    assert all(line in text for line in content.splitlines() if not line.startswith("tool = {"))
    said = tomllib.loads(text)
    assert said["tool"]["cutpoint"]["cuts"].pop("pay") == {"take": list(CUT.take), "keep": list(CUT.keep)}
    assert pruned(said) == pruned(tomllib.loads(content))


def pruned(value):
    """*value* without tables that hold nothing."""
    if not isinstance(value, dict):
        return value
    return {key: found for key, each in value.items() if (found := pruned(each)) != {}}


def test_what_is_listed_keeps_its_place_and_its_comments(tmp_path):
    content = (
        '[tool.cutpoint.cuts.pay]\ntake = [\n    "pay.Invoice", # the root\n    # more to come\n]\n\n[tool.z]\na = 1\n'
    )
    text = kept(tmp_path, content)
    assert "# the root" in text
    assert "# more to come" in text
    assert load_cuts(str(tmp_path)).cuts == (CUT,)
    assert text.index("keep") < text.index("[tool.z]")
    assert kept(tmp_path, None) == text


def test_line_ends_and_a_byte_order_mark_stay(tmp_path):
    text = kept(tmp_path, "\ufeff[project]\r\nname = 'x'\r\n")
    assert text == "\ufeff[project]\r\nname = 'x'\r\n\r\n" + WRITTEN.replace("\n", "\r\n")


@pytest.mark.parametrize("content", ["[tool]\ncutpoint = 3\n", "[tool]\ncutpoint.settings = 'x'\n", "[tool\n"])
def test_what_cant_be_added_to_is_said_with_what_to_add(tmp_path, content):
    file = tmp_path / "pyproject.toml"
    file.write_text(content)
    with pytest.raises(UsageError, match=re.escape("add this by hand:\n[tool.cutpoint.cuts.pay]")):
        keep_cut(str(tmp_path), CUT)
    assert file.read_text() == content


def test_a_link_out_of_the_project_is_not_followed(tmp_path):
    elsewhere = tmp_path / "elsewhere.toml"
    elsewhere.write_text("")
    project = tmp_path / "project"
    project.mkdir()
    os.symlink(elsewhere, project / "pyproject.toml")
    with pytest.raises(UsageError, match="cannot write"):
        keep_cut(str(project), CUT)
    assert elsewhere.read_text() == ""


def test_a_file_of_its_own(tmp_path):
    own = tmp_path / "cutpoint.toml"
    own.write_text('settings = "shop.settings" # ours\n')
    assert keep_cut(str(tmp_path), CUT) == str(own)
    assert own.read_text() == f'settings = "shop.settings" # ours\n\n{WRITTEN.replace("tool.cutpoint.", "")}'
    assert load_cuts(str(tmp_path)).cuts == (CUT,)
    assert not (tmp_path / "pyproject.toml").exists()
