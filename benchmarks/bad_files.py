"""Forty bad files in one tree: what the main process takes, and whether each of them costs itself alone. Prints figures.

    python benchmarks/bad_files.py [--keep DIR]

Half of them are monsters for parsers (nested, long, no text), half are a few lines that make more than any machine holds;
each stands in a module that a model's module imports, and declares a model after its monster.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_TEXTS = {
    "parentheses": "x = " + "(" * 5_000 + "1" + ")" * 5_000,
    "lists": "x = " + "[" * 5_000 + "]" * 5_000,
    "sum": "x = " + " + ".join(["1"] * 50_000),
    "attributes": "x = a" + ".a" * 50_000,
    "calls": "x = a" + "()" * 50_000,
    "unary": "x = " + "-" * 50_000 + "1",
    "not": "x = " + "not " * 50_000 + "1",
    "lambda": "x = " + "lambda: " * 50_000 + "1",
    "ternary": "x = " + "1 if a else " * 50_000 + "1",
    "elif": "if x == 0:\n    pass\n" + "".join(f"elif x == {n}:\n    pass\n" for n in range(20_000)),
    "indented": "".join(" " * n + "if x:\n" for n in range(200)) + " " * 200 + "pass",
    "literal": "x = [\n" + "    ('row', 1, 2.0, None),\n" * 70_000 + "]",
    "names": "\n".join(f"a{n} = {n}" for n in range(100_000)),
    "functions": "\n".join(f"def f{n}(): return {n}" for n in range(40_000)),
    "classes": "\n".join(f"class C{n}: a = {n}" for n in range(40_000)),
    "f-string": "x = f'" + "{a}" * 100_000 + "'",
    "text": "x = '" + "a" * 1_900_000 + "'",
    "number": "x = " + "9" * 1_000_000,
    "too large": "x = 1\n" * 1_000_000,
    "comparison": "x = " + " < ".join(["a"] * 50_000),
}
_DOUBLING = (
    ("['a']", "x = x + x"),
    ("['a']", "x += x"),
    ("['a']", "x = [*x, *x]"),
    ("('a',)", "x = x + x"),
    ("('a',)", "x = x * 9"),
    ("'a'", "x = x + x"),
    ("'a'", "x = f'{x}{x}'"),
    ("'a'", "x = '%s%s' % (x, x)"),
    ("'a'", "x = '{}{}'.format(x, x)"),
    ("'a'", "x = x.join([x, x])"),
    ("'a'", "x = x.replace('a', 'aa')"),
    ("3", "x = x * x"),
    ("{'a': 1}", "x = {**x, **{f'{k}{len(x)}': 1 for k in x}}"),
    ("'a'", "x = (x, x)"),
    ("'a'", "x = [x, x]"),
)
_MANY = (
    "big = ['a'] * 90_000\nx = []\nfor _ in range(5_000): x.append(list(big))",
    "x = []\nfor _ in range(5_000): x.append(['a'] * 90_000)",
    "x = {}\nfor n in range(5_000): x[n] = ('a',) * 90_000",
    "x = [['a'] * 90_000 for _ in range(5_000)]",
    "big = 'a' * 90_000\nx = {}\nfor n in range(5_000): x[n] = big + str(n)",
)
_MODEL = "\nfrom django.db import models\nclass After{number}(models.Model):\n    class Meta: app_label = 'shop'\n"


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(asked.keep or Path(folder, "bad"))


def measure(root: Path) -> None:
    """Write the tree below *root*, analyze it, and print what it took."""
    programs = [*(f"x = {start}\nfor _ in range(60):\n    {step}" for start, step in _DOUBLING), *_MANY]
    bad = [*_TEXTS.values(), *programs]
    write(root, bad)
    report, peak = analyzed(root)
    models = {model["name"] for model in report["models"]}
    spots = {spot["path"] for spot in report["blind_spots"]}
    named = sum(f"shop/bad{number}.py" in spots for number in range(len(bad)))
    found = sum(f"After{number}" in models for number in range(len(_TEXTS), len(bad)))
    print(f"{len(bad)} bad files: main process {peak} MB at its peak, complete: {report['complete']}")
    print(f"named as blind spots: {named}; models that stand after a value too large: {found} of {len(programs)}")
    print(f"the good model is there: {'Good' in models}")


def write(root: Path, bad: list[str]) -> None:
    """A project whose models import *bad* modules."""
    shop = root / "shop"
    shop.mkdir(parents=True)
    (root / "manage.py").write_text("import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site_settings')\n")
    (root / "site_settings.py").write_text("INSTALLED_APPS = ['shop']\n")
    (shop / "__init__.py").write_text("")
    imports = "".join(f"from shop import bad{number}\n" for number in range(len(bad)))
    good = "from django.db import models\nclass Good(models.Model): pass\n"
    (shop / "models.py").write_text(f"{imports}{good}")
    for number, text in enumerate(bad):
        (shop / f"bad{number}.py").write_text(f"{text}\n{_MODEL.format(number=number)}")


def analyzed(root: Path) -> tuple[dict[str, list[dict[str, object]]], int]:
    """The report on *root*, and the peak of the main process in MB of resident memory (Linux)."""
    output = root.parent / "bad.json"
    command = [sys.executable, "-m", "cutpoint", "analyze", str(root), "--no-cache", "--format", "json", "-q"]
    peak = 0
    with subprocess.Popen([*command, "--output", str(output)]) as run:
        while run.poll() is None:
            status = Path(f"/proc/{run.pid}/status").read_text("utf-8")
            peak = max([peak, *(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))])
            time.sleep(0.02)
    assert run.returncode == 0, run.returncode
    return json.loads(output.read_text("utf-8")), peak >> 10


if __name__ == "__main__":
    main()
