"""A checkout planted with code under the names that Python, pip, git and shells look for, each of which sings when it runs."""

import os
from pathlib import Path

_MODULES = (
    *("venv", "pip", "json", "sitecustomize", "usercustomize", "typer", "shlex", "pathlib", "runpy"),
    *("hatchling", "rich", "msgspec", "setup", "ensurepip/__init__", "ensurepip/__main__", "cutpoint/__init__"),
    *("cutpoint/__main__", "hatchling/build/__init__"),
)
_PROGRAMS = ("git", "gh", "python", "python3", "ls", "cat", "head", "mktemp", "ssh", "cutpoint")


def plant(checkout: Path, songs: Path) -> dict[str, str]:
    """Plant *checkout*; whatever sings writes its name below *songs*. Returns an environment that leads to all of it."""
    songs.mkdir(exist_ok=True)
    for name in _MODULES:
        file = checkout / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"open({str(songs / name.replace('/', '.'))!r}, 'w').close()\n")
    programs = checkout / "bin"
    programs.mkdir()
    for name in _PROGRAMS:
        (programs / name).write_text(f"#!/bin/sh\n: > {songs}/program-{name}\n")
        (programs / name).chmod(0o755)
    (checkout / "pip.conf").write_text(
        f"[global]\nindex-url = file://{checkout}/index\nfind-links = {checkout}/index\n"
    )
    (checkout / "setup.cfg").write_text("[install]\nprefix = /nowhere\n")
    home = checkout / "home"
    (home / ".config/pip").mkdir(parents=True)
    (home / ".config/pip/pip.conf").write_text((checkout / "pip.conf").read_text())
    (home / ".gitconfig").write_text(f"[core]\n\tfsmonitor = : > {songs}/fsmonitor; false\n")
    return {
        "PYTHONPATH": f"{checkout}{os.pathsep}.",
        "PYTHONSTARTUP": str(checkout / "sitecustomize.py"),
        "PYTHONUSERBASE": str(checkout),
        "PIP_CONFIG_FILE": str(checkout / "pip.conf"),
        "PIP_FIND_LINKS": str(checkout / "index"),
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "PATH": os.pathsep.join((str(programs), ".", "bin", os.environ["PATH"])),
    }


def sung(songs: Path) -> list[str]:
    """What has run, by name."""
    return sorted(os.listdir(songs))
