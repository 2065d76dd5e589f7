import msgspec
import pytest

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.model_space import ModelSpace
from tests.support.builders import a_field, a_model, a_relation


def a_key(name="id", column=""):
    return a_field(name, column=column, primary_key=True)


def a_column(name, *, null=False):
    return a_field(name, column=f"{name}_id", type="ForeignKey", null=null)


def related(relation, related_name):
    return msgspec.structs.replace(relation, related_name=related_name)


USER = a_model("auth.User", fields=[a_key(), a_field("email")])
PRODUCT = a_model("shop.Product", fields=[a_key()])
ORDER = a_model(
    "orders.Order",
    related(a_relation("auth.User"), "orders"),
    a_relation("shop.Product", "m2m", name="products", through="orders.Order_products"),
    fields=[a_key(), a_column("user"), a_field("total")],
)
BETWEEN = a_model(
    "orders.Order_products",
    related(a_relation("orders.Order"), "Order_products+"),
    related(a_relation("shop.Product"), "Order_products+"),
    auto_created=True,
    fields=[a_key(), a_column("order"), a_column("product")],
)
RUSH = a_model(
    "billing.RushOrder",
    a_relation("orders.Order", "parent", name="order_ptr"),
    bases=["orders.Order"],
    fields=[a_key("order_ptr", "order_ptr_id"), a_field("speed")],
)
URGENT = a_model(
    "billing.UrgentOrder",
    a_relation("billing.RushOrder", "parent", name="rushorder_ptr"),
    bases=["billing.RushOrder"],
    fields=[a_key("rushorder_ptr", "rushorder_ptr_id")],
)
PROXY = a_model(
    "billing.OrderProxy",
    a_relation("billing.Tag", "generic_relation", name="tags"),
    proxy=True,
    table="orders_order",
    bases=["shop.models.Mixin", "orders.Order"],
)
TAG = a_model("billing.Tag", a_relation(None, "generic", name="thing"), fields=[a_key()])
INVOICE = a_model(
    "billing.Invoice",
    a_relation("billing.OrderProxy", name="order"),
    fields=[a_key(), a_column("order", null=True)],
    bases=["billing.models.Base"],
)
PAYMENT = a_model("billing.Payment", a_relation("billing.Invoice", "o2o"), fields=[a_key(), a_column("invoice")])
BASE = a_model("billing.Base", abstract=True, fields=[a_field("made")])

SPACE = ModelSpace([USER, PRODUCT, ORDER, BETWEEN, RUSH, URGENT, PROXY, TAG, INVOICE, PAYMENT, BASE])


def names(links):
    return sorted(links)


class TestModels:
    def test_are_found_by_label_in_any_case(self):
        assert SPACE.model("orders.Order") is ORDER
        assert SPACE.model("orders.order") is ORDER
        assert SPACE.model("orders.Basket") is None

    def test_of_one_label_a_concrete_one_counts_before_an_abstract_one(self):
        abstract, concrete = a_model("shop.Thing", abstract=True), a_model("shop.Thing")
        assert ModelSpace([abstract, concrete]).model("shop.Thing") is concrete

    def test_are_found_by_the_name_of_their_class(self):
        space = ModelSpace([a_model("b.Item"), a_model("a.Item"), a_model("c.Item", abstract=True), a_model("a.Items")])
        assert space.labels_named("Item") == ("a.Item", "b.Item")
        assert space.labels_named("Thing") == ()


class TestTables:
    def test_of_a_proxy_is_that_of_the_model_behind(self):
        assert SPACE.table("billing.OrderProxy") == "orders_order"
        assert SPACE.concrete("billing.OrderProxy") == "orders.Order"

    def test_of_a_proxy_of_a_proxy_too(self):
        again = a_model("x.Again", proxy=True, bases=["billing.OrderProxy"])
        assert ModelSpace([ORDER, PROXY, again]).concrete("x.Again") == "orders.Order"

    def test_a_proxy_below_an_abstract_class_that_has_a_table_above(self):
        dated = a_model("x.Dated", abstract=True, bases=["orders.Order"])
        proxy = a_model("x.Proxy", proxy=True, bases=["x.models.Dated"])
        assert ModelSpace([ORDER, dated, proxy]).concrete("x.Proxy") == "orders.Order"

    def test_a_proxy_of_nothing_known_stands_for_itself(self):
        lost = a_model("x.Lost", proxy=True, bases=["x.Lost", "y.Unknown"])
        assert ModelSpace([lost]).concrete("x.Lost") == "x.Lost"

    @pytest.mark.parametrize("label", ["billing.Base", "nowhere.Nothing"])
    def test_abstract_and_unknown_models_have_none(self, label):
        assert SPACE.table(label) is None

    def test_labels_in_another_case(self):
        assert SPACE.table("ORDERS.order") == "orders_order"
        assert SPACE.concrete("orders.order") == "orders.Order"


