"""The pages lead where they say, and the generated ones say what the code says."""

import re
from pathlib import Path

import pytest

import cutpoint

CHECKOUT = Path(cutpoint.__file__).parent.parent
PAGES = sorted([*CHECKOUT.glob("*.md"), *CHECKOUT.glob("docs/**/*.md"), *CHECKOUT.glob("fixtures/*/README.md")])
LINK = re.compile(r"\[[^\]]*\]\((?!\w+:|#)([^)#\s]+)[^)]*\)")


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(CHECKOUT)) for page in PAGES])
def test_relative_links_lead_somewhere(page):
    text = re.sub(r"^(```+).*?^\1", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    lost = [target for target in LINK.findall(text) if not (page.parent / target).exists()]
    assert not lost
