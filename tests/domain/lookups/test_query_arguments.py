import pytest

from cutpoint.domain.lookups.query_arguments import joins_of_call
from cutpoint.domain.types import NONE, PLAIN, Constant, Container, Expression, Text, one, unknown
from tests.support.order_models import order_space
from tests.support.query_text import joins_of_text

SPACE = order_space()
EMAIL = [("shop_order", "order"), ("auth_user", "order__user")]


def said(text):
    return {*joins_of_text(SPACE, text)}


def of_kind(kind, pairs):
    return {(*pair, kind) for pair in pairs}


def tables(text):
    return {table for table, _, _ in said(text)}


class TestConditions:
    @pytest.mark.parametrize("method", ["filter", "exclude", "get", "aget", "get_or_create", "update_or_create"])
    def test_keywords_are_lookups(self, method):
        assert said(f"Invoice.objects.{method}(order__user__email='x')") == of_kind("filter", EMAIL)

    @pytest.mark.parametrize(
        "condition",
        [
            "Q(order__user__email='x')",
            "Q(total=1) | ~Q(order__user__email='x')",
            "Q(Q(total=1), Q(order__user__email='x'), _connector='OR')",
            "Q(('order__user__email', 'x'))",
            "Q([('order__user__email', 'x')])",
            "(Q(total=1), Q(order__user__email='x'))",
            "**{'order__user__email': 'x'}",
            "total=F('order__user__email')",
            "total__gt=F('order__user__email') + 1",
            "total__range=(1, F('order__user__email'))",
        ],
    )
    def test_are_found_wherever_they_stand(self, condition):
        assert said(f"Invoice.objects.filter({condition})") == of_kind("filter", EMAIL)

    def test_come_once_and_sorted(self):
        text = "Invoice.objects.filter(reviewed__total=1, payment__amount=1, order__total=2, order__created=3)"
        assert joins_of_text(SPACE, text) == [
            ("billing_payment", "payment", "filter"),
            ("shop_order", "order", "filter"),
            ("shop_order", "reviewed", "filter"),
        ]

    def test_texts_on_the_right_are_values(self):
        assert said("Invoice.objects.filter(total='order__user__email', total__in=['order__total'])") == set()

    def test_of_exclude_know_what_moves_into_a_subquery(self):
        assert tables("Invoice.objects.exclude(order__products__name='x')") == {"shop_order_products", "shop_product"}
        assert tables("Invoice.objects.exclude(Q(order__products__name='x'))") == {
            "shop_order_products",
            "shop_product",
        }

    def test_of_exclude_read_one_table_more_to_find_that_there_is_nothing(self):
        assert tables("Order.objects.exclude(user__groups__isnull=True)") == {"auth_user", "auth_user_groups"}
        assert tables("Order.objects.exclude(user__groups__isnull=False)") == {"auth_user_groups"}

    def test_defaults_are_no_lookups(self):
        text = "Invoice.objects.update_or_create(order__total=1, defaults={'order__user': 1}, create_defaults={'a': 1})"
        assert tables(text) == {"shop_order"}

    @pytest.mark.parametrize(
        ("name", "expected"),
        [("order__\0", []), ("order__us\0", []), ("order__user__\0", ["shop_order"]), ("\0__user__email", [])],
    )
    def test_of_names_with_holes_only_what_comes_before_counts(self, name, expected):
        joins = joins_of_call(SPACE, "billing.Invoice", "filter", (), ((name, PLAIN),))
        assert [table for table, _, _ in joins] == expected

    def test_unknown_keywords_join_nothing(self):
        assert joins_of_call(SPACE, "billing.Invoice", "filter", (unknown("value"),), ((None, unknown("value")),)) == ()


class TestSubqueries:
    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("Order.objects.filter(pk__in=Invoice.objects.filter(total=1))", "pk__in"),
            ("Order.objects.filter(pk__in=[Invoice.objects.all()])", "pk__in"),
            ("Order.objects.filter(total=Subquery(Invoice.objects.values('total')))", "total"),
            ("Order.objects.filter(Exists(Invoice.objects.all()))", "Exists"),
            ("Order.objects.filter(Q(total=1) | Exists(Invoice.objects.all()))", "Exists"),
            ("Order.objects.annotate(x=Exists(Invoice.objects.all()))", "x"),
            ("Order.objects.annotate(x=Coalesce(Subquery(Invoice.objects.values('total')), 0))", "x"),
            ("Order.objects.update(total=Subquery(Invoice.objects.values('total')[:1]))", "total"),
            ("Order.objects.create(total=Subquery(Invoice.objects.values('total')[:1]))", "total"),
            ("Order.objects.union(Invoice.objects.all())", "union"),
            ("Order.objects.difference(Invoice.objects.all())", "difference"),
        ],
    )
    def test_read_the_table_of_their_query(self, text, place):
        assert said(text) == {("billing_invoice", place, "subquery")}

    def test_on_the_queries_own_table_are_told_too(self):
        assert said("Order.objects.filter(pk__in=Order.objects.all())") == {("shop_order", "pk__in", "subquery")}

    def test_behind_a_lookup(self):
        assert said("Invoice.objects.filter(order__user__in=User.objects.all())") == {
            ("shop_order", "order", "filter"),
            ("auth_user", "order__user__in", "subquery"),
        }

    def test_from_a_related_manager_read_the_table_between(self):
        text = "Product.objects.filter(pk__in=Order(pk=1).products.all())"
        assert said(text) == {
            ("shop_product", "pk__in", "subquery"),
            ("shop_order_products", "pk__in", "subquery"),
        }

    @pytest.mark.parametrize("name", ["OuterRef", "Value", "RawSQL", "SearchQuery"])
    def test_names_of_the_query_around_and_plain_values_join_nothing(self, name):
        assert said(f"Invoice.objects.filter(total={name}('order__user__email'))") == set()


