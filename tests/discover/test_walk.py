import os
import socket
from pathlib import Path

from cutpoint.domain.source import Role, SourceFile
from tests.discover.tree import discovered, empty, folder_of_nobody, paths_of, spots_of, without_privileges, write


def test_finds_python_files_sorted_by_path(tmp_path):
    empty(tmp_path, "shop/models.py", "a.py", "shop/api/v1.py", "shop/readme.md", "shop-tools/x.py", "b.pyc", "c.pyi")
    assert paths_of(discovered(tmp_path)) == ["a.py", "shop-tools/x.py", "shop/api/v1.py", "shop/models.py"]


def test_a_file_carries_what_stat_said(tmp_path):
    file = write(tmp_path, {"shop/models.py": "x = 1\n"}) / "shop" / "models.py"
    status = file.stat()
    assert discovered(tmp_path).files == (
        SourceFile("shop/models.py", str(file), 6, status.st_mtime_ns, Role.CODE, ours=True),
    )


def test_never_enters_what_is_not_source(tmp_path):
    empty(
        tmp_path,
        "a.py",
        ".git/hooks/x.py",
        ".tox/x.py",
        "node_modules/x/x.py",
        "shop/__pycache__/x.py",
        "vendor/site-packages/x.py",
        "shop.egg-info/x.py",
        "anything/pyvenv.cfg",
        "anything/lib/x.py",
        "old/bin/activate",
        "old/lib/python2.7/x.py",
        ".#locked.py",
        "._resource_fork.py",
    )
    assert paths_of(discovered(tmp_path)) == ["a.py"]


def test_enters_build_and_dist_unless_git_ignores_them(tmp_path):
    empty(tmp_path, "build/a.py", "dist/b.py", "shop/build/c.py", "bin/d.py", "lib/e.py")
    assert paths_of(discovered(tmp_path)) == ["bin/d.py", "build/a.py", "dist/b.py", "lib/e.py", "shop/build/c.py"]
    write(tmp_path, {".gitignore": "build/\n/dist\n"})
    assert paths_of(discovered(tmp_path)) == ["bin/d.py", "lib/e.py"]


def test_a_root_that_is_a_virtual_environment_is_read(tmp_path):
    empty(tmp_path, "pyvenv.cfg", "src/a.py", "lib/python3.11/site-packages/x.py")
    assert paths_of(discovered(tmp_path)) == ["src/a.py"]


def test_follows_links_that_stay_inside(tmp_path):
    empty(tmp_path, ".real/inner.py", "settings/dev.py")
    (tmp_path / "linked").symlink_to(".real")
    (tmp_path / "settings" / "local.py").symlink_to("dev.py")
    project = discovered(tmp_path)
    assert paths_of(project) == ["linked/inner.py", "settings/dev.py", "settings/local.py"]
    assert project.files[2].location == str(tmp_path / "settings" / "dev.py")
    assert project.blind_spots == ()


def test_does_not_follow_links_that_lead_out(tmp_path):
    outside = empty(tmp_path / "outside", "secret.py", "folder/x.py")
    root = empty(tmp_path / "root", "a.py")
    (root / "folder").symlink_to(outside / "folder")
    (root / "file.py").symlink_to(outside / "secret.py")
    (root / "nothing.txt").symlink_to(outside / "nothing")
    (root / "sibling").symlink_to(tmp_path / "root-with-longer-name")
    (tmp_path / "root-with-longer-name").mkdir()
    project = discovered(root)
    assert paths_of(project) == ["a.py"]
    assert spots_of(project) == [
        ("file.py", "symlink-outside"),
        ("folder", "symlink-outside"),
        ("sibling", "symlink-outside"),
    ]


def test_visits_every_folder_once_whatever_links_say(tmp_path):
    empty(tmp_path, "shop/models.py", "z/x.py")
    (tmp_path / "shop" / "up").symlink_to("..")
    (tmp_path / "shop" / "self").symlink_to(".")
    (tmp_path / "a").symlink_to("z")
    (tmp_path / "circle.py").symlink_to("circle.py")
    (tmp_path / "dangling.py").symlink_to("nowhere")
    project = discovered(tmp_path)
    assert paths_of(project) == ["shop/models.py", "z/x.py"]
    assert spots_of(project) == [
        ("a", "symlink-duplicate"),
        ("circle.py", "symlink-loop"),
        ("dangling.py", "symlink-broken"),
        ("shop/self", "symlink-loop"),
        ("shop/up", "symlink-loop"),
    ]


