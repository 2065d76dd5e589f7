"""Plants and the tree that they are for → what is wrong with their texts: no Python, or names that nothing binds."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.planted_writes.plan import Insertion, Plant, texts_after, texts_before

_ASKED = ("check", "--isolated", "--select", "F821,F823", "--output-format", "json", "--no-cache", "-")


def mistakes_in(plant: Plant, tree: Path) -> Iterator[str]:
    """One text each; *plant* alone stands in *tree*."""
    paths = {each.path for each in (plant.base, plant.new, plant.deleted) if each}
    originals = {path: (tree / path).read_bytes().decode() for path in paths if (tree / path).is_file()}
    before, after = texts_before([plant], originals), texts_after([plant], originals)
    for insertion, texts in ((plant.base, before), (plant.deleted, before), (plant.new, after)):
        if insertion is not None:
            yield from _unbound(texts[insertion.path], insertion)


def _unbound(text: str, insertion: Insertion) -> Iterator[str]:
    try:
        compile(text, insertion.path, "exec", dont_inherit=True)
    except SyntaxError as error:
        yield f"{insertion.path}:{error.lineno} {error.msg}"
        return
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *_ASKED], input=text, capture_output=True, text=True, check=False
    )
    for said in json.loads(done.stdout):
        if insertion.holds(said["location"]["row"]):
            yield f"{insertion.path}:{said['location']['row']} {said['message']}"
