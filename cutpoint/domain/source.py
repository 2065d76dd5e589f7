"""Files as they lie on disk, and the evidence that points into them."""

from enum import StrEnum

import msgspec

_LOST_BY_THE_RUN = frozenset({"unreadable", "worker-crash", "timeout", "out-of-memory", "internal-error"})
_LOST_BEFORE = frozenset(
    {
        "unreadable-file",
        "unreadable-folder",
        "unreadable-name",
        "missing-object",
        "missing-submodule",
        "unwritable-path",
    }
)
"""By discover and unpack, behind which whole files lie."""


class Role(StrEnum):
    """What a file is for, told from its path alone."""

    CODE = "code"
    TEST = "test"
    MIGRATION = "migration"
    TEMPLATE = "template"


class SourceFile(msgspec.Struct, frozen=True, order=True):
    """One Python file of the monolith or of a package: *path* is what reports show, *location* is where it lies."""

    path: str
    """Relative to the analyzed root with `/`; for files of packages relative to their packages folder."""
    location: str
    """Absolute path on disk."""
    size: int
    mtime_ns: int
    role: Role
    ours: bool = True


class Found(msgspec.Struct, frozen=True):
    """A module: its canonical name, and its file unless it is a namespace package."""

    name: str
    file: SourceFile | None
    is_package: bool
    ours: bool
    stand_in: bool = False


class Evidence(msgspec.Struct, frozen=True, order=True):
    """Where something was seen; lines start at 1, and 0 means the file as a whole."""

    path: str
    line: int


class BlindSpot(msgspec.Struct, frozen=True, order=True):
    """Something that was seen and could not be resolved: counted and shown, never dropped."""

    path: str
    line: int
    kind: str
    """One word or hyphenated words; the reference page lists them."""
    reason: str

    @property
    def is_loss(self) -> bool:
        """Whether whole files lie behind it that nobody has read, through no fault of what they hold."""
        return self.line == 0 and (self.kind in _LOST_BY_THE_RUN or self.kind in _LOST_BEFORE)

    @property
    def is_lost_by_the_run(self) -> bool:
        """Whether the run lost a file that was there to be read: another run may have more luck."""
        return self.line == 0 and self.kind in _LOST_BY_THE_RUN
