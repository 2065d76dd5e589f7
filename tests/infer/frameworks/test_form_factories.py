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
