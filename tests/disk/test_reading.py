"""What is opened, and what is not."""

import os
import socket

import pytest

from cutpoint.disk.reading import place_inside, read_inside, read_regular


@pytest.fixture
def tree(tmp_path):
    folder = tmp_path / "tree"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner/file").write_bytes(b"inside")
    (tmp_path / "secret").write_bytes(b"secret")
    return folder


def test_a_file_is_read_whole_up_to_its_limit_and_not_beyond(tree):
    assert read_inside(str(tree), "inner/file", 6) == b"inside"
    with pytest.raises(OSError, match="larger than 0 KB"):
        read_inside(str(tree), "inner/file", 5)


def test_a_link_inside_is_followed_and_one_that_leads_out_is_not(tree):
    (tree / "near").symlink_to("inner/file")
    (tree / "far").symlink_to("../secret")
    (tree / "absolute").symlink_to(tree.parent / "secret")
    (tree / "folder").symlink_to("..")
    assert read_inside(str(tree), "near", 100) == b"inside"
    for path in ("far", "absolute", "folder/secret", "../secret", "folder"):
        with pytest.raises(OSError, match="leads out of its folder"):
            read_inside(str(tree), path, 100)


def test_a_folder_beside_with_the_same_beginning_is_outside(tree):
    (tree.parent / "tree-too").mkdir()
    (tree / "link").symlink_to("../tree-too")
    with pytest.raises(OSError, match="leads out"):
        place_inside(str(tree), "link")


def test_a_folder_that_is_reached_by_a_link_is_a_folder_like_others(tree):
    (tree.parent / "link").symlink_to("tree")
    assert read_inside(str(tree.parent / "link"), "inner/file", 100) == b"inside"


def test_the_last_step_is_a_link_only_where_that_is_asked_for(tree):
    (tree / "far").symlink_to("../secret")
    with pytest.raises(OSError, match="it is a link"):
        read_regular(str(tree / "far"), 100)
    assert read_regular(str(tree / "far"), 100, through_links=True) == b"secret"


@pytest.mark.parametrize("through_links", [False, True])
def test_devices_pipes_sockets_and_folders_are_not_opened(tree, through_links, monkeypatch):
    os.mkfifo(tree / "pipe")
    monkeypatch.chdir(tree)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        for place in (str(tree / "pipe"), str(tree / "socket"), "/dev/zero", "/dev/tty"):
            with pytest.raises(OSError, match=r"not a regular file|No such"):
                read_regular(place, 100, through_links=through_links)
    with pytest.raises(IsADirectoryError):
        read_regular(str(tree), 100, through_links=through_links)


@pytest.mark.parametrize("name", ["a\0b", "\ud800", "a/\0"])
def test_a_name_that_no_file_can_have_is_refused_as_a_file_is(tree, name):
    for read in (read_inside, lambda folder, path, limit: read_regular(f"{folder}/{path}", limit)):
        with pytest.raises(OSError, match="no file can have this name"):
            read(str(tree), name, 10)
