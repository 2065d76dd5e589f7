from tests.support.query_snippets import check

SERIALIZERS = """
        from rest_framework import serializers

        class LineSerializer(serializers.ModelSerializer):
            class Meta:
                model = Line
                fields = ["product"]

        class OrderSerializer(serializers.ModelSerializer):
            lines = LineSerializer(many=True)
            email = serializers.CharField(source="customer.email")

            class Meta:
                model = Order
                fields = ["lines", "email", "tags"]
"""


def test_relations_that_are_shown():
    check(f"""{SERIALIZERS}
        def show(order: Order, line: Line):
            # read shop_line via representation, people_customer, shop_order_tags, shop_tag
            return OrderSerializer(order).data
    """)


def test_a_foreign_key_is_shown_by_its_column():
    check(f"""{SERIALIZERS}
        def show(line: Line):
            return LineSerializer(line).data
    """)


def test_data_of_other_things():
    check("""
        class Ticket:
            data = {}

        def show(request):
            return Ticket().data, request.data
    """)
