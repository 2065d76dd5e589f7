"""cutpoint's models beside those that Django has after set-up: recall and precision, measure by measure.

    python benchmarks/models_against_django.py TREE DUMP.json[.gz] [--packages DIR] [--settings MODULE] [--path DIR] [--show N]

DUMP was written by a running Django (`dump_django.py`): `{"settings_module": …, "models": [{"label", "table", "first", "fields": [{"n": name,
"col": column, "kind": "fk" | "o2o" | "m2m", "to", "on_delete", "through", "gfk", "generic_relation"}]}]}`, where `first`
marks the models of the project itself. Only those are compared.
"""

import argparse
import gzip
import json
from pathlib import Path
from typing import Any

from measured import report_of

_KINDS = {"fk": "fk", "o2o": "o2o", "parent": "o2o", "m2m": "m2m"}


def main() -> None:
    """Compare, and print the result."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tree", type=Path)
    parser.add_argument("dump", type=Path)
    parser.add_argument("--packages", action="append", default=[])
    parser.add_argument("--settings")
    parser.add_argument("--path", action="append", default=[])
    parser.add_argument("--show", type=int, default=0)
    asked = parser.parse_args()
    data = asked.dump.read_bytes()
    dump = json.loads(gzip.decompress(data) if asked.dump.suffix == ".gz" else data)
    options = ["--settings", asked.settings or dump["settings_module"]]
    options += [word for folder in asked.packages for word in ("--packages", str(Path(folder).resolve()))]
    options += [word for folder in asked.path for word in ("--path", folder)]
    report = report_of(asked.tree.resolve(), options)
    of_django = said_by_django([model for model in dump["models"] if model["first"]])
    of_cutpoint = said_by_cutpoint([model for model in report["models"] if model["ours"] and not model["abstract"]])
    for name, expected in of_django.items():
        show(name, expected, of_cutpoint[name], asked.show)


def said_by_django(models: list[dict[str, Any]]) -> dict[str, set[tuple[str, ...]]]:
    """Facts by measure, of the dump."""
    facts: dict[str, set[tuple[str, ...]]] = {
        name: set() for name in ("models", "tables", "relations", "columns", "on_delete")
    }
    for model in models:
        label = model["label"].lower()
        facts["models"].add((label,))
        facts["tables"].add((label, model["table"].strip('"').lower()))
        for field in model.get("fields", ()):
            kind, name = field.get("kind"), field["n"].lower()
            if kind and field.get("to"):
                facts["relations"].add((label, name, kind, field["to"].lower(), (field.get("through") or "").lower()))
            if kind and kind != "m2m" and field.get("on_delete"):
                facts["on_delete"].add((label, name, field["on_delete"]))
            if kind != "m2m" and not field.get("gfk") and not field.get("generic_relation"):
                facts["columns"].add((label, name, (field.get("col") or field["n"]).lower()))
            elif field.get("gfk") or field.get("generic_relation"):
                facts["relations"].add((label, name, "generic", (field.get("to") or "").lower(), ""))
    return facts


def said_by_cutpoint(models: list[dict[str, Any]]) -> dict[str, set[tuple[str, ...]]]:
    """Facts by measure, of the report."""
    facts: dict[str, set[tuple[str, ...]]] = {
        name: set() for name in ("models", "tables", "relations", "columns", "on_delete")
    }
    for model in models:
        label = model["label"].lower()
        facts["models"].add((label,))
        facts["tables"].add((label, (model["table"] or "").strip('"').lower()))
        facts["columns"] |= {(label, field["name"].lower(), field["column"].lower()) for field in model["fields"]}
        for relation in model["relations"]:
            kind = _KINDS.get(relation["kind"], "generic")
            name, to = relation["name"].lower(), (relation["to"] or "").lower()
            facts["relations"].add((label, name, kind, to, (relation["through"] or "").lower()))
            if relation["on_delete"] and kind in ("fk", "o2o"):
                facts["on_delete"].add((label, name, relation["on_delete"]))
    return facts


def show(name: str, expected: set[tuple[str, ...]], got: set[tuple[str, ...]], most: int) -> None:
    """One line for a measure, and the first differences."""
    both = len(expected & got)
    recall = both / len(expected) if expected else 1.0
    precision = both / len(got) if got else 1.0
    print(f"{name:10} recall {recall:7.4f}   precision {precision:7.4f}   of {len(expected):,}")
    for sign, facts in (("missed", expected - got), ("invented", got - expected)):
        for fact in sorted(facts)[:most]:
            print(f"   {sign:8} {' '.join(fact)}")


if __name__ == "__main__":
    main()
