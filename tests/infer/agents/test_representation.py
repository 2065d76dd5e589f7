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


def test_fields_that_show_more_than_a_key():
    check("""
        from rest_framework import serializers

        class LineSerializer(serializers.ModelSerializer):
            product = serializers.SlugRelatedField("name", read_only=True)

            class Meta:
                model = Line
                fields = ["product", "order"]

        class WishSerializer(serializers.ModelSerializer):
            class Meta:
                model = Wish
                fields = ["product", "text"]
                depth = 1

        def show(line: Line, wish: Wish):
            LineSerializer(line).data  # read shop_product
            WishSerializer(wish).data  # read shop_product, shop_product_tags, shop_tag
        """)


def test_methods_of_a_serializer_run_for_the_rows_that_are_shown():
    check("""
        from rest_framework import serializers, viewsets

        class WishSerializer(serializers.ModelSerializer):
            price = serializers.SerializerMethodField()
            name = serializers.CharField(source="customer.username")

            class Meta:
                model = Wish
                fields = ["price", "name"]

            def get_price(self, wish):
                return wish.product.price  # read shop_product

        class Wishes(viewsets.ReadOnlyModelViewSet):  # read shop_wish, people_customer via representation
            queryset = Wish.objects.all()  # read shop_wish
            serializer_class = WishSerializer
        """)


def test_data_of_other_things():
    check("""
        class Ticket:
            data = {}

        def show(request):
            return Ticket().data, request.data
    """)
