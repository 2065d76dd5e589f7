from tests.support.query_snippets import check

SERIALIZERS = """
        from rest_framework import serializers

        class WishSerializer(serializers.ModelSerializer):
            class Meta:
                model = Wish
                fields = ["text"]

        class ProductSerializer(serializers.ModelSerializer):
            class Meta:
                model = Product
                fields = ["name", "tags"]

            def create(self, validated_data):
                return Product.objects.create(**validated_data)  # insert shop_product
"""


def test_saving():
    check(f"""{SERIALIZERS}
        def edit(request):
            serializer = WishSerializer(data=request.data)
            serializer.is_valid()
            serializer.save()  # insert shop_wish via serializer
    """)


def test_own_create():
    check(f"""{SERIALIZERS}
        def edit(request):
            ProductSerializer(data=request.data).save()
            # Only its update is the framework's.
            ProductSerializer(Product.objects.first(), data=request.data).save()  # read shop_product, update shop_product, read shop_product_tags, shop_tag, insert shop_product_tags, delete shop_product_tags
    """)


def test_super_of_an_own_update():
    check("""
        from rest_framework import serializers

        class WishSerializer(serializers.ModelSerializer):
            class Meta:
                model = Wish
                fields = ["text"]

            def update(self, instance, validated_data):
                return super().update(instance, validated_data)  # update shop_wish
    """)


def test_plain_serializers_write_nothing():
    check("""
        from rest_framework import serializers

        class SearchSerializer(serializers.Serializer):
            text = serializers.CharField()

        def search(request):
            serializer = SearchSerializer(data=request.data)
            serializer.is_valid()
            return serializer.validated_data
    """)


def test_more_fields_than_a_type_has_texts():
    some = ", ".join(f'"name_{number}"' for number in range(20))
    others = ", ".join(f'"other_{number}"' for number in range(10))
    check(f"""
        from rest_framework import serializers

        class OrderSerializer(serializers.ModelSerializer):
            class Meta:
                model = Order
                fields = ["tags", {some}]

        class LongSerializer(OrderSerializer):
            class Meta(OrderSerializer.Meta):
                fields = [*OrderSerializer.Meta.fields, {others}]

            def update(self, instance, validated_data):
                # read shop_order_tags, shop_tag, insert shop_order_tags, delete shop_order_tags, update shop_order
                return super().update(instance, validated_data)
    """)
