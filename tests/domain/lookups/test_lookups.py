import pytest

from cutpoint.domain.lookups.lookups import (
    excluded_tables,
    joined_tables,
    null_free_foreign_keys,
    prefetched_tables,
    row_tables,
    selected_tables,
)
from cutpoint.domain.model_space import ModelSpace
from tests.support.builders import a_field, a_model, a_relation
from tests.support.order_models import order_space

SPACE = order_space()
ORDER, USER = ("shop_order", "order"), ("auth_user", "order__user")


def joined(label, path, *, trim=True):
    return joined_tables(SPACE, label, path, trim=trim)


class TestJoins:
    def test_every_table_on_the_way(self):
        assert joined("billing.Invoice", "order__user__email") == (ORDER, USER)

    @pytest.mark.parametrize(
        "path", ["total", "order", "order_id", "order__id", "order__pk", "pk", "id", "order__isnull"]
    )
    def test_nothing_where_the_table_has_the_value_itself(self, path):
        assert joined("billing.Invoice", path) == ()

    @pytest.mark.parametrize("path", ["order__user", "order__user_id", "order__user__id", "order__user__pk__in"])
    def test_the_last_hop_is_trimmed_when_it_is_the_column_of_the_foreign_key(self, path):
        assert joined("billing.Invoice", path) == (ORDER,)

    def test_without_trimming_the_last_hop_is_there(self):
        assert joined("billing.Invoice", "order", trim=False) == (ORDER,)
        assert joined("billing.Invoice", "order__user_id", trim=False) == (ORDER, ("auth_user", "order__user_id"))

    @pytest.mark.parametrize("path", ["order__total__gte", "order__created__year__gte", "order__total"])
    def test_transforms_and_lookups_join_nothing(self, path):
        assert joined("billing.Invoice", path) == (ORDER,)

    @pytest.mark.parametrize("path", ["products", "products__id", "products__pk__in", "products__isnull"])
    def test_many_to_many_reads_the_table_between(self, path):
        assert joined("shop.Order", path) == (("shop_order_products", "products"),)

    def test_many_to_many_reads_the_target_for_what_only_it_has(self):
        assert joined("shop.Order", "products__name") == (
            ("shop_order_products", "products"),
            ("shop_product", "products"),
        )
        assert [table for table, _ in joined("shop.Product", "order__total")] == ["shop_order_products", "shop_order"]

    @pytest.mark.parametrize("path", ["invoice", "invoice__id", "invoice__isnull", "invoice__total"])
    def test_back_along_a_foreign_key_nothing_is_trimmed(self, path):
        assert joined("shop.Order", path) == (("billing_invoice", "invoice"),)

    def test_back_along_a_one_to_one_field(self):
        assert joined("billing.Invoice", "payment__isnull") == (("billing_payment", "payment"),)

    @pytest.mark.parametrize("path", ["tags", "tags__name"])
    def test_a_generic_relation_asks_for_the_content_type_too(self, path):
        assert joined("shop.Order", path) == (("shop_tag", "tags"), ("django_content_type", "tags"))

    def test_a_generic_relation_backwards(self):
        assert joined("shop.Tag", "order__total")[0] == ("shop_order", "order")

    def test_a_generic_foreign_key_leads_nowhere(self):
        assert joined("shop.Tag", "thing__total") == ()

    def test_a_column_of_a_parent(self):
        assert joined("shop.RushOrder", "total") == (("shop_order", "total"),)
        assert joined("shop.RushOrder", "user__email") == (("shop_order", "user"), ("auth_user", "user"))
        assert joined("shop.RushOrder", "speed") == ()

    @pytest.mark.parametrize("path", ["pk", "id", "order_ptr", "order_ptr_id", "order_ptr__id"])
    def test_the_key_of_a_parent_is_in_the_child(self, path):
        assert joined("shop.RushOrder", path) == ()

    @pytest.mark.parametrize("path", ["rush", "rush__id", "rush__order_ptr", "rush__order_ptr__pk"])
    def test_the_key_of_a_childs_parent_is_in_the_foreign_key(self, path):
        assert joined("billing.Refund", path) == ()

    def test_a_column_of_a_childs_parent(self):
        assert joined("billing.Refund", "rush__total") == (("shop_rushorder", "rush"), ("shop_order", "rush__total"))

    def test_down_to_a_child(self):
        assert joined("billing.Invoice", "order__rushorder__speed") == (ORDER, ("shop_rushorder", "order__rushorder"))

    def test_proxies_have_the_table_behind(self):
        assert joined("shop.OrderProxy", "invoice__total") == (("billing_invoice", "invoice"),)
        assert joined("billing.Invoice", "reviewed__total") == (("shop_order", "reviewed"),)

    def test_the_table_of_the_start_is_no_further_one(self):
        assert joined("shop.Category", "parent__parent__children__id") == ()
        assert joined("shop.Order", "invoice__order__user") == (("billing_invoice", "invoice"),)

    def test_a_circle_is_as_long_as_its_path(self):
        path = "__".join(["invoice", "order"] * 50)
        assert len(joined("shop.Order", path)) == 50


