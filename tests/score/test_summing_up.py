"""The first screen's numbers: what was seen, the best cut with its work, shared tables by how they are written."""

import msgspec
import pytest

from cutpoint.domain.access import Bucket, Move, SharedTable, Table, TableUse
from cutpoint.domain.cut import Candidate, Verdict
from cutpoint.domain.source import Evidence
from cutpoint.domain.summary import is_helper
from cutpoint.score.cutting import Cutting
from cutpoint.score.summing_up import summary_of
from cutpoint.score.work import largest_work, writers_into
from tests.support.builders import a_model, a_relation, an_access
from tests.support.two_worlds import a_transaction, two_worlds, use

PEOPLE = ("people.Address", "people.Token", "people.TokenScope", "people.User")


def summed(analysis):
    cutting = Cutting(analysis)
    return summary_of(analysis, cutting, cutting.listed(is_brief=True))


def parted(analysis, models=PEOPLE):
    return Cutting(analysis).parting(Candidate(models, ("truth",), 1.0))


def written(*places, app):
    return TableUse(app, (), tuple(Evidence(*place) for place in places))


def a_shared(table, *writers, owner="goods"):
    moves = tuple(Move(each.app, each.evidence) for each in writers if each.app != owner)
    return SharedTable(table, owner, Bucket.OWN, owner, "declares it", writers, owner, moves)


def with_shared(*shared, accesses=(), models=()):
    tables = tuple(Table(each.table, f"goods.{each.table}", "goods", Bucket.OWN, each.writers, ()) for each in shared)
    return msgspec.structs.replace(two_worlds(accesses=accesses, models=models), tables=tables, shared_tables=shared)


def test_a_small_project_is_not_to_be_cut_and_a_step_is_said():
    shared = a_shared("goods_order", written(("goods/a.py", 1), app="goods"), written(("people/b.py", 2), app="people"))
    summary = summed(with_shared(shared))
    assert summary.best_cut is None
    assert summary.no_cut.startswith("Don't cut: 9 models")
    assert (summary.first_step.table, summary.first_step.places) == ("goods_order", 1)
    assert (summary.apps, summary.models, summary.tables) == (2, 9, 1)


@pytest.fixture(scope="module")
def worlds():
    """Two worlds, where goods write into people by three lines of two functions, one transaction writes both."""
    accesses = [
        *use("goods.views.buy", "people_user", action="update", line=50),
        *use("goods.views.rename", "goods_price", "goods_stock", "goods_product", "goods_order", line=80),
        *use("goods.views.rename", "people_user", action="update", line=60),
        *use("goods.views.rename", "people_address", action="insert", line=60),
        *use("people.views.leave", "goods_order", action="delete", line=70),
    ]
    analysis = two_worlds(accesses=accesses)
    both = a_transaction(writes=("people_user", "goods_order"), place="goods/views.py:49", function="goods.views.buy")
    return msgspec.structs.replace(analysis, transactions=(both,))


def test_work_is_summed_up_by_kind_and_by_whom(worlds):
    work = largest_work(parted(worlds))
    assert len(work) == len({item.kind for item in work}) <= 3
    write = next(item for item in work if item.kind == "write")
    assert write.what == "route 2 writes of goods through it"
    assert write.places == 2
    assert write.evidence == (Evidence("goods/views.py", 50), Evidence("goods/views.py", 60))


def test_the_other_side_of_it(worlds):
    goods = tuple(sorted(label for label in Cutting(worlds).subjects.labels if label not in PEOPLE))
    work = {item.kind: item.what for item in largest_work(parted(worlds, goods))}
    assert work["write"] == "route its 2 writes to tables of people through people"
    assert work["relation"] == "turn 1 foreign key to people.User into an id"


def test_reads_of_who_is_signed_in_are_told_last_and_what_follows_with_its_write():
    accesses = [
        *(each for line in range(60, 66) for each in use("goods.views.buy", "people_user", line=line, via="request")),
        *use("goods.views.buy", "people_user", line=70),
        *use("goods.views.rename", "people_address", line=71, via="cascade"),
        *use("goods.views.rename", "people_address", line=72, via="signal"),
        *use("goods.views.buy", "goods_price", "goods_stock", "goods_product", "goods_order", action="update", line=80),
    ]
    work = {item.kind: item for item in largest_work(parted(two_worlds(accesses=accesses)))}
    assert work["read"].what == "answer 1 read by goods: operations or a replica"
    assert work["identity"].what == "take who is signed in from a token at 6 places instead of reading it"
    assert list(work)[-1] == "identity"


