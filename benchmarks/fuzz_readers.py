"""Made-up documents for each reader of cutpoint, and whether one does anything but read or refuse: prints figures, exits with 1 if so.

    python benchmarks/fuzz_readers.py [--examples 5000] [--seed 1] [--only NAME] [--atheris SECONDS]

The readers, and a valid document of each, stand in `fuzzing/readers.py`: raw SQL, the configuration and other packaging
files, patterns, the baseline and what a killed run left of it, the manifest of a proposal, comments that ignore findings,
templates and sources; three of them through whole commands, which get a fiftieth of the documents. hypothesis makes the
documents out of the valid one, by changes to its structure and damage to its bytes, or out of nothing, and looks for the
smallest that goes wrong. Each reader also gets one of 5 MB. Right are a value and a documented error with a text; wrong
are any other exception, and more than 20 s of processor time.

With `--atheris`, which needs `pip install atheris`, one reader (`--only`) gets documents that atheris makes instead, as
long as those seconds last: it follows which lines of cutpoint they reach, and ends at the first that goes wrong.
"""

import argparse
import random
import shutil
import sys
import time
import traceback
from pathlib import Path
from types import FunctionType
from typing import NamedTuple

from fuzzing.commanding import OutOfTimeError, limited
from fuzzing.readers import Reader, readers, small_project
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from measured import temporary_folder

_SECONDS = 20
_LARGE = 5 << 20


class SlowError(Exception):
    """A document took too long."""


class Judged(NamedTuple):
    """How many documents a reader got, and what went wrong with one."""

    documents: int
    wrong: str


def main() -> None:
    """Read as many documents as the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", type=int, default=5_000, help="Documents for each reader.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=sorted(readers()))
    parser.add_argument("--atheris", type=int, metavar="SECONDS")
    given_words = parser.parse_args()
    chosen = {name: reader for name, reader in readers().items() if given_words.only in {None, name}}
    with temporary_folder() as folder:
        if given_words.atheris is not None:
            _follow(next(iter(chosen.values())), folder, given_words.atheris)
        found = []
        for name, reader in chosen.items():
            found.append(judged(reader, folder, given_words.examples // reader.cost, given_words.seed))
            print(f"{found[-1].documents:9,}  {name}\n{found[-1].wrong}".rstrip("\n"), flush=True)
    bad = sum(bool(each.wrong) for each in found)
    print(f"{sum(each.documents for each in found):9,}  documents of seed {given_words.seed}, {bad} readers went wrong")
    sys.exit(bool(bad))


def judged(reader: Reader, folder: Path, examples: int, number: int) -> Judged:
    """What becomes of *examples* documents, and of a large one."""
    documents = 0

    @seed(number)
    @settings(
        max_examples=max(1, examples),
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(st.one_of(st.builds(reader.odd, st.randoms(use_true_random=False)), st.binary(max_size=400)))
    def read(data: bytes) -> None:
        nonlocal documents
        documents += 1
        _read(reader, data, folder)

    try:
        line = reader.odd(random.Random(number)) + b"\n"  # noqa: S311 (no secret)
        _read(reader, line * (_LARGE // len(line) + 1), folder)
        read()
    except Exception:  # noqa: BLE001 (it is what is counted)
        return Judged(documents + 1, traceback.format_exc()[-4_000:])
    return Judged(documents + 1, "")


def _read(reader: Reader, data: bytes, folder: Path) -> None:
    project = folder / "project"
    shutil.rmtree(project, ignore_errors=True)
    small_project(project)
    began = time.process_time()
    try:
        with limited(_SECONDS):
            reader.read(data, project)
    except OutOfTimeError:
        raise SlowError(f"more than {_SECONDS} s of processor time") from None
    assert time.process_time() - began < _SECONDS


def _follow(reader: Reader, folder: Path, seconds: int) -> None:
    import atheris

    # Only our own code: all that is loaded would be instrumented for minutes.
    for module in [each for name, each in sorted(sys.modules.items()) if name.startswith("cutpoint.")]:
        for function in vars(module).values():
            if isinstance(function, FunctionType) and function.__module__ == module.__name__:
                atheris.instrument_func(function)

    def test(data: bytes) -> None:
        chance = random.Random(data)  # noqa: S311 (no secret)
        _read(reader, data if len(data) % 2 else reader.odd(chance), folder)

    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-max_len=4000"], test)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
