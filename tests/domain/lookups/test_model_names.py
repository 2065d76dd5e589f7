"""Models by label, app and bare name."""

import pytest

from cutpoint.domain.lookups.model_names import is_ambiguous, labels_called
from tests.support.builders import a_model

MODELS = {
    model.label: model
    for model in (a_model("shop.Order"), a_model("shop.Line"), a_model("billing.Line"), a_model("order.Note"))
}


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("shop.Order", ["shop.Order"]),
        ("SHOP.order", ["shop.Order"]),
        ("shop", ["shop.Order", "shop.Line"]),
        ("Order", ["shop.Order"]),
        ("order", ["order.Note"]),
        ("Line", ["shop.Line", "billing.Line"]),
        ("Lines", []),
    ],
)
def test_what_is_meant(text, labels):
    assert list(labels_called(MODELS, text)) == labels


def test_only_a_bare_name_can_be_of_several():
    assert is_ambiguous(MODELS, "Line", labels_called(MODELS, "Line"))
    assert not is_ambiguous(MODELS, "shop", labels_called(MODELS, "shop"))


@pytest.mark.parametrize("text", ["shop.Rush", "Rush", "rush"])
def test_a_proxy_is_named_for_the_one_whose_rows_it_has(text):
    assert labels_called(MODELS, text, {"shop.Rush": "shop.Order"}) == ("shop.Order",)
