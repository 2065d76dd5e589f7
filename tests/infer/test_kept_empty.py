"""Dicts that are made empty and that nothing is put into."""

from tests.support.query_snippets import check

_FIELDS = """
        from rest_framework import serializers

        class CountField(serializers.ReadOnlyField): ...
        class OtherField(serializers.IntegerField): ...

        class Plain(serializers.ModelSerializer):
            total = serializers.CharField()
            other = OtherField()

        class Counting(Plain):
            lines = CountField()

        def counts_of(serializer):
            found = {}
            for name, field in serializer._declared_fields.items():
                if name != "x" and type(field) is CountField:
                    found[name] = 1
            return found

        def show(serializer):
            if counts := counts_of(serializer):
                Order.objects.update(**counts)%s
"""


def test_of_a_serializer_with_the_field():
    check(
        _FIELDS % "  # update shop_order"
        + """
        def begin():
            show(Counting)
            show(Plain)
    """
    )


def test_of_a_serializer_without_the_field():
    check(
        _FIELDS % ""
        + """
        def begin():
            show(Plain)
    """
    )


def test_what_others_may_fill_is_not_empty():
    check("""
        import json

        def fill(rows):
            found, counts, names, late = {}, {}, {}, {}
            if found:
                Order.objects.update(paid=True)  # update shop_order
            names = {}
            json.fill(names)
            if names:
                Order.objects.update(paid=True)  # update shop_order
            late = {}
            late.update(json.loads(rows))
            if late:
                Order.objects.update(paid=True)  # update shop_order

        def of_loop(rows):
            kept = {}
            for row in rows:
                if kept:
                    Order.objects.update(paid=True)  # update shop_order
                kept[row] = 1

        def of_none(rows):
            kept = {}
            if kept:
                Order.objects.update(paid=True)
            if not kept:
                Order.objects.update(paid=True)  # update shop_order
    """)
