import os
import subprocess
from pathlib import Path

import pytest

from cutpoint.discover.ignore_patterns import read_patterns
from tests.discover.tree import discovered, empty, paths_of, spots_of, write

FILES = (
    "a.py",
    "b.py",
    "build/x.py",
    "docs/conf.py",
    "docs/deep/er/conf.py",
    "foo/bar/a.py",
    "foo/bar/deep/pop/deep/a.py",
    "foo/keep/a.py",
    "foo/keep.py",
    "lib/foo/a.py",
    "lib/sub/b.py",
    "s p/a b.py",
    "src/a.py",
    "src/build/a.py",
    "src/gen/schema_pb2.py",
    "src/local_settings.py",
    "x/[a].py",
    "x/a1.py",
    "x/a2.py",
)


def git(folder: Path, *arguments: str) -> str:
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"}
    ran = subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True, text=True)
    return ran.stdout


@pytest.mark.parametrize(
    "ignores",
    [
        {".gitignore": "build/\n"},
        {".gitignore": "/build\n*_pb2.py\nlocal_settings.py\n"},
        {".gitignore": "foo\n"},
        {".gitignore": "/foo/*\n!/foo/keep/\n!/foo/keep.py\n"},
        {".gitignore": "foo/\n!foo/keep.py\n"},
        {".gitignore": "docs/**\n"},
        {".gitignore": "docs/**/conf.py\n"},
        {".gitignore": "**/conf.py\n!docs/conf.py\n"},
        {".gitignore": "**/foo/**\n"},
        {".gitignore": "*.py\n!a.py\n"},
        {".gitignore": "*\n!*/\n!a.py\n"},
        {".gitignore": "*\n!*/\n!*.txt\n!b.py\n"},
        {".gitignore": "/*\n!/src\n"},
        {".gitignore": "*/\n"},
        {".gitignore": "x/a[0-9].py\n\\#a\n# comment\n\n   \n"},
        {".gitignore": "x/\\[a\\].py\n"},
        {".gitignore": "a b.py\n"},
        {".gitignore": "s\\ p/\n"},
        {".gitignore": "a?.py\r\nbuild/\r\n"},
        {".gitignore": "src/[\nx/[!a]1.py\n"},
        {".gitignore": "lib/\n", "lib/.gitignore": "!foo/\n"},
        {".gitignore": "a.py\n", "src/.gitignore": "!a.py\nbuild\n"},
        {"src/.gitignore": "/a.py\n", "foo/.gitignore": "*\n"},
        {"src/.gitignore": "src/\n/gen/*\n!/gen/schema_pb2.py\n"},
        {".gitignore": "\ufeffbuild/\n"},
        {".gitignore": ".*\n!.github\n"},
        {".gitignore": "*c*_*b*.p*\n*l*l*s*g*\n"},
        {".gitignore": "**/o*/**/?*p*/**/*.py\n**/s*/**/b*/**/a.py\n"},
        {".gitignore": "foo[!a]*.py\nx[!b]a[!2].py\n"},
    ],
)
def test_ignores_what_git_ignores(tmp_path, ignores):
    empty(tmp_path, *FILES)
    write(tmp_path, ignores)
    git(tmp_path, "init", "--quiet")
    listed = git(tmp_path, "ls-files", "--others", "--exclude-standard", "-z", "--", "*.py").split("\0")
    assert paths_of(discovered(tmp_path)) == sorted(filter(None, listed))


def test_exclude_has_the_last_word(tmp_path):
    empty(tmp_path, *FILES)
    write(tmp_path, {".gitignore": "src/\n"})
    project = discovered(tmp_path, exclude=("*", "!src/", "!src/*.py", "local_settings.py"))
    assert paths_of(project) == ["src/a.py"]


def test_patterns_above_the_root_count_inside_a_work_tree(tmp_path):
    root = empty(tmp_path / "services" / "shop", "a.py", "gen/b.py", "out/c.py", "keep/d.py")
    write(tmp_path, {".gitignore": "gen/\nservices/shop/out\nkeep/\n", "services/.gitignore": "!keep/\n"})
    assert paths_of(discovered(root)) == ["a.py", "gen/b.py", "keep/d.py", "out/c.py"]
    (tmp_path / ".git").mkdir()
    assert paths_of(discovered(root)) == ["a.py", "keep/d.py"]
    (root / ".git").write_text("gitdir: elsewhere")
    assert paths_of(discovered(root)) == ["a.py", "gen/b.py", "keep/d.py", "out/c.py"]


@pytest.mark.parametrize("pattern", ["*", "services/", "shop", "/services/shop/", "services/*", "**", ".*"])
def test_a_pattern_that_hides_the_root_itself_does_not_count(tmp_path, pattern):
    root = empty(tmp_path / "services" / "shop", "a.py", "gen/b.py")
    write(tmp_path, {".gitignore": f"{pattern}\ngen/\n", ".git/HEAD": ""})
    assert paths_of(discovered(root)) == ["a.py"]


def test_a_gitignore_that_hides_everything_is_not_followed(tmp_path):
    empty(tmp_path, "a.py", "b/c.py")
    write(tmp_path, {".gitignore": "*\n"})
    project = discovered(tmp_path, exclude=("b/",))
    assert paths_of(project) == ["a.py"]
    assert spots_of(project) == [(".gitignore", "gitignore-hides-all")]


def test_a_gitignore_that_is_no_file_is_no_gitignore(tmp_path):
    empty(tmp_path, "a.py", "b/c.py", "d/e.py")
    os.mkfifo(tmp_path / ".gitignore")
    (tmp_path / "b" / ".gitignore").mkdir()
    (tmp_path / "d" / ".gitignore").symlink_to("/etc/passwd")
    assert paths_of(discovered(tmp_path)) == ["a.py", "b/c.py", "d/e.py"]


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*a" * 100 + "b", "a" * 250),
        ("*?" * 100 + "b", "a" * 250),
        ("*" + "?" * 200 + "b", "a" * 250),
        ("*" + "[!c]" * 100 + "b", "a" * 250),
        ("/" + "**/a/" * 300 + "b", "a/" * 2_000),
        ("x/*a*a*a*a/**/*?*?*?*b", "x/" + "a" * 250 + "/" + "a" * 250),
    ],
)
def test_no_pattern_takes_forever(pattern, path):
    patterns, invalid = read_patterns([pattern])
    verdicts = [patterns.verdict(path + last, (path + last).rpartition("/")[2]) for last in ("c", "b")]
    assert (verdicts, invalid) == ([None, True], ())


@pytest.mark.parametrize("pattern", ["[[a]", "[a&&b]", "[a||b]", "[a~~b]"])
def test_a_set_that_python_warns_of_is_read_without_a_word(pattern):
    patterns, invalid = read_patterns([pattern])
    assert (patterns.verdict("a", "a"), patterns.verdict("z", "z"), invalid) == (True, None, ())
