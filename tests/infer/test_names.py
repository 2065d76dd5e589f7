"""Values of which only the name and what is asked of them tell: both have to speak of one model."""

from tests.support.query_snippets import accesses_of, check


def test_parameter_that_is_used_like_a_row():
    check("""
        def close(order, tag):
            order.lines.filter(amount=1).delete()  # delete shop_line inferred
            order.save()  # insert shop_order inferred, update shop_order
            tag.save()  # blind

        def pay(invoice):
            invoice.order.settle()  # read shop_order
    """)


def test_name_alone_tells_nothing():
    check("""
        def close(order, product):
            order.save()  # blind
            product.name.delete()  # blind

        def other(thing):
            thing.lines.all().delete()  # blind
    """)


def test_parameter_that_has_what_the_model_has_not():
    check("""
        def close(order):
            order.cancel_at_the_exchange()
            order.save()  # blind
            order.settle()
    """)


def test_parts_of_what_is_not_known():
    check("""
        class Desk:
            def __init__(self, **kwargs):
                self.order = kwargs["order"]

            def close(self, data):
                self.order.lines.all().delete()  # delete shop_line
                self.order.save()  # blind
                data["wish"].product.refresh_from_db()  # read shop_product
                for invoice in data["invoices"]:
                    invoice.payment.delete()  # read billing_payment, delete billing_payment
    """)


def test_what_callers_hand_over_counts_first():
    check("""
        class Order:
            lines = {}

            def save(self):
                pass

        def close(order):
            order.lines.update(a=1)
            order.save()

        def all():
            close(Order())
    """)


def test_name_of_two_models_is_that_of_the_app_at_hand():
    models = """
        from django.db import models

        class Line(models.Model):
            shelf = models.ForeignKey("stock.Shelf", models.CASCADE)

        class Shelf(models.Model):
            pass
    """
    code = """
        def tidy(line):
            line.shelf.delete()
    """
    assert not [access for access in accesses_of(code, models=models) if access.path == "desk/views.py"]
    files = {
        "stock/tidy.py": "def tidy(line):\n    line.shelf.delete()  # read stock_shelf, delete stock_shelf, delete stock_line\n"
    }
    check("", models=models, files=files)


def test_class_that_is_named_like_a_model_and_has_a_manager():
    check("""
        def tidy(Wish, Foo, wish):
            Wish.objects.filter(text="").delete()  # delete shop_wish inferred
            Foo.objects.filter(text="").delete()  # blind
            wish.objects.filter(text="").delete()  # blind
    """)


def test_registry_that_is_handed_over():
    check("""
        def tidy(registry, editor):
            registry.get_model("shop", "Wish").objects.filter(text="").delete()  # delete shop_wish inferred
            registry.get_model("shop.Line").objects.create()  # insert shop_line
            registry.get_model("shop", "Nothing").objects.create()  # blind
            registry.get_model(editor).objects.create()  # blind
    """)
