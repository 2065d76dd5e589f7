"""A state of the monolith that a git repository remembers."""

import msgspec


class Revision(msgspec.Struct, frozen=True):
    """A commit, and the folder that is analyzed as it was then."""

    name: str
    """As given: a branch, a tag, a hash, `HEAD~3`."""
    commit: str
    """Its hash."""
    tree: str
    """The hash of the whole repository's content in it."""
    top: str
    """The top folder of the work tree, absolute."""
    prefix: str
    """The analyzed folder as seen from there: `` for itself, or with `/` at its end."""
