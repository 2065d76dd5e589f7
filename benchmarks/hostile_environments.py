"""What becomes of a run where the machine gives little: no processes, files, HOME, temporary folder, or room on the disk.

    $ sudo python benchmarks/hostile_environments.py

Each command runs in each environment on a repository of its own, made from a fixture. A run is *right* when its exit code
and everything it wrote are as without the environment, *told* when it ends with a documented exit code and names a cause on
stderr; everything else is wrong, and ends this script with 1. Without the right to mount, rows that need it are left out.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import typer

CHECKOUT = Path(__file__).resolve().parent.parent
LIBRARIES = Path(typer.__file__).parent.parent
SMALL = "mount -t tmpfs -o size=64k,mode=1777 tmpfs"
AS_NOBODY = "exec setpriv --reuid=65534 --regid=65534 --clear-groups"
TOLD = {2, 3, 74}

ENVIRONMENTS = {
    "plain": 'exec "$@"',
    "unprivileged": f'{AS_NOBODY} "$@"',
    "no more processes": f'ulimit -u 0; {AS_NOBODY} "$@"',
    "one process": f'ulimit -u 1; {AS_NOBODY} "$@"',
    "10 open files": 'ulimit -n 10; exec "$@"',
    "20 open files": 'ulimit -n 20; exec "$@"',
    "no HOME": 'unset HOME XDG_CACHE_HOME; exec "$@"',
    "HOME is missing": 'HOME=/nonexistent exec "$@"',
    "HOME is read-only": f'HOME=/ {AS_NOBODY} "$@"',
    "no environment": 'exec env -i PYTHONPATH="$PYTHONPATH" "$@"',
    "TMPDIR is missing": 'TMPDIR=/nonexistent exec "$@"',
    "TMPDIR is read-only": f'TMPDIR=/usr {AS_NOBODY} "$@"',
    "nowhere to write": (
        "M for a in /tmp /var/tmp /dev/shm; do mount -t tmpfs -o ro tmpfs $a; done; "
        'mount --bind "$WORK" "$WORK"; mount -o remount,bind,ro "$WORK"; cd "$WORK"; exec "$@"'
    ),
    "no /dev/shm": 'M mount -t tmpfs -o ro tmpfs /dev/shm; exec "$@"',
    "temporary disk is full": f'M {SMALL} "$WORK/small"; export TMPDIR="$WORK/small"; exec "$@"',
    "files of 4 KB": 'ulimit -f 4; exec "$@"',
    "LANG=C": 'LC_ALL=C LANG=C PYTHONUTF8=0 exec "$@"',
    "unbuffered": 'PYTHONUNBUFFERED=1 exec "$@"',
    "stdin is closed": 'exec "$@" <&-',
    "stdout is closed": 'exec "$@" >&-',
    "stderr is closed": 'exec "$@" 2>&-',
    "all three are closed": 'exec "$@" <&- >&- 2>&-',
    "stdout is full": 'exec "$@" >/dev/full',
    "stdout is full, unbuffered": 'PYTHONUNBUFFERED=1 exec "$@" >/dev/full',
    "stderr is full": 'exec "$@" 2>/dev/full',
    "stdout and stderr are full": 'exec "$@" >/dev/full 2>&1',
}

COMMANDS = {
    "analyze": ("analyze", ".", "--format", "json"),
    "analyze, no cache": ("analyze", ".", "--format", "json", "--no-cache"),
    "check": ("check", ".", "--format", "json"),
    "check --since": ("check", ".", "--since", "HEAD~1", "--format", "json", "--no-cache"),
    "baseline update": ("baseline", "update", ".", "--accept-new", "--reason", "why"),
    "propose": ("propose", ".", "--cut", "orders", "--output", "proposal"),
    "init": ("init", "empty"),
    "help": ("--help",),
}

_PAGE = ("graph", ".", "--format", "html", "--output", "small/page.html")
FULL = {
    **{
        f"a report: {kind}": ("check", ".", "--format", kind, "--output", "small/report")
        for kind in ("text", "json", "sarif", "github", "gitlab", "junit", "markdown")
    },
    "a report: analyze": ("analyze", ".", "--format", "json", "--output", "small/report"),
    "a device": ("analyze", ".", "--format", "json", "--output", "/dev/full"),
    "a graph": ("graph", ".", "--format", "dot", "--output", "small/graph.dot"),
    "a page": _PAGE,
    "a baseline": ("baseline", "create", ".", "--baseline", "small/ledgers"),
    "a proposal": ("propose", ".", "--cut", "orders", "--output", "small/proposal"),
    "a configuration": ("init", "small"),
    "the cache": ("analyze", ".", "--format", "json", "--cache-dir", "small/cache"),
}

python = sys.executable


class Outcome(NamedTuple):
    """What a run left."""

    code: int
    stdout: bytes
    files: tuple[tuple[str, bytes], ...]
    stderr: str


def main() -> None:
    """Print a line for each run; end with 1 if any is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", help="environments whose name holds this text")
    parser.add_argument("--every", type=int, default=1, help="of all runs, every so manyth")
    parser.add_argument("--python", default=sys.executable, help="an interpreter that every user may read")
    asked = parser.parse_args()
    global python  # noqa: PLW0603 (said once, and the same for every run)
    python = asked.python
    can_mount = os.geteuid() == 0 and _can_unshare()
    seen: Counter[str] = Counter()
    plain = {name: _run("plain", command) for name, command in COMMANDS.items()}
    number = 0
    for environment, line in ENVIRONMENTS.items():
        for name, command in COMMANDS.items():
            number += 1
            if number % asked.every or environment == "plain" or (asked.only and asked.only not in environment):
                continue
            needs_root = line.startswith("M ") or AS_NOBODY in line
            if needs_root and not can_mount:
                seen["left out"] += 1
                continue
            _tell(seen, environment, name, _run(environment, command), plain[name])
    for name, command in FULL.items() if can_mount and not asked.only else ():
        number += 1
        if number % asked.every == 0:
            _tell(seen, "the disk is full", name, _run("full", command), None)
    print(", ".join(f"{count} {outcome}" for outcome, count in sorted(seen.items())))
    sys.exit(bool(seen["WRONG"]))


