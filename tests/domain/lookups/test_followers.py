"""Who has no place of their own."""

from cutpoint.domain.lookups.followers import followers_of
from tests.support.builders import a_model, a_relation


def test_proxies_and_pairs_follow():
    models = [
        a_model("shop.Order", a_relation("shop.Tag", "m2m", name="tags", through="shop.Order_tags")),
        a_model("shop.Order_tags", auto_created=True),
        a_model("shop.Rush", table="shop_order", proxy=True),
        a_model("ops.Night", table="shop_order", proxy=True),
        a_model("shop.Person", table="auth_user", proxy=True),
        a_model("shop.Tag"),
    ]
    assert followers_of(models) == {
        "shop.Rush": "shop.Order",
        "ops.Night": "shop.Order",
        "shop.Order_tags": "shop.Order",
    }