class TestParents:
    def test_are_linked_all_the_way_up(self):
        assert [link.target for link in SPACE.parents("billing.UrgentOrder")] == ["billing.RushOrder", "orders.Order"]
        assert SPACE.parents("orders.Order") == ()

    def test_of_a_proxy_are_those_of_the_model_behind(self):
        proxy = a_model("x.Proxy", proxy=True, bases=["billing.RushOrder"])
        assert [link.name for link in ModelSpace([ORDER, RUSH, proxy]).parents("x.Proxy")] == ["order_ptr"]

    def test_that_are_proxies_are_those_that_they_stand_for(self):
        child = a_model("x.Child", a_relation("billing.OrderProxy", "parent"), bases=["billing.OrderProxy"])
        assert [link.target for link in ModelSpace([ORDER, PROXY, child]).parents("x.Child")] == ["orders.Order"]

    def test_in_a_circle_come_to_an_end(self):
        a, b = a_model("x.A", a_relation("x.B", "parent")), a_model("x.B", a_relation("x.A", "parent"))
        assert [link.target for link in ModelSpace([a, b]).parents("x.A")] == ["x.B", "x.A"]

    def test_have_children(self):
        assert SPACE.children("orders.Order") == ("billing.RushOrder",)
        assert SPACE.children("billing.OrderProxy") == ("billing.RushOrder",)
        assert SPACE.children("billing.UrgentOrder") == ()


class TestFields:
    def test_are_its_own_and_those_of_its_parents(self):
        owners = {name: owner for name, (owner, _) in SPACE.fields("billing.UrgentOrder").items()}
        assert owners == {
            "rushorder_ptr": "billing.UrgentOrder",
            "order_ptr": "billing.RushOrder",
            "speed": "billing.RushOrder",
            "id": "orders.Order",
            "user": "orders.Order",
            "total": "orders.Order",
        }

    def test_of_a_proxy_are_those_of_the_model_behind(self):
        assert SPACE.fields("billing.OrderProxy")["total"][0] == "orders.Order"

    def test_of_an_abstract_model_are_there(self):
        assert list(SPACE.fields("billing.Base")) == ["made"]

    def test_of_relations_have_an_attribute_with_the_key(self):
        assert SPACE.attnames("billing.RushOrder") == {"order_ptr_id": "order_ptr", "user_id": "user"}
        assert SPACE.attnames("billing.Tag") == {}

    @pytest.mark.parametrize(
        ("label", "key"),
        [("orders.Order", "id"), ("billing.OrderProxy", "id"), ("billing.UrgentOrder", "rushorder_ptr")],
    )
    def test_one_is_the_primary_key(self, label, key):
        assert SPACE.pk(label) == key

    def test_a_key_of_several_columns_has_only_its_alias(self):
        assert ModelSpace([a_model("x.Seat", fields=[a_field("row"), a_field("number")])]).pk("x.Seat") == "pk"

    def test_where_nothing_is_known_the_key_is_the_usual_one(self):
        assert SPACE.pk("nowhere.Nothing") == "id"
        assert SPACE.pk("billing.Base") == "id"


