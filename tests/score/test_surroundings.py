"""Files beside models: those that declare them, and those whose code uses them."""

from cutpoint.score.model_graph import model_graph
from cutpoint.score.subjects import Subjects
from cutpoint.score.surroundings import declaring_files, using_files
from tests.support.builders import an_access
from tests.support.two_worlds import two_worlds


def test_a_model_is_tied_to_the_file_that_declares_it():
    pairs = {(one, other) for one, other, _ in declaring_files(Subjects(two_worlds()))}
    assert ("people.User", "/people.models") in pairs
    assert ("people.User", "/goods.models") not in pairs


def test_a_model_is_tied_to_files_that_use_it_and_most_to_those_of_few_others():
    tables = ("people_user", "people_token", "people_address", "goods_order", "goods_stock")
    more = [an_access(f"read {table}", f"goods/report.py:{at}") for at, table in enumerate(tables, 1)]
    weights = {(one, other): weight for one, other, weight in using_files(Subjects(two_worlds(accesses=more)))}
    assert weights["people.Token", "/people.views"] > weights["people.Token", "/goods.report"] > 0
    assert ("people.Address", "/people.views") not in weights


def test_blind_hides_the_files_that_declare():
    subjects = Subjects(two_worlds())
    assert model_graph(subjects, blind=True).around == ()
    seen = {end for one, other, _ in model_graph(subjects).around for end in (one, other)}
    assert {"/goods.models", "/people.models"} <= seen
