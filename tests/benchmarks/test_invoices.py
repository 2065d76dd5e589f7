"""Every cut of every fixture: the invoice adds up exactly, and all evidence opens at the right line."""

from pathlib import Path

import msgspec
import pytest

from benchmarks.cuts.opening import Sources, wrong_places, wrong_sums
from cutpoint import analyze
from cutpoint.config import Asked, load_options
from cutpoint.domain.cut import Candidate
from cutpoint.score.cutting import Cutting

FIXTURES = Path(__file__).parents[2] / "fixtures"
TREES = ["bookshop", "canary", "monorepo/backend", "reusable-app", "settings-maze"]


@pytest.fixture(scope="module", params=TREES)
def tree(request):
    return FIXTURES / request.param


@pytest.fixture(scope="module")
def cutting(tree):
    return Cutting(analyze(load_options(str(tree), Asked(use_cache=False))))


@pytest.fixture(scope="module")
def points(cutting):
    labels = cutting.subjects.labels
    halves = [Candidate(labels[at::step], ("test",), 0.5) for step in (2, 3, 5) for at in range(step)]
    apps = [Candidate(models, ("app",), 1.0) for models in cutting.facts.models_of_app.values()]
    return [cutting.cut_point(each) for each in [*cutting.candidates, *apps, *halves]]


def test_invoices_and_bills_add_up_exactly(points):
    assert not [wrong for point in points for wrong in wrong_sums(point)]


def test_evidence_opens_at_the_right_line(points, cutting, tree):
    sources = Sources(str(tree), cutting)
    assert not [wrong for point in points for wrong in wrong_places(point, sources)]


@pytest.mark.parametrize("line", [0, 1, 10_000])
def test_a_line_that_is_elsewhere_is_found_out(line):
    tree = FIXTURES / "bookshop"
    cutting = Cutting(analyze(load_options(str(tree), Asked(use_cache=False))))
    sources = Sources(str(tree), cutting)
    point = cutting.cut_point(Candidate(cutting.facts.models_of_app["orders"], ("app",), 1.0))
    item = next(item for item in point.bill if item.kind == "relation")
    place = msgspec.structs.replace(item.evidence[0], line=line)
    wrong = msgspec.structs.replace(point, bill=(msgspec.structs.replace(item, evidence=(place,)),))
    assert list(wrong_places(wrong, sources))
