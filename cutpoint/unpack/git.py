"""git, asked so that nothing which the repository configures is ever run, fetched or written.

Only commands that read objects and names are used: none of them makes a diff, applies a filter or opens a pager.
What is switched off below is switched off although it should not matter for them.
"""

import os
import shutil
import subprocess
import threading
from collections.abc import Mapping

from cutpoint.disk.temporary import temporary_file
from cutpoint.domain.errors import ShortageError, UsageError

_PATIENCE = 300
"""Seconds that git may take to list a tree; it needs less than one for a large one."""
_LONGEST_ANSWER = 256 << 20
"""Bytes: two million paths. Trees that hold themselves many times over unfold to more."""

_LONGEST_COMPLAINT = 10_000

_SAFELY = (
    "--no-optional-locks",
    "--no-replace-objects",
    "--literal-pathspecs",
    "--no-pager",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.sshCommand=false"),
    *("-c", "core.alternateRefsCommand=false"),
    *("-c", "core.askPass=false"),
    *("-c", "credential.helper="),
    *("-c", "protocol.allow=never"),
    *("-c", "gc.auto=0"),
    *("-c", "maintenance.auto=false"),
)

# What the user says of git itself stays; what would lead to another repository, or into its inner works, goes.
_KEPT = frozenset(
    (
        "GIT_CEILING_DIRECTORIES",
        "GIT_DISCOVERY_ACROSS_FILESYSTEM",
        "GIT_CONFIG_GLOBAL",
        "GIT_CONFIG_SYSTEM",
        "GIT_CONFIG_NOSYSTEM",
        "GIT_CONFIG_COUNT",
    )
)
_KEPT_STARTS = ("GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_")


def git(folder: str, *arguments: str, given: bytes = b"") -> bytes:
    """What git answers in *folder* when it is *given* this on its standard input; raises UsageError when it refuses."""
    command, environment = command_line(folder, *arguments)
    # Both are files: with pipes git would wait for us at one of them, and we for git at another.
    with temporary_file(given) as asked, temporary_file() as complaints:
        try:
            process = subprocess.Popen(  # noqa: S603 (git itself, with arguments of ours)
                command, stdin=asked, stdout=subprocess.PIPE, stderr=complaints, env=environment
            )
        except OSError as error:
            raise ShortageError(f"git cannot be started: {error.strerror or error}") from None
        answer = _answer(process, folder)
        complaints.seek(0)
        if process.returncode:
            raise refusal(folder, complaints.read(_LONGEST_COMPLAINT).decode("utf-8", "replace"))
    return answer


def _answer(process: subprocess.Popen[bytes], folder: str) -> bytes:
    """What *process* writes until it ends."""
    assert process.stdout is not None  # noqa: S101 (it is a pipe, as asked for above)
    too_late = threading.Timer(_PATIENCE, process.kill)
    try:
        too_late.start()
    except RuntimeError as error:
        process.kill()
        process.wait()
        raise ShortageError(f"git cannot be watched: {error}; allow this user more processes") from None
    try:
        with process:
            answer = process.stdout.read(_LONGEST_ANSWER + 1)
            if len(answer) > _LONGEST_ANSWER:
                process.kill()
    finally:
        is_late = not too_late.is_alive()
        too_late.cancel()
        too_late.join()
    if len(answer) > _LONGEST_ANSWER:
        raise UsageError(f"the repository around {folder} lists more than {_LONGEST_ANSWER >> 20} MB of names")
    if is_late:
        raise UsageError(f"git did not answer within {_PATIENCE} seconds in {folder}")
    return answer


def command_line(folder: str, *arguments: str) -> tuple[list[str], dict[str, str]]:
    """The command and the environment with which git is started; raises UsageError when there is no git."""
    return [_program(), "-C", folder, *_SAFELY, *arguments], _environment(os.environ)


def refusal(folder: str, complaint: str) -> UsageError:
    """What git's *complaint* means for whoever wants the revision of *folder*."""
    if "not a git repository" in complaint:
        return UsageError(
            f"{folder} lies in no git repository, so there is no earlier revision of it. "
            "Give a folder of a clone, or compare with a baseline instead."
        )
    if "dubious ownership" in complaint or "unsafe repository" in complaint:
        return UsageError(
            f"git does not read {folder}, because the repository belongs to another user. "
            f"If you trust it: git config --global --add safe.directory {_named(complaint) or folder}"
        )
    if "promisor" in complaint:
        return UsageError(
            f"the clone around {folder} is partial and lacks what was asked for; cutpoint fetches nothing itself. "
            "Fetch it: git fetch --refetch --no-filter"
        )
    lines = [line for line in complaint.splitlines() if line.strip()]
    said = lines[0].removeprefix("fatal: ") if lines else "it gives no reason"
    return UsageError(f"git cannot read the repository around {folder}: {said}")


def _named(complaint: str) -> str:
    """The folder between the quotes of git's complaint: the top of the repository, not the folder inside."""
    parts = complaint.split("'")
    return parts[1] if len(parts) > 2 else ""


def _program() -> str:
    # A relative entry of PATH would find a program in the analyzed folder.
    entries = [entry for entry in os.environ.get("PATH", os.defpath).split(os.pathsep) if os.path.isabs(entry)]
    found = shutil.which("git", path=os.pathsep.join(entries))
    if found is None or os.path.dirname(found) not in [os.path.normpath(entry) for entry in entries]:
        raise UsageError(
            "git is not installed, or not on the PATH: earlier revisions are read with it. "
            "Install git, or compare with a baseline instead."
        )
    return found


def _environment(inherited: Mapping[str, str]) -> dict[str, str]:
    kept = {
        name: value
        for name, value in inherited.items()
        if not name.startswith("GIT_") or name in _KEPT or name.startswith(_KEPT_STARTS)
    }
    kept.pop("LANGUAGE", None)
    return {
        **kept,
        # Its complaints are understood in English only.
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        # Unlike `protocol.allow`, this outranks what the repository says of single protocols.
        "GIT_ALLOW_PROTOCOL": "",
        "GIT_NO_LAZY_FETCH": "1",
    }
