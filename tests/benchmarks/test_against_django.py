"""A dump beside a report: what the table says of them, and what counts as said."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "against_django.py"


def url(route: str) -> dict:
    return {"route": route, "view": "shop.views.pay", "first": True, "admin": False, "name": ""}


def point(name: str, certainty: str) -> dict:
    return {"kind": "url", "name": name, "certainty": certainty, "function": "shop.views.pay"}


def test_what_defaults_decide_against_is_no_claim(tmp_path):
    dumps, reports = tmp_path / "dumps", tmp_path / "reports"
    dumps.mkdir()
    reports.mkdir()
    said = {
        "apps": [{"label": name, "name": name, "first": True} for name in ("shop", "extra")],
        "models": [],
        "urls": [url("pay/"), url("ship/")],
    }
    (dumps / "toys.json.gz").write_bytes(gzip.compress(json.dumps(said).encode()))
    apps = [
        {"label": name, "name": name, "ours": True, "installed": installed}
        for name, installed in (("shop", "yes"), ("extra", "conditional"), ("debug", "alternative"))
    ]
    points = [point("pay/", "proved"), point("ship/", "inferred"), point("demo/", "possible")]
    report = {"apps": apps, "models": [], "entry_points": points}
    (reports / "toys.none.json").write_text(json.dumps(report))
    points[1] = point("ship/", "possible")
    (reports / "toys.pinned.json").write_text(json.dumps(report))
    asked = [sys.executable, str(SCRIPT), str(dumps), str(reports), "--show", "5"]
    lines = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()
    both, none = "1.000 / 1.000 / - of 2", "1.000 / 1.000 / - of 0"
    assert lines[2] == f"| toys | {both} | {none} | {none} | {none} | 1.000 / 0.500 / - of 2 |"
    assert lines[3:] == ["toys, pinned: urls missed ship/"]
