"""Values that nothing is known of, and that a relation is given."""

from tests.support.query_snippets import check


def test_assigned():
    check("""
        from django.core import serializers

        def parse(text):
            return list(serializers.deserialize("json", text))[0].object

        def store(line: Line, text):
            product = parse(text)
            if product:
                product.save()  # insert shop_product inferred, update shop_product inferred
                line.product = product
    """)


def test_made_with():
    check("""
        def store(find, other):
            order, product = find("order"), find("product")
            product.save()  # insert shop_product, update shop_product
            Line.objects.create(product=product)  # insert shop_line
            order.tags.clear()  # delete shop_order_tags
            Line(order=order)
    """)


def test_no_relation():
    check("""
        def store(line: Line, find):
            amount = find("amount")
            amount.save()  # blind
            line.amount = amount
    """)