class TestColumns:
    @pytest.mark.parametrize(
        "word", ["'order__user__email'", "'-order__user__email'", "F('order__user__email').desc()"]
    )
    def test_of_an_order(self, word):
        assert said(f"Invoice.objects.order_by('pk', {word}, '?')") == of_kind("order", EMAIL)

    @pytest.mark.parametrize("method", ["latest", "earliest", "alatest"])
    def test_of_the_first_or_last_row(self, method):
        assert said(f"Invoice.objects.{method}('-order__total')") == {("shop_order", "order", "order")}

    @pytest.mark.parametrize("method", ["values", "values_list", "distinct"])
    def test_that_are_selected(self, method):
        assert said(f"Invoice.objects.{method}('order__user__email', 'total')") == of_kind("select", EMAIL)

    def test_that_are_selected_by_expressions(self):
        text = "Invoice.objects.values_list('order__total', Lower('order__user__email'), flat=True)"
        assert said(text) == {
            ("shop_order", "order", "select"),
            ("shop_order", "order", "annotation"),
            ("auth_user", "order__user", "annotation"),
        }
        assert said("Invoice.objects.values(who=F('order__user'))") == {("shop_order", "order", "annotation")}

    def test_of_dates(self):
        assert said("Invoice.objects.dates('order__created', 'order__total')") == {("shop_order", "order", "select")}

    def test_of_a_list_of_names(self):
        assert said("Invoice.objects.order_by(['order__user__email', 'total'])") == of_kind("order", EMAIL)

    @pytest.mark.parametrize("method", ["only", "defer"])
    def test_that_are_loaded_or_not_join_nothing_by_themselves(self, method):
        assert said(f"Invoice.objects.{method}('order__total')") == set()

    def test_of_in_bulk(self):
        assert said("RushOrder.objects.in_bulk([1], field_name='total')") == {("shop_order", "total", "filter")}


class TestExpressions:
    @pytest.mark.parametrize(
        "expression",
        [
            "Count('order__user__email')",
            "Count('pk', filter=Q(order__user__email='x'))",
            "Coalesce(Max('order__user__email'), Value('reviewed__total'))",
            "Case(When(order__user__email='x', then=1), default=0)",
            "Case(When(Q(order__user__email='x'), then=Value('reviewed__total')))",
            "Case(When(total=1, then='order__user__email'))",
            "Case(When(Q(total=1), 'order__user__email'))",
            "Case(When(condition=Q(total=1), then=F('order__user__email')))",
            "Case(When(total=1, then=1), default='order__user__email')",
            "Cast('order__user__email', 'reviewed__total')",
            "ExpressionWrapper(F('total') - F('order__user__email'), output_field=IntegerField())",
            "Window(expression=Rank(), partition_by=[F('total')], order_by='-order__user__email')",
            "Window(Lag('total'), partition_by=['order__user__email'])",
            "ArrayAgg('order__user__email', ordering='-order__user__email')",
            "StringAgg('order__user__email', 'reviewed__total')",
            "JSONObject(email='order__user__email')",
            "Trunc(expression='order__user__email', kind='month')",
            "Q(order__user__email='x')",
            "MadeUp('order__user__email')",
        ],
    )
    def test_are_read_to_their_references(self, expression):
        assert said(f"Invoice.objects.annotate(x={expression})") == of_kind("annotation", EMAIL)
        assert said(f"Invoice.objects.alias({expression})") == of_kind("annotation", EMAIL)
        assert said(f"Invoice.objects.aggregate(x={expression})") == of_kind("annotation", EMAIL)

    @pytest.mark.parametrize("path", ["products", "products__pk"])
    def test_counting_many_to_many_reads_the_table_between(self, path):
        assert tables(f"Order.objects.annotate(n=Count('{path}'))") == {"shop_order_products"}

    @pytest.mark.parametrize(
        "expression",
        ["Count('*')", "Now()", "Sum('total', default='order__total')", "Func('total', function='order__total')"],
    )
    def test_look_alikes_join_nothing(self, expression):
        assert said(f"Invoice.objects.annotate(x={expression})") == set()

    def test_a_filtered_relation_is_joined_whole(self):
        text = "Order.objects.annotate(p=FilteredRelation('products', condition=Q(products__name='x')))"
        assert tables(text) == {"shop_order_products", "shop_product"}

    def test_names_from_annotate_join_nothing(self):
        assert tables("Order.objects.annotate(n=Count('invoice')).filter(n__gt=1).order_by('-n')") == {
            "billing_invoice"
        }

    @pytest.mark.parametrize("method", ["update", "create", "get_or_create"])
    def test_of_a_write_cannot_join(self, method):
        assert said(f"RushOrder.objects.{method}(defaults={{'speed': F('order__user__email')}})") == set()
        assert said("Invoice.objects.update(total=F('order__user__email'))") == set()


