"""What became of plants → figures, and what is to be read of those that nobody caught."""

from collections.abc import Callable, Iterable

from benchmarks.planted_writes.judging import Judged
from benchmarks.planted_writes.plan import Plant


def figures(results: Iterable[Judged]) -> str:
    """How many are caught: of all, by project, by where the receiver is from, by what is deleted, and by kind."""
    known = [*results]
    parts: tuple[tuple[str, Callable[[Plant], str]], ...] = (
        ("all", lambda _: "all"),
        ("project", lambda plant: plant.project),
        ("receiver", lambda plant: "new" if plant.receiver == "new" else "existing"),
        ("receiver, in detail", lambda plant: plant.receiver),
        ("deleted beside it", lambda plant: "an unrelated write" if plant.deleted else "nothing"),
        ("kind", lambda plant: plant.kind),
    )
    lines = ["| | planted | caught |", "| --- | ---: | ---: |"]
    for title, group in parts:
        for name in dict.fromkeys(sorted(group(each.plant) for each in known)):
            those = [each for each in known if group(each.plant) == name]
            lines.append(f"| {title}: {name} | {len(those)} | {sum(each.is_caught for each in those)} |")
    return "\n".join(lines)


def missed(result: Judged) -> str:
    """A plant that wasn't caught, with its text and what is said of it."""
    plant = result.plant
    said = result.said or ("nothing",)
    gone = f"deleted: {plant.deleted.path}:{plant.deleted.after + 1}" if plant.deleted else "nothing deleted"
    head = f"{plant.number} {plant.project}, {plant.kind}, {plant.receiver}: {plant.app} -> {plant.owner} {plant.table}"
    base = plant.base.text.strip().splitlines() if plant.base else []
    text = [*(f"  base {line}" for line in base), *(f"    {line}" for line in plant.new.text.strip("\n").splitlines())]
    return "\n".join(
        [head, f"  {plant.new.path}:{plant.new.after + 1}, {gone}", *text, *(f"  said: {each}" for each in said)]
    )
