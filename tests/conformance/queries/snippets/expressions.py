"""Expressions that carry lookups and querysets into a query."""

from django.db.models import (
    Avg,
    BooleanField,
    Case,
    CharField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    FilteredRelation,
    IntegerField,
    Max,
    OuterRef,
    Q,
    Subquery,
    Sum,
    Value,
    When,
    Window,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Coalesce, Concat, ExtractYear, Greatest, Length, Rank, Upper

from billing.models import Entry, Invoice, Payment
from catalog.models import Product, Tag
from people.models import User
from shop.models import Line, Order, Wish


def f_of_own_column():
    list(Order.objects.annotate(double=F("total") * 2))  # read shop_order


def f_of_a_path():
    list(Order.objects.annotate(who=F("customer__username")))  # read people_user, shop_order


def f_of_a_trimmed_path():
    list(Invoice.objects.annotate(who=F("order__customer_id")))  # read billing_invoice, shop_order


def f_of_foreign_key():
    list(Order.objects.annotate(who=F("customer")))  # read shop_order


def f_of_an_annotation():
    list(Order.objects.annotate(who=F("customer__username")).annotate(again=F("who")))  # read people_user, shop_order


def annotation_used_in_filter():
    # read people_user, shop_order
    list(Order.objects.annotate(who=Upper("customer__username")).filter(who__startswith="U"))


def annotation_used_in_path_lookup():
    # read people_user, shop_order
    list(User.objects.annotate(how_many=Count("orders")).filter(how_many__gt=0).order_by("-how_many"))


def functions_of_paths():
    # read people_user, shop_order
    list(Order.objects.annotate(text=Concat("customer__username", Value(" "), "coupon__code", output_field=CharField())))


def coalesce():
    # read shop_coupon, shop_order
    list(Order.objects.annotate(percent=Coalesce("coupon__percent", 0), best=Greatest("pk", F("coupon__percent"))))


def cast():
    # read people_user, shop_order
    list(Order.objects.annotate(text=Cast("customer__id", CharField()), size=Length("customer__email")))


def extract():
    list(Order.objects.annotate(year=ExtractYear("customer__date_joined")))  # read people_user, shop_order


def wrapped_expression():
    # read catalog_product, shop_line
    list(Line.objects.annotate(cost=ExpressionWrapper(F("quantity") * F("product__price"), output_field=IntegerField())))


def condition_as_a_value():
    # read people_user, shop_order
    list(Order.objects.annotate(is_staff=ExpressionWrapper(Q(customer__is_staff=True), output_field=BooleanField())))


def case_and_when():
    list(
        Order.objects.annotate(
            kind=Case(
                When(customer__is_staff=True, then=Value("staff")),
                When(Q(coupon__percent__gt=50), then=F("status")),
                default=Value("other"),
            )
        )
    )  # read people_user, shop_coupon, shop_order


def case_in_order_by():
    list(Order.objects.order_by(Case(When(customer__is_staff=True, then=0), default=1)))  # read people_user, shop_order


def then_of_a_path():
    # read people_user, shop_order
    list(Order.objects.annotate(name=Case(When(status="paid", then="customer__username"), default=F("coupon__code"))))


def then_of_another_path():
    # read shop_coupon, shop_order
    list(Order.objects.annotate(rate=Case(When(status="paid", then="coupon__percent"), default=0)))


def aggregate_with_filter():
    # read people_user, shop_line, shop_order
    list(User.objects.annotate(big=Count("orders", filter=Q(orders__lines__quantity__gt=1))))


def aggregate_expression():
    # read catalog_product, shop_line, shop_order
    list(Order.objects.annotate(cost=Sum(F("lines__quantity") * F("lines__product__price"))))


def aggregate_with_ordering():
    # read catalog_category, catalog_product, shop_line
    list(Product.objects.values("category__name").annotate(best=Max("price"), mean=Avg("line__quantity")).order_by("best"))


def having_over_a_relation():
    list(Product.objects.alias(how_many=Count("orders")).filter(how_many__gte=1))  # read catalog_product, shop_line


def window():
    # read people_user, shop_order
    list(Order.objects.annotate(rank=Window(Rank(), partition_by=F("customer__username"), order_by="-total")))


def window_filtered():
    ranked = Line.objects.annotate(rank=Window(Rank(), partition_by="order__status", order_by="quantity"))
    list(ranked.filter(rank=1))  # read shop_line, shop_order


def exists():
    list(User.objects.filter(Exists(Order.objects.filter(customer=OuterRef("pk")))))  # read people_user, shop_order


def exists_negated():
    # read people_user, shop_order
    list(User.objects.filter(~Exists(Order.objects.filter(customer=OuterRef("pk"), status="paid"))))


def exists_annotated():
    orders = Order.objects.filter(customer=OuterRef("pk"), coupon__percent=10)
    list(User.objects.annotate(saves=Exists(orders)))  # read people_user, shop_coupon, shop_order


def exists_combined():
    has_invoice = Exists(Invoice.objects.filter(order=OuterRef("pk")))
    has_line = Exists(Line.objects.filter(order=OuterRef("pk")))
    list(Order.objects.filter(has_invoice | Q(status="paid"), has_line))  # read billing_invoice, shop_line, shop_order


def subquery():
    newest = Order.objects.filter(customer=OuterRef("pk")).order_by("-placed")
    list(User.objects.annotate(last_status=Subquery(newest.values("status")[:1])))  # read people_user, shop_order


def subquery_over_a_path():
    names = Line.objects.filter(order=OuterRef("pk")).values("product__name")[:1]
    # read catalog_product, shop_line, shop_order
    list(Order.objects.annotate(name=Subquery(names, output_field=CharField())))


def subquery_of_a_sum():
    paid = Payment.objects.filter(invoice__order=OuterRef("pk")).values("invoice__order").annotate(paid=Sum("amount"))
    # read billing_invoice, billing_payment, shop_order
    list(Order.objects.annotate(paid=Subquery(paid.values("paid"))))


def subquery_in_filter():
    # read people_user, shop_order
    list(Order.objects.filter(customer__in=Subquery(User.objects.filter(is_staff=False).values("pk"))))


def subquery_of_an_array_of_keys():
    # read catalog_product, shop_line, shop_order
    list(Product.objects.filter(pk__in=Line.objects.filter(order__status="paid").values("product")))


def queryset_as_a_value():
    # read people_profile, people_user, shop_order
    list(Order.objects.filter(customer__in=User.objects.filter(profile__bio="...")))


def queryset_as_a_value_of_primary_keys():
    # read billing_invoice, shop_order
    list(Order.objects.filter(pk__in=Invoice.objects.values_list("order_id", flat=True)))


def queryset_as_a_single_value():
    # read people_user, shop_order
    list(Order.objects.filter(customer=User.objects.filter(username="user1").values("pk")[:1]))


def queryset_in_exclude():
    # read billing_invoice, billing_payment, shop_order
    list(Order.objects.exclude(pk__in=Invoice.objects.filter(payment__isnull=False).values("order")))


def queryset_in_a_condition():
    list(Order.objects.filter(Q(customer__in=User.objects.all()) | Q(coupon=None)))  # read people_user, shop_order


def query_of_a_queryset():
    paid = Invoice.objects.filter(payment__amount__gt=1).values("order")
    list(Order.objects.filter(pk__in=paid.query))  # read billing_invoice, billing_payment, shop_order


def queryset_evaluated_first():
    numbers = list(Invoice.objects.values_list("order_id", flat=True))  # read billing_invoice
    list(Order.objects.filter(pk__in=numbers))  # read shop_order


def queryset_of_related_in_filter(user: User):
    list(Line.objects.filter(order__in=user.orders.all()))  # read shop_line, shop_order


def nested_querysets():
    staff = User.objects.filter(badge__code="B1")
    orders = Order.objects.filter(customer__in=staff)
    list(Invoice.objects.filter(order__in=orders))  # read billing_invoice, people_badge, people_user, shop_order


def outer_ref_over_a_path():
    orders = Order.objects.filter(customer__email=OuterRef("user__email"))
    list(Wish.objects.annotate(bought=Exists(orders)))  # read people_user, shop_order, shop_wish


def outer_ref_twice():
    lines = Line.objects.filter(product=OuterRef(OuterRef("product")), order=OuterRef("pk"))
    orders = Order.objects.filter(Exists(lines))
    list(Wish.objects.filter(Exists(orders)))  # read shop_line, shop_order, shop_wish


def filtered_relation():
    list(
        User.objects.annotate(
            paid_orders=FilteredRelation("orders", condition=Q(orders__status="paid")),
        ).filter(paid_orders__coupon__percent=10)
    )  # read people_user, shop_order; open: read shop_coupon (a lookup that goes on from an annotation)


def raw_sql_without_table():
    list(Entry.objects.annotate(double=RawSQL("amount * %s", (2,))))  # read billing_entry


def raw_sql_with_subquery():
    # read billing_invoice, shop_order
    list(Order.objects.annotate(bills=RawSQL("SELECT COUNT(*) FROM billing_invoice WHERE order_id = shop_order.id", ())))


def raw_sql_in_filter():
    # read billing_invoice, shop_order
    list(Order.objects.filter(pk__in=RawSQL("SELECT order_id FROM billing_invoice", [])))


def count_star():
    return Order.objects.aggregate(all=Count("*"))  # read shop_order


def expression_with_text_argument():
    # read catalog_product, catalog_product_tags, catalog_tag, shop_line, shop_order
    list(Tag.objects.annotate(most=Max("product__orders__total")))


def condition_of_exists_inside_when():
    paid = Exists(Payment.objects.filter(invoice__order=OuterRef("pk")))
    # read billing_invoice, billing_payment, shop_order
    list(Order.objects.annotate(state=Case(When(paid, then=Value("paid")), default=Value("open"))))


def update_with_case():
    # Both values are columns of the table itself.
    Order.objects.update(status=Case(When(total__gt=5, then=Value("big")), default=F("status")))  # update shop_order
