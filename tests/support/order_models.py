"""Users, orders and invoices with every kind of relation between them, built by hand."""

import msgspec

from cutpoint.domain.model_space import ModelSpace
from tests.support.builders import a_field, a_model, a_relation


def _key(name="id", column=""):
    return a_field(name, column=column, primary_key=True)


def _column(name, *, null=False):
    return a_field(name, column=f"{name}_id", type="ForeignKey", null=null)


def _named(related_name, relation):
    return msgspec.structs.replace(relation, related_name=related_name)


def _between(label, one, other, hidden):
    own, far = one.partition(".")[2].lower(), other.partition(".")[2].lower()
    return a_model(
        label,
        _named(hidden, a_relation(one)),
        _named(hidden, a_relation(other)),
        auto_created=True,
        fields=[_key(), _column(own), _column(far)],
    )


def order_space() -> ModelSpace:
    """Invoice -> Order -> User, Order <-> Product, RushOrder below Order, Payment beside Invoice, tags on orders."""
    return ModelSpace(
        [
            a_model("contenttypes.ContentType", fields=[_key()], table="django_content_type"),
            a_model(
                "auth.User",
                a_relation("auth.Group", "m2m", name="groups", through="auth.User_groups"),
                fields=[_key(), a_field("email")],
            ),
            a_model("auth.Group", fields=[_key(), a_field("name")]),
            _between("auth.User_groups", "auth.User", "auth.Group", "User_groups+"),
            a_model(
                "shop.Product",
                a_relation("lib.Category", name="category"),
                fields=[_key(), a_field("name"), _column("category")],
            ),
            a_model("shop.Tag", a_relation(None, "generic", name="thing"), fields=[_key(), a_field("name")]),
            a_model(
                "shop.Order",
                _named("orders", a_relation("auth.User")),
                a_relation("shop.Product", "m2m", name="products", through="shop.Order_products"),
                _named("order", a_relation("shop.Tag", "generic_relation", name="tags")),
                fields=[_key(), _column("user"), a_field("total"), a_field("created")],
            ),
            _between("shop.Order_products", "shop.Order", "shop.Product", "Order_products+"),
            a_model(
                "shop.RushOrder",
                a_relation("shop.Order", "parent", name="order_ptr"),
                bases=["shop.Order"],
                fields=[_key("order_ptr", "order_ptr_id"), a_field("speed")],
            ),
            a_model("shop.OrderProxy", proxy=True, bases=["shop.Order"], table="shop_order"),
            a_model(
                "billing.Invoice",
                a_relation("shop.Order", name="order"),
                _named("reviews", a_relation("shop.OrderProxy", name="reviewed")),
                fields=[_key(), _column("order"), _column("reviewed", null=True), a_field("total")],
            ),
            a_model(
                "billing.Payment",
                a_relation("billing.Invoice", "o2o"),
                fields=[_key("invoice", "invoice_id"), a_field("amount")],
            ),
            a_model(
                "billing.Refund",
                a_relation("shop.RushOrder", name="rush"),
                fields=[_key(), _column("rush"), a_field("cause")],
            ),
            a_model(
                "shop.Category",
                _named("children", a_relation("shop.Category", name="parent")),
                fields=[_key(), _column("parent")],
            ),
        ]
    )