@pytest.mark.parametrize(("users", "has_work"), [("auth.User", True), ("people.User", False)])
def test_what_each_side_gets_with_its_package_is_no_work_but_users_are(users, has_work):
    package = a_model("auth.User", table="auth_user", ours=False, place="")
    noted = a_model("goods.Note", a_relation("auth.User"), place="goods/models.py:90")
    accesses = [
        *use("people.views.login", "auth_user", line=95),
        *use("goods.views.who", "auth_user", "goods_order", joins=["auth_user"], line=96),
        *use("goods.views.list", "auth_user", line=98),
    ]
    analysis = two_worlds(models=[package, noted], accesses=accesses)
    settings = msgspec.structs.replace(analysis.catalog.settings, auth_user_model=users)
    analysis = msgspec.structs.replace(analysis, catalog=msgspec.structs.replace(analysis.catalog, settings=settings))
    told = [item for item in largest_work(parted(analysis)) if item.kind in {"read", "join"}]
    assert bool(told) is has_work


def test_who_writes_into_it(worlds):
    assert writers_into(parted(worlds)) == ("goods",)
    assert writers_into(parted(two_worlds())) == ()
    kept = use("goods.views.buy", "people_user", action="insert", via="history", cause=Evidence("people/models.py", 1))
    assert writers_into(parted(two_worlds(accesses=kept))) == ()


def separate_of(analysis, **parts):
    """What is told to be easy to extract where the people are a trivial cut with these *parts*, and another one is worth it in 9 places."""
    cutting = Cutting(analysis)
    people = cutting.cut_point(Candidate(PEOPLE, ("truth",), 1.0))
    people = msgspec.structs.replace(people, **{"name": "people", "verdict": Verdict.TRIVIAL, "score": 80.0, **parts})
    other = msgspec.structs.replace(people, name="goods", verdict=Verdict.WORTH_IT, effort=9)
    listed = msgspec.structs.replace(cutting.listed(is_brief=True), cut_points=(other, people))
    return summary_of(analysis, cutting, listed).separate


def test_what_is_easy_to_extract_takes_few_places_and_has_no_other_writer(worlds):
    assert separate_of(two_worlds(), effort=9) == ("people",)
    assert separate_of(two_worlds(), effort=10) == ()
    assert separate_of(two_worlds(), effort=9, score=50.0) == ()
    assert separate_of(two_worlds(), effort=10, verdict=Verdict.ALREADY_SEPARATE) == ("people",)
    assert separate_of(worlds, effort=9) == ()


def test_apps_that_are_installed_in_place_of_others_do_not_count():
    analysis = two_worlds()
    first, *others = analysis.catalog.apps
    apps = (msgspec.structs.replace(first, installed="alternative"), *others)
    catalog = msgspec.structs.replace(analysis.catalog, apps=apps)
    assert summed(analysis).apps - summed(msgspec.structs.replace(analysis, catalog=catalog)).apps == 1


def test_direct_writes_come_before_what_only_follows():
    def direct(table, path, line):
        return an_access(f"update {table}", f"{path}:{line}")

    def implicit(table, path, line):
        return an_access(f"update {table}", f"{path}:{line}", cause=Evidence("goods/models.py", 1), via="form")

    here = written(("goods/a.py", 1), app="goods")
    loud = a_shared("goods_order", here, written(*(("people/b.py", line) for line in range(5)), app="people"))
    hard = a_shared("goods_price", here, written(("people/b.py", 8), ("people/b.py", 9), app="people"))
    accesses = [
        *(implicit("goods_order", "people/b.py", line) for line in range(5)),
        direct("goods_price", "people/b.py", 8),
        direct("goods_price", "people/b.py", 9),
    ]
    first, second = summed(with_shared(loud, hard, accesses=accesses)).shared_tables.first
    assert (first.table, first.direct, first.implicit) == ("goods_price", 2, 0)
    assert (second.table, second.direct, second.implicit) == ("goods_order", 0, 5)
    assert first.first == Evidence("people/b.py", 8)
    assert first.apps == ("people", "goods")


def test_what_only_seed_data_and_test_helpers_share_is_apart():
    here = written(("goods/a.py", 1), app="goods")
    seeded = a_shared("goods_price", here, written(("people/seed_data.py", 2), app="people"))
    summary = summed(with_shared(seeded))
    assert (summary.shared_tables.count, summary.shared_tables.helpers, summary.shared_tables.first) == (0, 1, ())


@pytest.mark.parametrize(
    ("path", "helper"),
    [
        ("shop/management/commands/seed.py", True),
        ("shop/fixtures/build.py", True),
        ("shop/order_factory.py", True),
        ("shop/Demo-Data/x.py", True),
        ("shop/seedling.py", False),
        ("shop/views.py", False),
        ("factoryfloor/models.py", False),
        ("shop/management/commands/create_test_orders.py", True),
        ("shop/management/commands/latest.py", False),
        ("shop/blood_test.py", False),
    ],
)
def test_helpers_are_known_by_words(path, helper):
    assert is_helper(path) is helper


def test_verdicts_that_are_good_are_best():
    assert [verdict for verdict in Verdict if verdict.is_good] == [Verdict.CLEAN, Verdict.WORTH_IT]
