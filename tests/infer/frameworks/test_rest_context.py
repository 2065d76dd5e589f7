"""What views of Django REST framework hand to their serializers."""

from tests.support.query_snippets import check


def test_context_of_views():
    check("""
        from rest_framework import serializers, viewsets
        from rest_framework.fields import Field

        class CountField(Field):
            def to_representation(self, order):
                return self.context["orders"].filter(pk=order.pk).count()  # read shop_order

        class LineSerializer(serializers.Serializer):
            def validate(self, data):
                self.context["wish"].delete()  # delete shop_wish
                self.context["request"].session.get("a")
                return data

        class LineViews(viewsets.ViewSet):
            def get_serializer_context(self):
                context = super().get_serializer_context()
                context["orders"] = Order.objects.all()  # read shop_order
                context["wish"] = Wish.objects.get(pk=1)  # read shop_wish
                return context
    """)


def test_context_that_no_view_says():
    check("""
        from rest_framework import serializers

        class LineSerializer(serializers.Serializer):
            def validate(self, data):
                return self.context["request"].data.get("order")
    """)
