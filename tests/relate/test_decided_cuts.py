"""Which side tables and modules are on, of a cut that names models and apps."""

from cutpoint.domain.cut_settings import NamedCut
from cutpoint.domain.service import OUTSIDE
from cutpoint.relate.decided_cuts import decided_cuts
from tests.support.builders import a_catalog, a_model, a_relation

MODELS = (
    a_model("shop.Order", a_relation("shop.Tag", "m2m", name="tags", through="shop.Order_tags"), module="shop.models"),
    a_model("shop.Tag", module="shop.models"),
    a_model("shop.Order_tags", auto_created=True, module="shop.models"),
    a_model("shop.Refund", module="shop.refunds.models"),
    a_model("shop.RefundLine", module="shop.refunds.models"),
    a_model("auth.User", module="django.contrib.auth.models", ours=False),
)


def decided(*cuts, models=MODELS):
    return decided_cuts(a_catalog(models=models), cuts)


def test_a_package_is_where_its_models_are():
    (cut,) = decided(NamedCut("refunds", ("Refund", "RefundLine")))
    modules = ("shop.refunds", "shop.refunds.views", "shop.models", "shop.views", "shop.refunding")
    assert [cut.services.of_module(module) for module in modules] == [
        "refunds",
        "refunds",
        "rest-of-refunds",
        OUTSIDE,
        OUTSIDE,
    ]


def test_a_package_with_models_of_both_sides_is_on_none():
    (cut,) = decided(NamedCut("refunds", ("shop.Refund",)))
    assert cut.services.of_module("shop.refunds.models") == OUTSIDE
    assert [cut.services.of_model(label) for label in ("shop.Refund", "shop.RefundLine")] == [
        "refunds",
        "rest-of-refunds",
    ]


def test_pairs_are_where_their_field_is_declared():
    (cut,) = decided(NamedCut("orders", ("shop.Order",)))
    assert cut.services.of_model("shop.Order_tags") == "orders"


def test_what_is_theirs_or_not_named_is_on_no_side():
    (cut,) = decided(NamedCut("refunds", ("shop.Refund",), ("shop.Order",)))
    assert {cut.services.of_model(label) for label in ("auth.User", "shop.Tag", "shop.RefundLine")} == {OUTSIDE}


def test_a_cut_of_a_past_without_its_models_parts_nothing():
    assert decided_cuts(a_catalog(models=MODELS), [NamedCut("new", ("shop.New",))], is_past=True) == ()
