"""Which fields of forms and serializers let choose rows, and which are serializers themselves."""

from tests.support.query_snippets import check


def test_the_nearest_class_has_the_say():
    check("""
        from django import forms

        class Pick(forms.Form):
            thing = forms.ModelChoiceField(queryset=Order.objects.none())
            other = forms.ModelChoiceField(queryset=Order.objects.none())

        class PickTag(Pick):
            thing = forms.ModelChoiceField(queryset=Tag.objects.none())
            other = forms.CharField()

        def pick(request):
            form = PickTag(request.POST)
            form.cleaned_data["thing"].save()  # update shop_tag
            form.cleaned_data["other"].save()
    """)


def test_the_same_serializer_in_several_places():
    check("""
        from rest_framework import serializers

        class TagSerializer(serializers.Serializer):
            tag = serializers.PrimaryKeyRelatedField(queryset=Tag.objects.none())

        class ItemSerializer(serializers.Serializer):
            first = TagSerializer()
            second = TagSerializer()
            shown = TagSerializer(read_only=True)

        class BoxSerializer(serializers.Serializer):
            item = ItemSerializer()
            label = TagSerializer()

        def put(data):
            values = BoxSerializer(data=data).validated_data
            values["item"]["first"]["tag"].save()  # update shop_tag
            values["item"]["second"]["tag"].save()  # update shop_tag
            values["item"]["shown"]["tag"].save()
            values["label"]["tag"].save()  # update shop_tag
    """)
