"""The ways in which cutpoint refuses to go on.

    CutpointError                 anything that the user can mend; the message names the place and the next step
    ├── UsageError                a path, an option or a combination of options             exit 2
    │   └── NotAMonolithError     no Python, no Django, or several Django roots to choose from
    ├── ConfigError               mistakes in [tool.cutpoint], all of them at once          exit 2
    │   └── BaselineError         lines of the baseline that cannot be used
    ├── IncompleteError           --strict, and something could not be read                 exit 3
    └── ShortageError             a full disk, no more processes or open files              exit 74

`check` also ends with 1 when a rule is broken, and with 4 when the baseline is stale or expired; these are no refusals.
Whatever else is raised is a bug of ours: exit 70. An interrupt is exit 130, and SIGTERM is exit 143.
"""

EXIT_OK = 0
EXIT_BROKEN = 1
EXIT_USAGE = 2
EXIT_INCOMPLETE = 3
EXIT_STALE = 4
EXIT_INTERNAL = 70
EXIT_SYSTEM = 74
EXIT_INTERRUPTED = 130
EXIT_TERMINATED = 143


class CutpointError(Exception):
    """A refusal that its reader can do something about."""

    exit_code = EXIT_USAGE


class UsageError(CutpointError):
    """What was asked for cannot be done: the message says what to ask for instead."""


class NotAMonolithError(UsageError):
    """There is no Django project to read at this path, or more than one."""


class ConfigError(CutpointError):
    """Mistakes in the configuration, each with its place; `str()` lists them all."""

    def __init__(self, mistakes: list[str]) -> None:
        """Join *mistakes* (one line each, in file order) to one message."""
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(mistakes))


class BaselineError(ConfigError):
    """Lines of the baseline that cannot be used, each with its place and what to do about it."""


class IncompleteError(CutpointError):
    """Something could not be read, and `--strict` says that this matters."""

    exit_code = EXIT_INCOMPLETE


class ShortageError(CutpointError):
    """The machine did not give what any run needs: room on a disk, memory, processes, open files."""

    exit_code = EXIT_SYSTEM


class Terminated(BaseException):
    """SIGTERM was sent: like KeyboardInterrupt, this is no error, and nothing that handles errors may stop it."""
