from tests.support.query_snippets import accesses_of, check

FORMS = """
        from django import forms
        from stock.models import Label

        class WishForm(forms.ModelForm):
            class Meta:
                model = Wish
                fields = ["customer", "text"]

        class LabelForm(forms.ModelForm):
            class Meta:
                model = Label
                fields = ["code", "shelf"]

        class TextForm(forms.ModelForm):
            class Meta:
                model = Label
                fields = ["shelf", "text"]
"""
LABELS = """
    from django.db import models

    class Label(models.Model):
        code = models.CharField(max_length=20, unique=True)
        shelf = models.IntegerField()
        side = models.IntegerField()
        text = models.TextField()

        class Meta:
            unique_together = [("shelf", "side")]

    class Peg(models.Model):
        row = models.IntegerField()
        column = models.IntegerField()

        class Meta:
            constraints = [models.UniqueConstraint(fields=["row", "column"], name="one_peg")]
"""


def test_rows_that_are_chosen_and_unique_columns():
    check(
        f"""{FORMS}
        def check_all(request):
            WishForm(request.POST).is_valid()  # read people_customer via validation
            LabelForm(request.POST).is_valid()  # read stock_label
            # Only half of what is unique together is in this form.
            TextForm(request.POST).is_valid()
    """,
        models=LABELS,
    )


def test_constraints():
    check(
        """
        from django.forms import modelform_factory
        from stock.models import Peg

        def check_all(request):
            modelform_factory(Peg, fields=["row", "column"])(request.POST).is_valid()  # read stock_peg
            modelform_factory(Peg, fields=["row"])(request.POST).is_valid()
    """,
        models=LABELS,
    )


def test_fields_of_plain_forms():
    check("""
        from django import forms

        class Search(forms.Form):
            order = forms.ModelChoiceField(Order.objects.all())  # read shop_order
            tags = forms.ModelMultipleChoiceField(queryset=Tag.objects.all())  # read shop_tag
            text = forms.CharField()

        def search(request):
            form = Search(request.GET)
            if form.is_valid():  # read shop_order, shop_tag
                return form.cleaned_data["text"]
            return form.as_p()  # read shop_order, shop_tag
    """)


def test_serializers():
    check("""
        from rest_framework import serializers

        class LineSerializer(serializers.ModelSerializer):
            class Meta:
                model = Line
                fields = ["product"]

        class OrderSerializer(serializers.ModelSerializer):
            lines = LineSerializer(many=True)
            total = serializers.IntegerField(read_only=True)
            buyer = serializers.PrimaryKeyRelatedField(queryset=Customer.objects.all())  # read people_customer

            class Meta:
                model = Order
                fields = ["lines", "total", "buyer"]

        def check_all(request):
            OrderSerializer(data=request.data).is_valid()  # read shop_product, people_customer
    """)


def test_formsets_check_their_forms():
    check("""
        from django.forms import modelformset_factory

        def check_all(request):
            modelformset_factory(Wish, fields=["customer"])(request.POST).is_valid()  # read shop_wish, people_customer
    """)


def test_the_form_is_the_cause():
    (read,) = accesses_of(
        f"""{FORMS}
        def check_all(request):
            WishForm(request.POST).is_valid()
    """,
        models=LABELS,
    )
    assert read.cause is not None
    assert (read.certainty, read.cause.line) == ("inferred", 5)


def test_other_things_that_are_valid():
    check("""
        class Ticket:
            def is_valid(self):
                return True

        def check_all(request):
            Ticket().is_valid()
            request.POST.is_valid()
    """)
