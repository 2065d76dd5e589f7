from tests.support.query_snippets import accesses_of, check

FORMS = """
        from django import forms

        class WishForm(forms.ModelForm):
            class Meta:
                model = Wish
                fields = ["text"]

        class ProductForm(forms.ModelForm):
            class Meta:
                model = Product
                fields = ["name", "tags"]

        class PriceForm(forms.ModelForm):
            class Meta:
                model = Product
                fields = ("price",)
"""


def test_saving_a_form_saves_the_row_and_its_relations():
    check(f"""{FORMS}
        def edit(request):
            form = WishForm(request.POST)
            form.save()  # insert shop_wish via form
            # read shop_product_tags, shop_tag, insert shop_product, shop_product_tags via form, delete shop_product_tags
            ProductForm(request.POST).save()
            PriceForm(request.POST).save()  # insert shop_product
    """)


def test_a_form_with_an_instance_saves_that():
    check(f"""{FORMS}
        def edit(request, number, wish: Wish, **kwargs):
            stored = Wish.objects.get(pk=number)  # read shop_wish
            WishForm(request.POST, instance=stored).save()  # update shop_wish
            WishForm(request.POST, instance=Wish()).save()  # insert shop_wish
            WishForm(request.POST, instance=None).save()  # insert shop_wish
            WishForm(request.POST, instance=wish).save()  # insert shop_wish, update shop_wish
            WishForm(request.POST, **kwargs).save()  # insert shop_wish, update shop_wish
    """)


def test_a_form_that_finds_its_own_instance():
    check("""
        from django import forms

        class WishForm(forms.ModelForm):
            class Meta:
                model = Wish
                fields = ["text"]

            def __init__(self, *args, **kwargs):
                kwargs["instance"] = Wish.objects.first()  # read shop_wish
                super().__init__(*args, **kwargs)

        def edit(request):
            WishForm(request.POST).save()  # insert shop_wish, update shop_wish
    """)


def test_fields_that_are_excluded_are_not_saved():
    check("""
        from django import forms

        class ProductForm(forms.ModelForm):
            class Meta:
                model = Product
                exclude = ["tags"]

        def edit(request):
            ProductForm(request.POST).save()  # insert shop_product
    """)


def test_the_form_is_the_cause():
    (insert,) = accesses_of(f"""{FORMS}
        def edit(request):
            WishForm(request.POST).save()
    """)
    assert insert.cause is not None
    assert (insert.action, insert.cause.path, insert.cause.line) == ("insert", "desk/views.py", 4)


def test_without_commit_nothing_is_written_until_relations_are():
    check(f"""{FORMS}
        def edit(request):
            form = ProductForm(request.POST)
            product = form.save(commit=False)
            product.name = "pen"
            # Its relations come last.
            form.save_m2m()  # read shop_product_tags, shop_tag, insert shop_product_tags, delete shop_product_tags
    """)


def test_formsets():
    check(f"""{FORMS}
        from django.forms import inlineformset_factory, modelformset_factory

        WishFormSet = modelformset_factory(Wish, form=WishForm)
        InlineFormSet = inlineformset_factory(Customer, Wish, fields=["text"])

        class OwnFormSet(inlineformset_factory(Customer, Wish, form=WishForm, can_delete=False)):
            pass

        def edit(request, customer: Customer):
            WishFormSet(request.POST).save()  # insert shop_wish, update shop_wish
            InlineFormSet(request.POST, instance=customer).save()  # insert shop_wish, update shop_wish, delete shop_wish
            OwnFormSet(request.POST, instance=customer).save()  # insert shop_wish, update shop_wish
    """)


def test_overrides_are_gone_through():
    check(
        """
        from django import forms
        from stock.models import Shelf

        class ShelfForm(forms.ModelForm):
            class Meta:
                model = Shelf
                fields = ["name"]

            def save(self, commit=True):
                Wish.objects.update(text="")  # update shop_wish
                return super().save(commit)  # insert stock_shelf

        def edit(request):
            ShelfForm(request.POST).save()
    """,
        models="""
        from django.db import models

        class Shelf(models.Model):
            name = models.CharField(max_length=20)
    """,
    )


def test_plain_forms_write_nothing():
    check("""
        from django import forms

        class SearchForm(forms.Form):
            text = forms.CharField()

            def save(self):
                return self.cleaned_data["text"]

        def search(request):
            return SearchForm(request.GET).save()
    """)


def test_an_override_hands_on_what_only_makes_a_row():
    check("""
        from django import forms

        class WishForm(forms.ModelForm):
            class Meta:
                model = Wish
                fields = ["text"]

            def save(self, *args, **kwargs):
                return super().save(*args, **kwargs)

        class PlainForm(forms.ModelForm):
            class Meta:
                model = Product
                fields = ["name"]

            def save(self, commit=True):
                return super().save(commit=commit)

        class TagForm(forms.ModelForm):
            class Meta:
                model = Tag
                fields = ["label"]

            def save(self, commit=True):
                return super().save(commit)  # insert shop_tag via form

        def make(request):
            WishForm(request.POST).save(commit=False)
            PlainForm(request.POST).save(commit=False)
            TagForm(request.POST).save(commit=True)
    """)
