"""What a statement asks for: lookups that choose rows, columns that are named."""

import pytest

from tests.support.query_snippets import accesses_of


def _access(expression: str, table: str, action: str = "read") -> tuple[object, object]:
    found = accesses_of(
        f"""
        from django.db.models import Q
        from django.shortcuts import get_object_or_404
        def ask(order: Order, customer: Customer, lookups, ids):
            {expression}
        """
    )
    (access,) = [each for each in found if each.table == table and each.action == action]
    return access.conditions, access.columns


@pytest.mark.parametrize(
    ("expression", "conditions"),
    [
        ("Order.objects.get(pk=1)", ("pk",)),
        ("get_object_or_404(Order, customer=1)", ("customer",)),
        ("list(Order.objects.all())", ()),
        ("list(Order.objects.filter(pk__in=ids).exclude(paid=True).order_by('placed'))", ("pk__in", "~paid")),
        ("list(Order.objects.filter(Q(paid=True) | ~Q(pk=1), customer=2))", ("customer", "paid", "pk")),
        ("Order.objects.filter(**{'paid': True}).first()", ("paid",)),
        ("Order.objects.filter(**lookups).first()", ("**",)),
        ("Order.objects.in_bulk(ids)", ("pk__in",)),
        ("Order.objects.get_or_create(customer=1, defaults={'placed': None})", ("customer",)),
    ],
)
def test_conditions_of_a_chain(expression: str, conditions: tuple[str, ...]) -> None:
    assert _access(expression, "shop_order")[0] == conditions


def test_rows_go_by_their_key() -> None:
    assert _access("order.delete()", "shop_order", "delete")[0] == ("pk",)