def test_links_into_each_other_end(tmp_path):
    empty(tmp_path, "a.py", ".x/x.py", ".y/y.py")
    (tmp_path / ".x" / "to_y").symlink_to("../.y")
    (tmp_path / ".y" / "to_x").symlink_to("../.x")
    (tmp_path / "x").symlink_to(".x")
    (tmp_path / "y").symlink_to(".y")
    project = discovered(tmp_path)
    assert paths_of(project) == ["a.py", "x/to_y/y.py", "x/x.py"]
    assert spots_of(project) == [("x/to_y/to_x", "symlink-duplicate"), ("y", "symlink-duplicate")]


def test_a_link_reaches_no_installed_packages(tmp_path):
    empty(tmp_path, "a.py", ".venv/lib/site-packages/x.py")
    (tmp_path / "packages").symlink_to(".venv/lib/site-packages")
    assert paths_of(discovered(tmp_path)) == ["a.py"]


def test_a_root_that_is_a_link_is_read(tmp_path):
    empty(tmp_path / "real", "shop/a.py")
    (tmp_path / "link").symlink_to("real")
    project = discovered(tmp_path / "link")
    assert project.root == str(tmp_path / "link")
    assert paths_of(project) == ["shop/a.py"]


def test_what_is_no_file_is_never_opened(tmp_path):
    empty(tmp_path, "a.py")
    os.mkfifo(tmp_path / "pipe.py")
    (tmp_path / "linked.py").symlink_to("pipe.py")
    (tmp_path / "folder.py").mkdir()
    with socket.socket(socket.AF_UNIX) as unix:
        here = Path.cwd()
        os.chdir(tmp_path)  # A socket's path must be short.
        unix.bind("s.py")
        os.chdir(here)
        project = discovered(tmp_path)
    assert paths_of(project) == ["a.py"]
    assert spots_of(project) == [("linked.py", "not-a-file"), ("pipe.py", "not-a-file"), ("s.py", "not-a-file")]


def test_names_that_are_not_utf_8_are_left_out_and_named(tmp_path):
    empty(tmp_path, "a.py", "größe.py")
    (tmp_path / os.fsdecode(b"bad\xff.py")).touch()
    (tmp_path / os.fsdecode(b"dir\xfe")).mkdir()
    (tmp_path / os.fsdecode(b"dir\xfe") / "x.py").touch()
    project = discovered(tmp_path)
    assert paths_of(project) == ["a.py", "größe.py"]
    assert spots_of(project) == [("bad\\xff.py", "unreadable-name"), ("dir\\xfe", "unreadable-name")]


def test_odd_names_are_kept_as_they_are(tmp_path):
    empty(tmp_path, "new\nline.py", "esc\x1b[31m.py", " space .py")
    assert paths_of(discovered(tmp_path)) == [" space .py", "esc\x1b[31m.py", "new\nline.py"]


def test_a_folder_without_permission_is_a_blind_spot():
    with folder_of_nobody() as root:
        empty(root, "a.py", "closed/b.py")
        (root / "closed").chmod(0)
        with without_privileges():
            project = discovered(root)
        (root / "closed").chmod(0o755)
    assert paths_of(project) == ["a.py"]
    assert spots_of(project) == [("closed", "unreadable-folder")]


def test_gives_up_on_paths_that_are_too_long(tmp_path):
    empty(tmp_path, "a.py")
    here = os.open(".", os.O_RDONLY)
    try:
        os.chdir(tmp_path)
        for _ in range(20):
            Path("d" * 250).mkdir()
            os.chdir("d" * 250)
        Path("deep.py").touch()
    finally:
        os.fchdir(here)
        os.close(here)
    project = discovered(tmp_path)
    assert paths_of(project) == ["a.py"]
    assert {kind for _, kind in spots_of(project)} <= {"unreadable-folder", "unreadable-file"}
    assert len(project.blind_spots) == 1
