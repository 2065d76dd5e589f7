"""Paths as code writes them -> places below the analyzed root, which is `/` to the code that is run statically."""

from __future__ import annotations

import posixpath

from cutpoint.domain.values import PathText, Place, Unknown, Value

ABOVE_ROOT = "a place above the analyzed folder"


def below_root(path: str) -> str | None:
    """Where *path* lies below the root; None when its `..` climb out of it."""
    normal = posixpath.normpath(path.lstrip("/") or ".")
    return None if normal == ".." or normal.startswith("../") else normal


def path_at(path: str, *, place: Place | None = None) -> Value:
    """*path* without `.` and `..`; Unknown when it is absolute and they climb out of the root."""
    if path.startswith("/") and below_root(path) is None:
        return Unknown(ABOVE_ROOT, place)
    return PathText(posixpath.normpath(path))


def folder_of(path: str, *, place: Place | None = None) -> Value:
    """The folder around *path*; Unknown for the one around the root."""
    return Unknown(ABOVE_ROOT, place) if path == "/" else PathText(posixpath.dirname(path))
