"""Libraries that a project has installed, and what it says of the release that it wants."""

import msgspec


class Pin(msgspec.Struct, frozen=True, order=True):
    """What a file of the project says of a library's release."""

    name: str
    """Normalized: lower case, with hyphens."""
    text: str
    """As the project writes it, `==3.2.1`, `>=3,<4` or `^3.2`; empty where any release will do."""
    path: str
    line: int
    """0 where only the file is known."""


class Library(msgspec.Struct, frozen=True):
    """A distribution in the folders with installed packages."""

    name: str
    """As it calls itself."""
    version: str | None
    """Of the release that was read; None where several lie there and nothing tells whose the files are, or none is told."""
    pin: Pin | None = None
    fits: bool | None = None
    """Whether it is a release that the pin allows; None where that can't be said."""


class Absent(msgspec.Struct, frozen=True):
    """A library that the project asks for, and that lies in none of the folders."""

    pin: Pin
    module: str = ""
    """What ours import and has no source here, when it is most likely this library's."""
    files: int = 0
    """How many files of ours import it."""


class Build(msgspec.Struct, frozen=True, order=True):
    """What parts of libraries have been compiled for, by the tags of their wheels."""

    python: str
    """As in a tag: `cp38`, or `abi3` where any later one will do."""
    platform: str
    """As in a tag: `win_amd64`."""
    libraries: tuple[str, ...]
    """Names, sorted."""


class Libraries(msgspec.Struct, frozen=True):
    """What was read, what isn't there, and what the rest was built for; sorted by normalized name."""

    read: tuple[Library, ...] = ()
    absent: tuple[Absent, ...] = ()
    builds: tuple[Build, ...] = ()
    pin_files: tuple[str, ...] = ()
    """Files that pins were read from, in the order in which they count, relative to the root."""
