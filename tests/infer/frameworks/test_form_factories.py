"""Form classes that `modelform_factory` makes of others."""

from tests.support.query_snippets import check


def test_form_of_a_base_for_a_model():
    check("""
        from django import forms
        from django.forms.models import modelform_factory

        class Base(forms.ModelForm):
            def save(self, commit=True):
                self.instance.products.clear()  # delete shop_product_tags
                return super().save(commit)  # insert shop_tag, update shop_tag

        def form_for(model):
            return modelform_factory(model, form=Base, fields=[])

        def add(data):
            tag = form_for(Tag)(data).save(commit=False)
            tag.delete()  # delete shop_tag, delete shop_order_tags, delete shop_product_tags
    """)


def test_instance_handed_to_an_unknown_class():
    check("""
        def edit(data, tag: Tag, form_class):
            form = form_class(data, instance=tag)
            kept = form.save(commit=False)
            kept.products.clear()  # delete shop_product_tags
    """)


def test_formset_is_iterated_over():
    check("""
        from django import forms
        from django.forms import inlineformset_factory

        class WishForm(forms.ModelForm):
            class Meta:
                model = Wish
                fields = ["text"]

        Wishes = inlineformset_factory(Customer, Wish, form=WishForm)

        def store(data):
            for form in Wishes(data):
                wish = form.save(commit=False)
                wish.save()  # insert shop_wish, update shop_wish
            Wishes(data)[0].instance.delete()  # delete shop_wish
    """)


def test_formset_of_a_form_without_a_model():
    check("""
        from django import forms
        from django.forms import modelformset_factory

        class Base(forms.ModelForm):
            text = forms.CharField()

        def store(data):
            for form in modelformset_factory(Wish, form=Base)(data):
                form.save()  # insert shop_wish via form, update shop_wish via form
    """)


def test_formset_of_a_class_of_ours():
    check("""
        from django import forms
        from django.forms import BaseInlineFormSet, inlineformset_factory

        class WishForm(forms.ModelForm):
            class Meta:
                model = Wish
                fields = ["text"]

            def save(self, commit=True):
                Tag.objects.update()  # update shop_tag
                return super().save(commit)  # insert shop_wish, update shop_wish

        class WishFormSet(BaseInlineFormSet):
            def __init__(self, data=None, **kwargs):
                super().__init__(data, **kwargs)
                self.instance.orders.update()  # update shop_order

            def clean(self):
                self.model.objects.update()  # update shop_wish
                for form in self.forms:
                    form.instance.customer.badge.delete()  # read people_customer, people_badge, delete people_badge

            def save(self, commit=True):
                Line.objects.update()  # update shop_line
                return super().save(commit)  # delete shop_wish

        def store(data, customer: Customer):
            made = inlineformset_factory(Customer, Wish, formset=WishFormSet, form=WishForm)
            formset = made(data, instance=customer)
            formset.save()
            for form in formset:
                form.instance.delete()  # delete shop_wish
    """)


def test_formset_whose_options_are_spread():
    check("""
        from django.forms import inlineformset_factory

        def store(data, is_open):
            if is_open:
                options = {"extra": 1}
            else:
                options = {"extra": 0, "can_delete": False}
            inlineformset_factory(Customer, Wish, **options)(data).save()  # insert shop_wish, update shop_wish, delete shop_wish
            inlineformset_factory(Customer, Wish, can_delete=False)(data).save()  # insert shop_wish, update shop_wish
    """)