class TestSelectRelated:
    def test_paths(self):
        assert said("Invoice.objects.select_related('order__user', 'payment')") == {
            *of_kind("select_related", EMAIL),
            ("billing_payment", "payment", "select_related"),
        }

    def test_without_arguments(self):
        assert said("Invoice.objects.select_related()") == of_kind("select_related", EMAIL)

    def test_taken_back(self):
        assert said("Invoice.objects.select_related(None)") == set()
        assert joins_of_call(SPACE, "billing.Invoice", "select_related", (one(Constant, "bool", False),), ()) == ()

    def test_a_path_with_a_hole(self):
        assert said("Invoice.objects.select_related(f'order__{name}')") == {("shop_order", "order", "select_related")}


class TestPrefetchRelated:
    def test_paths(self):
        assert said("User.objects.prefetch_related('orders__products', 'groups')") == {
            ("shop_order", "orders", "prefetch_related"),
            ("shop_order_products", "orders__products", "prefetch_related"),
            ("shop_product", "orders__products", "prefetch_related"),
            ("auth_user_groups", "groups", "prefetch_related"),
            ("auth_group", "groups", "prefetch_related"),
        }

    @pytest.mark.parametrize(
        "prefetch",
        [
            "Prefetch('orders', RushOrder.objects.all())",
            "Prefetch('orders', queryset=RushOrder.objects.filter(speed=1))",
            "Prefetch(lookup='orders', queryset=RushOrder.objects.all(), to_attr='recent')",
        ],
    )
    def test_with_a_query_of_their_own(self, prefetch):
        assert said(f"User.objects.prefetch_related({prefetch})") == {
            ("shop_order", "orders", "prefetch_related"),
            ("shop_rushorder", "orders", "prefetch_related"),
        }

    def test_for_generic_foreign_keys(self):
        text = "Tag.objects.prefetch_related(GenericPrefetch('thing', [Order.objects.all(), Invoice.objects.all()]))"
        assert tables(text) == {"django_content_type", "shop_order", "billing_invoice"}

    def test_go_on_from_names_given_in_the_same_call(self):
        text = "User.objects.prefetch_related(Prefetch('orders', to_attr='recent'), 'recent__invoice_set')"
        assert tables(text) == {"shop_order", "billing_invoice"}
        text = (
            "User.objects.prefetch_related(Prefetch('orders__invoice_set', to_attr='bills'), 'orders__bills__payment')"
        )
        assert tables(text) == {"shop_order", "billing_invoice", "billing_payment"}

    def test_taken_back(self):
        assert said("User.objects.prefetch_related(None)") == set()


class TestSilence:
    @pytest.mark.parametrize("method", ["all", "count", "bulk_create", "save", "nothing", "", "a", "filters", "raw"])
    def test_of_other_methods(self, method):
        text = one(Text, "order__user__email")
        assert joins_of_call(SPACE, "billing.Invoice", method, (text,), (("order__total", text),)) == ()

    @pytest.mark.parametrize("value", [NONE, PLAIN, (), unknown("value"), one(Container, "site", "list")])
    @pytest.mark.parametrize(
        "method", ["filter", "order_by", "annotate", "prefetch_related", "union", "update", "dates"]
    )
    def test_about_what_is_not_known(self, method, value):
        assert joins_of_call(SPACE, "billing.Invoice", method, (value,), (("x", value), (None, value))) == ()

    def test_about_expressions_without_arguments(self):
        for name in ("Q", "F", "When", "Case", "Prefetch", "FilteredRelation", "Subquery", "Count"):
            given = (one(Expression, name, (), ()),)
            for method in ("filter", "annotate", "prefetch_related", "order_by"):
                assert joins_of_call(SPACE, "billing.Invoice", method, given, ()) == ()

    def test_on_unknown_models(self):
        assert joins_of_call(SPACE, "no.Model", "filter", (), (("a__b", PLAIN),)) == ()
        assert joins_of_call(SPACE, "no.Model", "select_related", (), ()) == ()