class TestUnknownNames:
    @pytest.mark.parametrize("path", ["nothing", "nothing__user__email", "", "__", "total__user", "ORDER__user__email"])
    def test_at_the_start_join_nothing(self, path):
        assert joined("billing.Invoice", path) == ()

    def test_behind_a_relation_can_only_be_columns_of_its_target(self):
        assert joined("billing.Invoice", "order__unseen__gte") == (ORDER,)

    def test_stop_the_walk(self):
        assert joined("billing.Invoice", "order__unseen__user__email") == (ORDER,)

    def test_models_have_no_table_to_tell(self):
        assert joined("shop.Product", "category__name") == ()
        assert joined("nowhere.Nothing", "order__user") == ()

    def test_the_way_to_a_model_without_source_is_known(self):
        assert [table for table, _ in joined("shop.Order", "products__category__name")] == [
            "shop_order_products",
            "shop_product",
        ]

    def test_a_key_of_several_columns_is_not_trimmed(self):
        seat = a_model("x.Seat", fields=[a_field("row"), a_field("number")])
        ticket = a_model("x.Ticket", a_relation("x.Seat"), fields=[a_field("seat", column="seat_id")])
        assert joined_tables(ModelSpace([seat, ticket]), "x.Ticket", "seat__row", trim=True) == (("x_seat", "seat"),)


class TestExclude:
    def test_what_leads_to_many_is_only_joined_for_its_key(self):
        assert excluded_tables(SPACE, "billing.Invoice", "order__user__groups__name") == (
            ORDER,
            ("auth_user_groups", "order__user__groups"),
            ("auth_group", "order__user__groups"),
        )

    def test_whether_there_are_any_reads_one_table_more(self):
        tables = [table for table, _ in excluded_tables(SPACE, "billing.Invoice", "order__user__groups__isnull")]
        assert tables == ["shop_order", "auth_user", "auth_user_groups"]

    @pytest.mark.parametrize("path", ["order__user__email", "order__user", "payment__amount", "nothing"])
    def test_to_one_relations_are_joined_as_ever(self, path):
        assert excluded_tables(SPACE, "billing.Invoice", path) == joined("billing.Invoice", path)


class TestSelectRelated:
    def test_every_hop_is_joined(self):
        assert selected_tables(SPACE, "billing.Invoice", "order__user") == (ORDER, USER)

    def test_a_row_comes_with_its_parents(self):
        assert selected_tables(SPACE, "billing.Refund", "rush") == (("shop_rushorder", "rush"), ("shop_order", "rush"))

    def test_a_child_comes_without_the_parent_at_which_it_is_reached(self):
        assert selected_tables(SPACE, "billing.Invoice", "order__rushorder") == (
            ORDER,
            ("shop_rushorder", "order__rushorder"),
        )

    @pytest.mark.parametrize("path", ["invoice", "products", "tags", "order_ptr", "user_id", "total", "nothing"])
    def test_many_rows_and_plain_columns_are_refused(self, path):
        assert selected_tables(SPACE, "shop.RushOrder", path) == ()

    def test_without_arguments_follows_what_cannot_be_empty(self):
        assert null_free_foreign_keys(SPACE, "billing.Invoice") == (ORDER, USER)
        assert null_free_foreign_keys(SPACE, "billing.Payment") == (
            ("billing_invoice", "invoice"),
            ("shop_order", "invoice__order"),
            ("auth_user", "invoice__order__user"),
        )

    def test_without_arguments_goes_no_deeper_than_asked(self):
        assert null_free_foreign_keys(SPACE, "billing.Payment", depth=1) == (("billing_invoice", "invoice"),)
        assert null_free_foreign_keys(SPACE, "shop.Category") == ()


class TestPrefetchRelated:
    def test_takes_names_of_accessors(self):
        assert prefetched_tables(SPACE, "shop.Order", "invoice_set__payment") == (
            ("billing_invoice", "invoice_set"),
            ("billing_payment", "invoice_set__payment"),
        )
        assert prefetched_tables(SPACE, "shop.Order", "invoice") == ()

    def test_many_to_many_reads_both_tables(self):
        assert prefetched_tables(SPACE, "shop.Order", "products") == (
            ("shop_order_products", "products"),
            ("shop_product", "products"),
        )

    def test_of_a_child_reads_its_parents(self):
        assert prefetched_tables(SPACE, "billing.Refund", "rush") == (
            ("shop_rushorder", "rush"),
            ("shop_order", "rush"),
        )

    def test_of_a_generic_foreign_key_reads_content_types_and_more_that_is_not_known(self):
        assert prefetched_tables(SPACE, "shop.Tag", "thing__user") == (("django_content_type", "thing"),)

    def test_stops_at_what_is_no_accessor(self):
        assert prefetched_tables(SPACE, "shop.Order", "user__cart__items") == (("auth_user", "user"),)


def test_a_whole_row_is_in_its_own_table_and_those_of_its_parents():
    assert row_tables(SPACE, "shop.RushOrder") == ("shop_rushorder", "shop_order")
    assert row_tables(SPACE, "shop.OrderProxy") == ("shop_order",)
    assert row_tables(SPACE, "nowhere.Nothing") == ()
