"""One browser for all tests of the page, and the page of the bookshop."""

from pathlib import Path

import pytest

import cutpoint
from cutpoint.domain.project import Options
from cutpoint.judging import on_disk
from cutpoint.pipeline import analyze
from tests.support.pages import Watched, a_browser, page_text

BOOKSHOP = Path(cutpoint.__file__).parents[1] / "fixtures/bookshop"


@pytest.fixture(scope="session")
def browser():
    with a_browser() as started:
        yield started


@pytest.fixture(scope="session")
def bookshop():
    return analyze(Options(str(BOOKSHOP), workers=1))


@pytest.fixture(scope="session")
def bookshop_file(bookshop, tmp_path_factory):
    file = tmp_path_factory.mktemp("page") / "bookshop.html"
    file.write_text(page_text(bookshop, content_of=on_disk(str(BOOKSHOP))), "utf-8")
    return file


@pytest.fixture
def watched(browser):
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    # The map has to answer at once on a slow machine, too; it is slow only while the machine is.
    page.set_default_timeout(20_000)
    watched = Watched(page)
    yield watched
    page.close()
    assert not watched.wrongs
