"""What the code that runs asks of the project around it, each as the stage answers that sets the interpreter up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.values import Unread

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.objects import Class, Instance
    from cutpoint.domain.values import Value


class Surroundings:
    """Questions about files, settings, apps and models; until somebody answers them, there is nothing."""

    def __init__(self) -> None:
        """Nothing is known."""
        self.document: Callable[[str], bytes | Unread] = lambda path: Unread(
            f"{path} is not in the tree", is_there=False
        )
        """What a file of the project holds that is no Python, by its path below the root, or why that isn't known."""
        self.boundaries: frozenset[str] = frozenset()
        """Library classes whose `__init__` is not followed: what it is handed is what counts."""
        self.setting: Callable[[str], tuple[bool, Value]] = lambda _: (False, None)
        self.app_label_of: Callable[[Class], str | None] = lambda _: None
        self.eager_packages: set[str] = set()
        """Packages of theirs that are installed as apps: their modules import each other at once, as Python does."""
        self.entry_points: Callable[[str], list[tuple[str, str]]] = lambda _: []
        """(name, value) of the entry points of a group."""
        self.is_abstract: Callable[[Class], bool] = lambda _: False
        self.option: Callable[[Class, str], Value] = lambda _cls, _name: None
        """The value of an option of the class's Meta, None when it is not said."""
        self.config_of: Callable[[str], Instance | None] = lambda _: None
        """The configuration of an installed app by its label."""
