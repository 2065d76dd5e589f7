"""Trees → do the first screen, the whole report, the headline and JSON print the same numbers? Each is asked of the command line.

python benchmarks/counts.py TREE [TREE …]

Numbers are those of docs/reference/counts.md; one line for each that differs, and one for each tree.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator


def main() -> None:
    """Exit 1 when anything differs."""
    is_fine = True
    for tree in sys.argv[1:]:
        wrong = list(_differences(tree))
        is_fine = is_fine and not wrong
        print(f"{tree}: {len(wrong)} numbers differ", *wrong, sep="\n    ")
    sys.exit(not is_fine)


def _differences(tree: str) -> Iterator[str]:
    report = json.loads(_told(tree, "--format", "json"))
    summary = report["summary"]
    texts = {
        "first screen": _told(tree),
        "full": " ".join(_told(tree, "--full").split()),
        "headline": _told(tree, "--quiet"),
    }
    shared = summary["shared_tables"]
    every = shared["count"] + shared["histories"] + shared["helpers"]
    models = [each for each in report["models"] if each["ours"] and not each["abstract"] and not each["auto_created"]]
    own = {table["name"] for table in report["tables"] if table["bucket"] == "own"}
    expected = {
        "(?:first-party )?app": sum(app["ours"] for app in report["apps"]),
        "model": len(models),
        "table": summary["tables"],
        "shared table": sum(table["table"] in own for table in report["shared_tables"]),
    }
    if expected["shared table"] != every:
        yield f"shared tables: JSON lists {expected['shared table']}, its summary counts {every}"
    for name, text in texts.items():
        for noun, number in expected.items():
            found = re.search(rf"([\d,]+) {noun}s?\b", text)
            if found and int(found[1].replace(",", "")) != number:
                yield f"{noun}: {name} says {found[1]}, JSON {number}"
    written: dict[str, set[tuple[str, int]]] = {}
    for access in report["accesses"]:
        if access["action"] != "read" and access["certainty"] != "possible":
            written.setdefault(access["table"], set()).add((access["path"], access["line"]))
    for table in shared["first"]:
        if table["direct"] + table["implicit"] > len(written[table["table"]]):
            yield f"{table['table']}: more direct and implicit places than JSON has places"


def _told(tree: str, *words: str) -> str:
    command = [sys.executable, "-m", "cutpoint", "analyze", tree, *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
