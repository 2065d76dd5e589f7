"""Pages of projects → screenshots in light and dark, the sizes of the pages, and how long each takes to open.

    python benchmarks/screenshots.py fixtures/bookshop ../healthchecks --output pictures
    python benchmarks/screenshots.py fixtures/bookshop --only map --output docs/pictures

Needs playwright and Chromium, as the tests of the page do.
"""

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parent.parent
STATES = {
    "map": "",
    "line": "#kinds=write%2Cread",
    "matrix": "#view=matrix&kinds=write%2Cread%2Cjoin",
    "tables": "#view=tables",
    "cuts": "#view=cuts",
    "what-if": "#view=whatif",
}
"""What is looked at, by the name of the picture."""


def main() -> None:
    """Write the pictures and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("projects", nargs="+", type=Path)
    parser.add_argument("--output", type=Path, required=True, help="The folder for pictures and pages.")
    parser.add_argument("--only", choices=sorted(STATES), help="One picture of each project.")
    asked = parser.parse_args()
    asked.output.mkdir(parents=True, exist_ok=True)
    with opened_browser() as browser:
        for project in asked.projects:
            page = written(project, asked.output)
            states = {asked.only: STATES[asked.only]} if asked.only else STATES
            for name, scheme, seconds in pictures(browser, page, states, asked.output):
                print(
                    f"{project.name:20} {page.stat().st_size:>12,} bytes  {name:8} {scheme:6} open after {seconds:.2f} s"
                )
            if asked.only:
                page.unlink()


def opened_browser() -> Any:  # noqa: ANN401 - playwright is only there for those who ask for pictures
    """A context that gives a started Chromium."""
    import contextlib

    from playwright.sync_api import sync_playwright

    @contextlib.contextmanager
    def started() -> Iterator[Any]:
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            yield browser
            browser.close()

    return started()


def written(project: Path, folder: Path) -> Path:
    """The page of *project*."""
    page = (folder / f"{project.name}.html").resolve()
    command = [
        sys.executable,
        "-m",
        "cutpoint",
        "analyze",
        str(project),
        "--format",
        "html",
        "--quiet",
        "--output",
        str(page),
    ]
    subprocess.run(command, check=True, cwd=CHECKOUT if not project.is_absolute() else None)
    return page


def pictures(browser: Any, page: Path, states: dict[str, str], folder: Path) -> Iterator[tuple[str, str, float]]:  # noqa: ANN401 - as above
    """(name, scheme, seconds until the page answered) of each picture that was taken."""
    for scheme in ("light", "dark"):
        for name, state in states.items():
            tab = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme=scheme)
            started = time.perf_counter()
            tab.goto(f"{page.as_uri()}{state}")
            tab.wait_for_selector("html[data-ready]", state="attached")
            seconds = time.perf_counter() - started
            # Cytoscape draws in the next frames.
            tab.wait_for_timeout(400)
            tab.screenshot(path=folder / f"{page.stem}-{name}-{scheme}.png")
            tab.close()
            yield name, scheme, seconds


if __name__ == "__main__":
    main()
