"""What is said about cutting a project at all."""

import msgspec
import pytest

from cutpoint.score.cutting import Cutting
from tests.support.builders import a_catalog, a_model, a_relation, an_access, an_analysis


def advice(*models, databases=("default",), routers=(), accesses=()):
    analysis = an_analysis(catalog=a_catalog(models=models), accesses=accesses)
    settings = msgspec.structs.replace(analysis.catalog.settings, databases=databases, database_routers=routers)
    catalog = msgspec.structs.replace(analysis.catalog, settings=settings)
    return Cutting(msgspec.structs.replace(analysis, catalog=catalog)).listed().advice


def tangle(app, count=16):
    return [a_model(f"{app}.M{at}", a_relation(f"{app}.M{(at + 1) % count}")) for at in range(count)]


def test_a_small_project_is_told_so():
    assert advice(a_model("a.One"))[0].startswith("Don't cut here: a project of 1 model is small")


@pytest.mark.parametrize("alias", ["replica", "read", "read_only", "default-replica-2"])
def test_a_read_replica_is_named(alias):
    said = " ".join(advice(*tangle("a"), databases=("default", alias), routers=("x.PrimaryReplicaRouter",)))
    assert f"{alias} looks like a read replica, not a split" in said
    assert "cut already" not in said


def test_a_router_that_sends_an_app_elsewhere_is_a_cut_that_is_made():
    said = " ".join(advice(*tangle("a"), databases=("analytics", "default"), routers=("x.AnalyticsRouter",)))
    assert "routed by x.AnalyticsRouter: an app that it sends elsewhere is cut already" in said
    assert "replica" not in said


def test_another_database_without_a_router_says_nothing():
    assert not [said for said in advice(*tangle("a"), databases=("default", "legacy")) if "legacy" in said]


def test_a_lonely_app_is_a_cheap_first_step_and_a_coupled_one_is_not():
    models = [*tangle("a"), a_model("lonely.Log"), a_model("coupled.Note")]
    calls = [
        an_access("update coupled_note", "a/views.py:1", function="a.views.f"),
        an_access("update a_m1", "a/views.py:2", function="a.views.f"),
        an_access("update a_m2", "a/views.py:3", function="a.views.f"),
    ]
    said = " ".join(advice(*models, accesses=calls))
    assert "Already separate, nothing crosses: lonely." in said
    assert "coupled" not in said.partition("Already")[2]
