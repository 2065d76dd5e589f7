"""Pages in a real browser: what they say, and everything that they should not have done."""

import os
import shutil
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from cutpoint.charting import chart
from cutpoint.domain.cut import CutPoints
from cutpoint.emit.html.page import html_page
from cutpoint.score.cutting import Cutting

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
LEFT_OUT = "leaves out what the page does in a browser: pip install playwright, and apt install chromium"


class Unsearched(Cutting):
    """Proposes nothing: among thousands of models that takes far longer than all that a page shows of them."""

    def listed(self, configured=(), *, is_brief=False):  # noqa: ARG002 (asked like any other)
        return CutPoints((), (), ())


def page_text(analysis, services=None, named=(), *, cutting=Cutting, **parts) -> str:
    """The page of an analysis that was made by hand."""
    return html_page(chart(cutting(analysis), services, named, **parts))


class Watched:
    """A page that is open, and what it did that no page of ours may do."""

    def __init__(self, page):
        self.page = page
        self.wrongs: list[str] = []
        page.on("console", lambda said: self.wrongs.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: self.wrongs.append(str(error)))
        page.on(
            "request", lambda asked: None if asked.url.startswith(("file:", "blob:")) else self.wrongs.append(asked.url)
        )
        page.on("dialog", self._refuse)
        page.add_init_script(
            "addEventListener('securitypolicyviolation', (event) => console.error('violates', event.violatedDirective))"
        )

    def _refuse(self, dialog):
        self.wrongs.append(dialog.message)
        dialog.dismiss()

    def open(self, file: Path, state: str = ""):
        self.page.goto(f"{file.as_uri()}{state}")
        self.page.wait_for_selector("html[data-ready]", state="attached")
        return self.page

    def lines(self):
        """(who, whom, what) of every line of the map, as the table below it says."""
        rows = self.page.locator("#twins details").first.locator("tbody tr")
        texts = rows.evaluate_all(
            "(rows) => rows.map((row) => [...row.cells].slice(0, 3).map((cell) => cell.textContent))"
        )
        return {tuple(row) for row in texts}

    def nodes(self):
        return set(self.page.locator("#twins details").nth(1).locator("li > button:first-child").all_text_contents())


class Browser:
    """Chromium without a window, started when a page is asked for and again when a crowded machine has ended it."""

    def __init__(self, driver):
        self._driver = driver
        self._open: list = []

    def new_page(self, **options):
        try:
            return self._started().new_page(**options)
        except self._driver.Error:
            # A page that brings the browser down fails the test that it is open in; the next one begins anew.
            self.close()
            return self._started().new_page(**options)

    def _started(self):
        if not self._open:
            started = self._driver.sync_playwright().start()
            self._open.append(started.stop)
            # Whoever is root in a container has no sandbox.
            flags = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
            self._chromium = started.chromium.launch(executable_path=CHROMIUM, args=flags)
            self._open.append(self._chromium.close)
        return self._chromium

    def close(self):
        while self._open:
            with suppress(self._driver.Error):
                self._open.pop()()


@contextmanager
def a_browser():
    """A browser; tests that ask for it are left out where there is none, and say so."""
    driver = pytest.importorskip("playwright.sync_api", reason=LEFT_OUT)
    if CHROMIUM is None:
        pytest.skip(LEFT_OUT)
    with closing(Browser(driver)) as browser:
        yield browser
