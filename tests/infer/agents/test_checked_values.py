"""Rows in `cleaned_data` and `validated_data`."""

from tests.support.query_snippets import check


def test_relations_of_a_model_form():
    check("""
        from django import forms

        class LineForm(forms.ModelForm):
            class Meta:
                model = Line
                fields = ["order", "amount"]

            def clean(self):
                cleaned_data = super().clean()
                cleaned_data["order"].save(update_fields=["paid"])  # update shop_order
                cleaned_data["amount"].save()
                cleaned_data["product"].save()
                return cleaned_data

            def clean_order(self):
                self.cleaned_data.get("order").save(update_fields=["paid"])  # update shop_order
                return self.cleaned_data["order"]

        class TagsForm(forms.ModelForm):
            class Meta:
                model = Order
                exclude = ["total"]

        def change(request):
            form = LineForm(request.POST)
            order = form.cleaned_data["order"]
            order.save(update_fields=["paid"])  # update shop_order inferred
            for tag in TagsForm(request.POST).cleaned_data["tags"]:  # read shop_tag
                tag.delete()  # delete shop_tag, delete shop_product_tags, delete shop_order_tags
    """)


def test_fields_that_let_choose():
    check("""
        from django import forms

        class OrderField(forms.ModelChoiceField):
            def label_from_instance(self, obj):
                return obj.total

        class PickForm(forms.Form):
            first = OrderField(queryset=Order.objects.none())
            second = forms.ModelChoiceField(queryset=None)
            several = forms.ModelMultipleChoiceField(queryset=Order.objects.none(), required=False)

            def __init__(self, *args, **kwargs):
                super().__init__(*args, **kwargs)
                self.fields["second"].queryset = Wish.objects.all()  # read shop_wish
                self.fields["second"].widget.attrs.update(a=1)
                self.fields["third"] = forms.ModelChoiceField(queryset=Tag.objects.none())

        def pick(request):
            form = PickForm(request.POST)
            form.cleaned_data["first"].save(update_fields=["paid"])  # update shop_order
            form.cleaned_data["second"].delete()  # delete shop_wish
            form.cleaned_data["several"].update(paid=True)  # update shop_order
            form.cleaned_data["third"].save()  # update shop_tag
            form.cleaned_data["fourth"].save()
    """)


def test_a_name_that_is_not_known():
    check("""
        from django import forms

        class PickForm(forms.Form):
            orders = forms.ModelMultipleChoiceField(queryset=Order.objects.none())
            number = forms.IntegerField()

        def pick(request, name):
            form = PickForm(request.POST)
            for order in form.cleaned_data[name]:  # read shop_order possible
                order.save(update_fields=["paid"])  # update shop_order possible
            form.cleaned_data.get(name).update(paid=True)  # update shop_order possible
            form.cleaned_data["orders"].update(paid=True)  # update shop_order inferred
    """)


def test_what_a_serializer_hands_to_its_methods():
    check("""
        from rest_framework import serializers

        class LineSerializer(serializers.ModelSerializer):
            class Meta:
                model = Line
                fields = ["order", "amount"]

            def create(self, validated_data):
                validated_data.pop("order").save(update_fields=["paid"])  # update shop_order
                return Line.objects.create(**validated_data)  # insert shop_line

            def validate(self, attrs):
                attrs["order"].save(update_fields=["paid"])  # update shop_order
                attrs["amount"].save()
                return super().validate(attrs)

            def validate_order(self, value):
                value.save(update_fields=["paid"])  # update shop_order
                return value
    """)


def test_values_of_a_serializer():
    check("""
        from rest_framework import serializers
        from rest_framework.views import APIView

        class ItemSerializer(serializers.Serializer):
            product = serializers.SlugRelatedField(queryset=Product.objects.none(), slug_field="name")

        class PickSerializer(serializers.Serializer):
            order_id = serializers.PrimaryKeyRelatedField(queryset=Order.objects.none(), source="order")
            tags = serializers.PrimaryKeyRelatedField(queryset=Tag.objects.none(), many=True)
            number = serializers.CharField()
            items = ItemSerializer(many=True)

        class Pick(APIView):
            def post(self, request):
                serializer = PickSerializer(data=request.data)
                values = serializer.validated_data
                values["order"].save(update_fields=["paid"])  # update shop_order
                for tag in values["tags"]:
                    tag.save()  # update shop_tag
                for item in values["items"]:
                    item["product"].save(update_fields=["price"])  # update shop_product
                values["number"].save()
    """)


def test_what_a_save_adds():
    check("""
        from rest_framework import serializers, viewsets

        class WishSerializer(serializers.ModelSerializer):
            class Meta:
                model = Wish
                fields = ["text"]

            def create(self, validated_data):
                validated_data["product"].save()  # insert shop_product, update shop_product
                return super().create(validated_data)  # insert shop_wish

        def make(data, product: Product):
            WishSerializer(data=data).save(product=product)
    """)
