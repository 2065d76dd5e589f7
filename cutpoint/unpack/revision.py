"""A folder and the name of a revision go in, the Revision comes out, or a refusal that says what to ask for instead."""

import difflib
import os
import re
from collections.abc import Iterable

from cutpoint.domain.errors import UsageError
from cutpoint.domain.revision import Revision
from cutpoint.unpack.git import git

_EXAMPLE = "Give one commit, branch or tag, such as HEAD or origin/main."
_LONGEST = 1_000
_MOST_COMPARED = 5_000
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_FOUND = re.compile(rb"([0-9a-f]{40,64}) (commit|tree|blob|tag) \d+")
_DEEPER = (
    "The clone is shallow and holds the newest commits only: git fetch --unshallow, or git fetch --deepen=100. "
    "In CI: fetch-depth: 0 (GitHub), GIT_DEPTH: 0 (GitLab)."
)


def revision_of(root: str, ref: str) -> Revision:
    """The revision that *ref* names in the repository around *root*.

    Raises UsageError for a name that is none, or that the repository doesn't know, and where git can't be asked.
    """
    _refuse_odd(ref)
    if not os.path.isdir(root):
        raise UsageError(f"{root} is no folder: give the folder that holds the Django project")
    if git(root, "rev-parse", "--is-inside-work-tree").strip() != b"true":
        raise UsageError(
            f"{root} lies in no work tree: in a bare repository, in a .git folder, or in a repository whose core.worktree "
            "is elsewhere. Give a folder of a clone with a work tree; git worktree add makes one."
        )
    # Through the standard input, where no name is ever taken for an option.
    wanted = os.fsencode(f"{ref}^{{commit}}\n{ref}^{{tree}}\n{ref}\n")
    answers = git(root, "cat-file", "--batch-check", given=wanted).split(b"\n")
    commit, tree, itself = (_FOUND.fullmatch(answer) for answer in answers[:3])
    if commit is None or tree is None:
        raise _unknown(root, ref, itself[2].decode() if itself is not None else None)
    top = _path(git(root, "rev-parse", "--show-toplevel"))
    prefix = _path(git(root, "rev-parse", "--show-prefix"))
    return Revision(ref, commit[1].decode(), tree[1].decode(), top, prefix)


def _refuse_odd(ref: str) -> None:
    if not ref.strip():
        raise UsageError(f"the name of the revision is empty. {_EXAMPLE}")
    if _CONTROL.search(ref):
        raise UsageError(f"{ref!r} holds a control character, which no revision's name does. {_EXAMPLE}")
    if ref.startswith("-"):
        raise UsageError(f"{ref} is an option and no revision. {_EXAMPLE}")
    if ".." in ref:
        raise UsageError(f"{ref} is a range. Give its older end alone, such as {ref.partition('..')[0] or 'HEAD'}.")
    if ref.startswith("^"):
        raise UsageError(f"{ref} says which commits to leave out. {_EXAMPLE}")
    if ":" in ref:
        raise UsageError(
            f"{ref} names a file, a folder or a message. Give the revision alone, such as {ref.partition(':')[0] or 'HEAD'}."
        )
    if len(ref) > _LONGEST:
        raise UsageError(f"the name of the revision has {len(ref):,} characters. {_EXAMPLE}")


def _unknown(root: str, ref: str, kind: str | None) -> UsageError:
    if kind is not None:
        return UsageError(f"{ref} is a {kind} and no commit. {_EXAMPLE}")
    names = _names(root)
    if not names and b" missing" in git(root, "cat-file", "--batch-check", given=b"HEAD\n"):
        return UsageError("the repository has no commit yet, so there is no earlier revision. Make the first commit.")
    parts = [f"there is no revision {ref} in the repository around {root}."]
    near = _near(ref, names)
    parts += [f"Near it: {', '.join(near)}."] if near else []
    if git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
        parts.append(_DEEPER)
    elif not near:
        parts.append("git fetch brings the branches and tags of the server; git log shows the commits that are there.")
    return UsageError(" ".join(parts))


def _names(root: str) -> list[str]:
    listed = git(root, "for-each-ref", "--format=%(refname)", "refs/heads", "refs/tags", "refs/remotes")
    return [os.fsdecode(line).split("/", 2)[2] for line in listed.splitlines()]


def _near(ref: str, names: Iterable[str]) -> list[str]:
    """Names that end like *ref* (the branch of a server), and those that are written nearly so."""
    known = list(dict.fromkeys(names))
    same = [name for name in known if name.endswith(f"/{ref}") or ref.endswith(f"/{name}")]
    alike = difflib.get_close_matches(ref, known[:_MOST_COMPARED], 3)
    return list(dict.fromkeys([*same, *alike]))[:3]


def _path(line: bytes) -> str:
    # A folder's name may end with any other white space.
    return os.fsdecode(line.removesuffix(b"\n"))
