"""Answers of earlier runs: an analysis is read back whole when nothing that it depends on has changed.

An answer is kept under a key of content: where the project lies, and when its files were written, is not in it, so a
checkout, a copy and a revision that git remembers share one. Quick keys lead there without reading any file.
"""

import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from cutpoint import __version__
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.project import Options, Project
from cutpoint.domain.revision import Revision
from cutpoint.outside import State, is_unchanged, states_of
from cutpoint.parse.cache import Cache
from cutpoint.resolve.entry_points import EntryPoints

_READ_WITH = ("libcst", "msgspec", "sqlglot")
"""Packages that decide what is understood of a file, and how it is kept."""
_UNREADABLE = (ValueError, msgspec.MsgspecError, RecursionError)


class _Answer(msgspec.Struct, array_like=True):
    outside: tuple[State, ...]
    """Of files and folders outside the project that were looked at."""
    analysis: Analysis
    """With an empty root."""


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(_Answer)


@contextmanager
def cache_of(options: Options, note: Callable[[str], None]) -> Iterator[Cache | None]:
    """The cache that *options* name, if any; what was wrong with it is told at the end."""
    if options.cache_dir is None:
        yield None
        return
    cache = Cache(Path(options.cache_dir), tool_stamp())
    try:
        with cache:
            yield cache
    finally:
        for sentence in cache.notes:
            note(sentence)


def tool_stamp() -> str:
    """What tells this cutpoint from any other: its version and the content of its own files, wherever it is installed.

    The interpreter counts as well, whose `ast` reads the code, and so do the packages that read with it.
    """
    home = Path(__file__).parent
    stamp = hashlib.blake2b(__version__.encode(), digest_size=16)
    for folder, folders, files in os.walk(home):
        folders.sort()
        for name in sorted(files):
            if name.endswith(".py"):
                with open(f"{folder}/{name}", "rb") as file:
                    content = file.read()
                stamp.update(f"{folder[len(str(home)) :]}/{name}:{len(content)};".encode())
                stamp.update(content)
    python = f"{sys.implementation.name}-{'.'.join(map(str, sys.version_info))}"
    return " ".join((f"{__version__}-{stamp.hexdigest()}", python, *_installed()))


def key_of_content(options: Options, project: Project, digests: Mapping[str, bytes]) -> str:
    """The name under which the answer for *project* is kept; *digests* tell the content of its files by path."""
    everything = (*project.files, *project.templates)
    files = [(file.path, file.role, digests.get(file.path, b"")) for file in everything]
    # Whether packages were asked for or found is all the same.
    asked = msgspec.structs.replace(_asked(options, project.root), packages=())
    found = msgspec.structs.replace(project, root="", files=(), templates=())
    # Each Python has other modules of its own, and knows another grammar.
    return _key("analysis", sys.version_info[:2], asked, found, files, _declared(project.root))


def key_by_times(options: Options, project: Project) -> str:
    """A quick key: every file with its size and time of change is in it."""
    return _key("times", _asked(options, project.root), project, _declared(project.root))


def key_of_revision(options: Options, revision: Revision, now: Project) -> str:
    """A quick key for *revision*, read with the packages of the project as it is *now*, and what is installed beside it."""
    state = (revision.tree, revision.prefix, now.packages, _declared(now.root))
    return _key("revision", _asked(options, now.root), *state)


def recall(cache: Cache, key: str, root: str) -> Analysis | None:
    """The answer kept under *key* as that for *root*, unless something outside the project has changed since."""
    blob = cache.get(key)
    if blob is None:
        return None
    try:
        answer = _decoder.decode(blob)
    except _UNREADABLE:
        return None
    if not all(map(is_unchanged, answer.outside)):
        return None
    return at_root(answer.analysis, root)


def recall_quickly(cache: Cache, quick: str, root: str) -> Analysis | None:
    """The answer to which the *quick* key leads."""
    key = cache.get(quick)
    return recall(cache, key.decode("ascii", "replace"), root) if key is not None else None


def remember(cache: Cache, key: str, analysis: Analysis, outside: Iterable[str]) -> None:
    """Keep *analysis* under its key of content, with the state of all that was looked at *outside* the project."""
    states = states_of(outside)
    if not any(cache.may_change_unseen(state.mtime_ns) for state in states):
        cache.put(key, _encoder.encode(_Answer(states, at_root(analysis, ""))))


def remember_times(cache: Cache, quick: str, project: Project, key: str) -> None:
    """Let the *quick* key of *project* lead to *key*, unless a file of it may still change without that being seen."""
    if not any(cache.may_change_unseen(file.mtime_ns) for file in (*project.files, *project.templates)):
        remember_quick(cache, quick, key)


def remember_quick(cache: Cache, quick: str, key: str) -> None:
    """Let the *quick* key lead to *key*."""
    cache.put(quick, key.encode("ascii"))


def at_root(analysis: Analysis, root: str) -> Analysis:
    """*analysis* as that of the same project at *root*."""
    return msgspec.structs.replace(analysis, reading=msgspec.structs.replace(analysis.reading, root=root))


def _key(kind: str, *parts: object) -> str:
    return f"{kind}-" + hashlib.blake2b(_encoder.encode(parts), digest_size=20).hexdigest()


def _asked(options: Options, root: str) -> Options:
    """*options* without where the project lies, and without what changes no answer."""

    def seen(folder: str) -> str:
        return f".{folder[len(root) :]}" if f"{folder}/".startswith(f"{root}/") else folder

    return msgspec.structs.replace(
        options,
        root="",
        django_root=None if options.django_root is None else seen(options.django_root),
        python_path=tuple(seen(folder) for folder in options.python_path),
        cache_dir=None,
        cache_refused="",
        tells_of_cache=False,
        workers=None,
    )


def _declared(root: str) -> object:
    """What packaging files at *root* declare and analyses look at; the rest of them may change."""
    return EntryPoints(root, ()).all()


def _installed() -> list[str]:
    """What the packages that read with us are called where they are installed: each name has a version in it."""
    names: set[str] = set()
    for folder in sys.path:
        with suppress(OSError):
            names.update(name for name in os.listdir(folder or ".") if name.endswith(".dist-info"))
    return sorted(name for name in names if name.startswith(tuple(f"{package}-" for package in _READ_WITH)))