def _can_unshare() -> bool:
    found = shutil.which("unshare")
    return found is not None and subprocess.run([found, "-m", "true"], check=False).returncode == 0


def _tell(seen: Counter[str], environment: str, name: str, found: Outcome, plain: Outcome | None) -> None:
    outcome = _judged(environment, found, plain)
    seen[outcome] += 1
    said = [line for line in found.stderr.splitlines() if line.startswith("cutpoint:")]
    shown = found.stderr[-2000:] if outcome == "WRONG" else said[0][:150] if said else ""
    print(f"{outcome:6} {found.code:4} {environment:28} {name:18} {shown}", flush=True)


def _judged(environment: str, found: Outcome, plain: Outcome | None) -> str:
    is_heard = "stderr" not in environment and "all three" not in environment
    if "Traceback" in found.stderr or "Exception ignored" in found.stderr:
        return "WRONG"
    # Where stdout leads nowhere, nobody can compare what was written to it.
    is_read = "stdout" not in environment and "all three" not in environment
    if plain is not None and found.code == plain.code and found.files == plain.files:
        if found.stdout == plain.stdout or not is_read:
            return "right"
    elif plain is None and found.code in {0, 1} and found.stdout:
        return "right"
    if found.code in TOLD and (not is_heard or "cutpoint: " in found.stderr):
        return "told"
    return "WRONG"


def _run(environment: str, command: tuple[str, ...]) -> Outcome:
    line = (
        ENVIRONMENTS.get(environment) or f'M {SMALL} small; head -c 70000 /dev/zero >small/taken 2>/dev/null; exec "$@"'
    )
    # Some environments hide the usual temporary folders.
    place = "/srv" if os.access("/srv", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="hostile-", dir=place) as folder:
        work = Path(folder, "work")
        shutil.copytree(
            CHECKOUT / "fixtures" / "bookshop",
            work,
            ignore=shutil.ignore_patterns("expected", "__pycache__", "cutpoint-baseline"),
        )
        for made in ("home", "small", "empty"):
            (work / made).mkdir()
        variables = {
            "PATH": os.environ["PATH"],
            "HOME": str(work / "home"),
            "WORK": str(work),
            "PYTHONPATH": f"{CHECKOUT}:{LIBRARIES}",
        }
        _prepare(work, variables)
        start = ["unshare", "-m"] if line.startswith("M ") else []
        done = subprocess.run(
            [*start, "bash", "-c", line.removeprefix("M "), "-", python, "-m", "cutpoint", *command],
            cwd=work,
            env=variables,
            capture_output=True,
            check=False,
            timeout=300,
        )
        files = tuple(
            (str(path.relative_to(work)), path.read_bytes())
            for path in sorted(work.rglob("*"))
            if path.is_file()
            and not {".git", "home", ".cache", "__pycache__"}.intersection(path.relative_to(work).parts)
        )
        # Each run has a folder of its own name.
        stdout = done.stdout.replace(folder.encode(), b"FOLDER")
        if command == COMMANDS["help"] and b"Usage: cutpoint" in stdout:
            # Frames are drawn with what the locale has.
            stdout = b"Usage"
        return Outcome(done.returncode, stdout, files, done.stderr.decode("utf-8", "replace"))


def _prepare(work: Path, variables: dict[str, str]) -> None:
    """A repository of two commits that is anybody's, with a baseline of the first."""

    def do(*command: str) -> None:
        subprocess.run(command, cwd=work, env=variables, check=True, capture_output=True)

    git = ("git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    do("git", "config", "--global", "safe.directory", "*")
    do("git", "init", "-q")
    do(*git, "add", ".")
    do(*git, "commit", "-qm", "one")
    do(python, "-m", "cutpoint", "baseline", "create", ".", "--no-cache", "--quiet")
    writes = "\n\ndef touch():\n    from catalog.models import Book\n\n    Book.objects.update(title='')\n"
    views = next(path for path in sorted(work.rglob("views.py")) if "catalog" not in path.parts)
    views.write_text(views.read_text() + writes)
    do(*git, "add", ".")
    do(*git, "commit", "-qm", "two")
    shutil.copy(work / "home/.gitconfig", work / ".gitconfig")
    do("chmod", "-R", "a+rwX", str(work.parent))


if __name__ == "__main__":
    main()