class TestLinks:
    def test_forward(self):
        link = SPACE.links("billing.Invoice")["order"]
        assert (link.query_name, link.model, link.target) == ("order", "billing.Invoice", "billing.OrderProxy")
        assert (link.kind, link.forward, link.many, link.null) == (RelationKind.FOREIGN_KEY, True, False, True)

    def test_back_from_a_foreign_key_by_its_related_name(self):
        link = SPACE.links("auth.User")["orders"]
        assert (link.query_name, link.model, link.target) == ("orders", "auth.User", "orders.Order")
        assert (link.forward, link.many, link.declared_by, link.null) == (False, True, "orders.Order", False)

    def test_back_from_a_foreign_key_without_a_name(self):
        link = SPACE.links("orders.Order")["invoice_set"]
        assert (link.query_name, link.target, link.null) == ("invoice", "billing.Invoice", True)

    def test_to_a_proxy_lead_back_from_the_model_behind(self):
        assert SPACE.links("billing.OrderProxy")["invoice_set"].model == "orders.Order"

    def test_back_from_a_one_to_one_field(self):
        link = SPACE.links("billing.Invoice")["payment"]
        assert (link.query_name, link.many, link.forward) == ("payment", False, False)

    def test_many_to_many_both_ways(self):
        there, back = SPACE.links("orders.Order")["products"], SPACE.links("shop.Product")["order_set"]
        assert (there.target, there.through, there.many) == ("shop.Product", "orders.Order_products", True)
        assert (back.target, back.through, back.many) == ("orders.Order", "orders.Order_products", True)
        assert back.query_name == "order"

    def test_hidden_ones_have_no_word_in_queries(self):
        assert SPACE.links("shop.Product")["Order_products+"].query_name == ""
        assert names(SPACE.query_links("shop.Product")) == ["order"]

    def test_hidden_ones_of_one_name_are_all_known(self):
        ways = [related(a_relation("auth.User", name=name), "+") for name in ("maker", "owner")]
        space = ModelSpace([USER, a_model("x.Thing", *ways)])
        assert [link.relation.name for link in space.pointing_at("auth.User")] == ["maker", "owner"]

    def test_generic_ones(self):
        forward, manager = SPACE.links("billing.Tag")["thing"], SPACE.links("billing.OrderProxy")["tags"]
        assert (forward.target, forward.query_name, forward.many) == (None, "", False)
        assert (manager.target, manager.many) == ("billing.Tag", True)
        assert "tags" not in SPACE.links("orders.Order")

    def test_a_generic_relation_leads_back_only_by_its_own_word(self):
        plain = a_model("x.Page", related(a_relation("billing.Tag", "generic_relation", name="tags"), "+"))
        named = a_model("x.Book", related(a_relation("billing.Tag", "generic_relation", name="tags"), "book"))
        child = a_model("x.Novel", *named.relations, bases=["x.Book"])
        links = ModelSpace([TAG, child, plain, named]).query_links("billing.Tag")
        assert {name: link.target for name, link in links.items()} == {"book": "x.Book"}

    def test_are_inherited_from_parents(self):
        links = SPACE.links("billing.UrgentOrder")
        assert links["user"].model == "orders.Order"
        assert links["invoice_set"].target == "billing.Invoice"
        assert links["order_ptr"].kind is RelationKind.PARENT

    def test_a_child_is_reached_from_its_parent_but_not_from_its_siblings_by_queries(self):
        assert SPACE.links("orders.Order")["rushorder"].target == "billing.RushOrder"
        assert SPACE.query_links("orders.Order")["rushorder"].many is False
        assert "rushorder" in SPACE.links("billing.UrgentOrder")
        assert "rushorder" not in SPACE.query_links("billing.UrgentOrder")

    def test_of_an_abstract_model_lead_forward_only(self):
        base = a_model("x.Owned", a_relation("auth.User", name="owner"), abstract=True)
        space = ModelSpace([USER, base])
        assert names(space.links("x.Owned")) == ["owner"]
        assert space.links("auth.User") == {}

    def test_of_a_swapped_model_are_none(self):
        old = a_model("auth.User", a_relation("auth.Group", "m2m", name="groups"), swapped=True)
        space = ModelSpace([old, a_model("auth.Group"), a_model("x.Thing", a_relation("auth.User"))])
        assert space.links("auth.User") == space.query_links("auth.User") == space.links("auth.Group") == {}

    def test_to_labels_in_another_case(self):
        space = ModelSpace([USER, a_model("x.Thing", a_relation("auth.user"))])
        assert space.links("x.Thing")["user"].target == "auth.User"
        assert names(space.links("auth.User")) == ["thing_set"]

    def test_to_unknown_models_keep_their_label(self):
        space = ModelSpace([a_model("x.Thing", a_relation("lib.Gone", name="gone"))])
        assert space.links("x.Thing")["gone"].target == "lib.Gone"
        assert space.links("lib.Gone") == {}


class TestClasses:
    @pytest.mark.parametrize(
        ("label", "other"),
        [
            ("orders.Order", "orders.order"),
            ("billing.UrgentOrder", "orders.Order"),
            ("billing.OrderProxy", "orders.Order"),
            ("billing.Invoice", "billing.Base"),
            ("billing.Invoice", "billing.models.Base"),
            ("billing.OrderProxy", "shop.models.Mixin"),
        ],
    )
    def test_inherit(self, label, other):
        assert SPACE.is_subclass(label, other)

    @pytest.mark.parametrize(
        ("label", "other"),
        [("orders.Order", "billing.OrderProxy"), ("orders.Order", "auth.User"), ("x.Y", "auth.User")],
    )
    def test_do_not_inherit_the_other_way_round(self, label, other):
        assert not SPACE.is_subclass(label, other)


def test_thousands_of_models_are_asked_one_by_one():
    models = [USER, *(a_model(f"x.M{i}", a_relation("auth.User")) for i in range(3000))]
    space = ModelSpace(models)
    assert len(space.links("auth.User")) == 3000
    assert all("user" in space.query_links(model.label) for model in models[1:])
