"""Wizards of django-formtools hand the forms of all steps to `done`."""

from tests.support.query_snippets import check

WIZARDS = """
    from django import forms
    from formtools.wizard.views import CookieWizardView, SessionWizardView

    class OrderForm(forms.ModelForm):
        class Meta:
            model = Order
            fields = ["paid", "customer"]

    class WishForm(forms.ModelForm):
        class Meta:
            model = Wish
            fields = ["text"]
"""


def test_forms_by_step():
    check(f"""{WIZARDS}
    class Ordering(SessionWizardView):
        form_list = [("order", OrderForm), ("wish", WishForm)]

        def done(self, form_list, form_dict, **kwargs):
            form_dict["wish"].save()  # insert shop_wish inferred via form
            for form in form_list:
                form.save()  # insert shop_order, shop_wish
    """)


def test_steps_without_names():
    check(f"""{WIZARDS}
    class Ordering(CookieWizardView):
        form_list = [OrderForm, WishForm]

        def done(self, form_list, form_dict, **kwargs):
            form_dict["0"].save()  # insert shop_order
            form_dict["1"].save()  # insert shop_wish
    """)


def test_what_a_step_says():
    check(f"""{WIZARDS}
    class Ordering(SessionWizardView):
        form_list = [("order", OrderForm), ("wish", WishForm)]

        def done(self, form_list, **kwargs):
            said = self.get_cleaned_data_for_step("order")
            said["customer"].save()  # update people_customer
            self.get_all_cleaned_data()["customer"].save()
    """)


def test_rows_that_a_wizard_gives_its_forms():
    check(f"""{WIZARDS}
    class Ordering(SessionWizardView):
        form_list = [("wish", WishForm)]

        def get_form_instance(self, step):
            return Wish.objects.first()  # read shop_wish

        def done(self, form_list, **kwargs):
            for form in form_list:
                form.save()  # insert shop_wish, update shop_wish
    """)


def test_a_class_of_that_name_that_is_no_wizard():
    check(f"""{WIZARDS}
    class WizardView:
        form_list = [("wish", WishForm)]

        def done(self, form_list, **kwargs):
            for form in form_list:
                form.save()  # blind
    """)
