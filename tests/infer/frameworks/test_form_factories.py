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
