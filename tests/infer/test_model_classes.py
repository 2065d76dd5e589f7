"""How code comes to hold a model class."""

import pytest

from tests.support.query_snippets import check


def test_imported():
    check(
        """
        import shop.models
        import shop.models as things
        from shop import models as shop_models
        from shop.models import Wish as Hope

        def forget():
            shop.models.Wish.objects.update()  # update shop_wish
            things.Wish.objects.update()  # update shop_wish
            shop_models.Wish.objects.update()  # update shop_wish
            Hope.objects.update()  # update shop_wish
    """,
        certainty="proved",
    )


def test_imported_in_the_function():
    check("""
        def forget():
            from shop.models import Wish as Hope
            import billing.models
            Hope.objects.update()  # update shop_wish
            billing.models.Payment.objects.update()  # update billing_payment
    """)


def test_reexported():
    check(
        """
        from desk.api import Hope, Wish, Payment
        from desk import api

        def forget():
            Wish.objects.update()  # update shop_wish
            Hope.objects.update()  # update shop_wish
            Payment.objects.update()  # update billing_payment
            api.Wish.objects.update()  # update shop_wish
    """,
        files={
            "desk/api.py": """
        from billing.models import *
        from shop.models import Wish
        Hope = Wish
        __all__ = ["Hope", "Wish", "Payment"]
    """
        },
    )


def test_imported_when_it_is_there():
    check("""
        try:
            from shop.models import Wish as Hope
        except ImportError:
            Hope = None

        def forget():
            Hope.objects.update()  # update shop_wish
    """)


@pytest.mark.xfail(strict=True, reason="TYPE_CHECKING import under another name")
def test_imported_for_types_only():
    check("""
        from __future__ import annotations
        from typing import TYPE_CHECKING
        if TYPE_CHECKING:
            from shop.models import Wish as Hope

        def forget(hope: Hope):
            hope.delete()  # delete shop_wish
    """)


def test_circular_imports():
    check(
        """
        from desk import tasks

        def forget():
            tasks.really()

        def wishes():
            return Wish.objects
    """,
        files={
            "desk/tasks.py": """
        def really():
            from desk.views import wishes
            wishes().update()  # update shop_wish
    """
        },
    )


def test_alias():
    check(
        """
        Hope = Wish

        def forget():
            hope = Hope
            hope.objects.update()  # update shop_wish
    """,
        certainty="proved",
    )


def test_values_of_a_registry():
    check("""
        REGISTRY = {"wish": Wish, "line": Line}

        def forget(kind: str):
            REGISTRY["wish"].objects.update()  # update shop_wish
            REGISTRY.get("line").objects.update()  # update shop_line
            REGISTRY[kind].objects.update()  # update shop_wish, shop_line
            for model in REGISTRY.values():
                model.objects.update()  # update shop_wish, shop_line
            for name, model in REGISTRY.items():
                model.objects.update()  # update shop_wish, shop_line
    """)


def test_registry_that_a_decorator_fills():
    check("""
        REGISTRY = {}

        def register(model):
            REGISTRY[model.__name__] = model
            return model

        register(Wish)

        def forget(name: str):
            REGISTRY[name].objects.update()  # update shop_wish
    """)


def test_list_of_models():
    check("""
        MODELS = [Wish, Line]

        def forget():
            for model in MODELS:
                model.objects.update()  # update shop_wish, shop_line
            for model, text in ((Tag, "a"), (Product, "b")):
                model.objects.update()  # update shop_tag, shop_product
            MODELS[0].objects.update()  # update shop_wish, shop_line
    """)


def test_class_attribute():
    check("""
        class Desk:
            model = Wish

            def forget(self):
                self.model.objects.update()  # update shop_wish

            @classmethod
            def forget_all(cls):
                cls.model.objects.update()  # update shop_wish

        def forget():
            Desk.model.objects.update()  # update shop_wish
            Desk().model.objects.update()  # update shop_wish
    """)


def test_class_attribute_of_a_subclass():
    check("""
        class Desk:
            model = None

            def forget(self):
                self.model.objects.update()  # update shop_wish, shop_line

        class WishDesk(Desk):
            model = Wish

        class LineDesk(Desk):
            model = Line
    """)


def test_instance_attribute():
    check(
        """
        class Desk:
            def __init__(self, model):
                self.model = model

            def forget(self):
                self.model.objects.update()  # update shop_wish

        def forget():
            Desk(Wish).forget()
    """,
        certainty="inferred",
    )


def test_class_of_a_row():
    check("""
        def forget(wish: Wish):
            type(wish).objects.update()  # update shop_wish
            wish.__class__.objects.update()  # update shop_wish
            wish._meta.model.objects.update()  # update shop_wish
    """)


def test_class_of_self():
    check(
        """
        from shop.models import Wish
        def forget(leaf):
            pass
    """,
        models="""
        from django.db import models

        class Leaf(models.Model):
            size = models.IntegerField()

            def others(self):
                type(self).objects.exclude(pk=self.pk)  # read stock_leaf
                self.__class__.objects.update()  # update stock_leaf

            @classmethod
            def wither(cls):
                cls.objects.update()  # update stock_leaf
                cls().save()  # insert stock_leaf

            @staticmethod
            def grow():
                Leaf.objects.create()  # insert stock_leaf
    """,
    )


def test_model_of_a_manager_and_of_a_query():
    check("""
        def forget(wishes: QuerySet[Wish], customer: Customer):
            wishes.model.objects.update()  # update shop_wish
            Wish.objects.model.objects.update()  # update shop_wish
            customer.wishes.model.objects.update()  # update shop_wish
    """)


def test_get_model():
    check("""
        from django.apps import apps as django_apps

        def forget():
            apps.get_model("shop", "Wish").objects.update()  # update shop_wish
            apps.get_model("shop.Wish").objects.update()  # update shop_wish
            apps.get_model(app_label="shop", model_name="wish").objects.update()  # update shop_wish
            django_apps.get_model("shop.wish").objects.update()  # update shop_wish
            Hope = apps.get_model("shop", "Wish")
            Hope.objects.update()  # update shop_wish
    """)


def test_get_model_of_an_app():
    check("""
        def forget():
            apps.get_app_config("shop").get_model("Wish").objects.update()  # update shop_wish
    """)


def test_get_model_with_a_known_text():
    check("""
        APP = "shop"

        def forget():
            name = "wi" + "sh"
            apps.get_model(APP, name).objects.update()  # update shop_wish
            apps.get_model(f"{APP}.{name}").objects.update()  # update shop_wish
            apps.get_model("%s.%s" % (APP, name)).objects.update()  # update shop_wish
    """)


def test_get_model_with_texts_from_callers():
    check("""
        def model_named(name):
            return apps.get_model("shop", name)

        def forget():
            model_named("Wish").objects.update()  # update shop_wish
            model_named("Line").objects.update()  # update shop_line
    """)


def test_gives_up_on_get_model_with_an_unknown_text():
    check("""
        def forget(name: str):
            apps.get_model("shop", name).objects.update(paid=True)  # blind
    """)


def test_get_user_model():
    check("""
        from django.conf import settings
        User = get_user_model()

        def forget():
            get_user_model().objects.update()  # update people_customer
            User.objects.update()  # update people_customer
            apps.get_model(settings.AUTH_USER_MODEL).objects.update()  # update people_customer
    """)


@pytest.mark.xfail(strict=True, reason="model_class() of the content type for a known model")
def test_content_type():
    check("""
        from django.contrib.contenttypes.models import ContentType

        def forget(wish: Wish):
            kind = ContentType.objects.get_for_model(Wish)  # read django_content_type
            kind.model_class().objects.update()  # update shop_wish
    """)


def test_import_by_name():
    check("""
        import importlib
        from django.utils.module_loading import import_string

        def forget():
            import_string("shop.models.Wish").objects.update()  # update shop_wish
            importlib.import_module("shop.models").Wish.objects.update()  # update shop_wish
            getattr(importlib.import_module("shop.models"), "Wish").objects.update()  # update shop_wish
    """)


def test_model_of_a_field():
    check("""
        def forget(order: Order):
            Order._meta.get_field("customer").related_model.objects.update()  # update people_customer
            Invoice._meta.get_field("order").remote_field.model.objects.update()  # update shop_order
            Order.customer.field.related_model.objects.update()  # update people_customer
    """)


def test_table_between():
    check("""
        def forget(product: Product):
            Product.tags.through.objects.update()  # update shop_product_tags
            product.tags.through.objects.update()  # update shop_product_tags
            Order.products.through.objects.update()  # update shop_line
    """)


def test_proxy_and_multi_table_child():
    check("""
        def forget():
            PaidOrder.objects.update()  # update shop_order
            RushOrder.objects.update(fee=1)  # update billing_rushorder
    """)


def test_conditional():
    check("""
        def forget(deep: bool):
            model = Wish if deep else Line
            model.objects.update()  # update shop_wish, shop_line
            other = deep and Wish or Line
            other.objects.update()  # update shop_wish, shop_line
            third = None
            third = third or Wish
            third.objects.update()  # update shop_wish
    """)


def test_default_of_a_parameter():
    check("""
        def forget(model=Wish):
            model.objects.update()  # update shop_wish

        def all():
            forget()
    """)


def test_annotated_as_a_class():
    check("""
        def forget(model: type[Wish]):
            model.objects.update()  # update shop_wish
            model().save()  # insert shop_wish
    """)


def test_returned():
    check("""
        def kind():
            return Wish

        def forget():
            kind().objects.update()  # update shop_wish
    """)


@pytest.mark.xfail(strict=True, reason="values of an Enum")
def test_named_class_in_an_enum():
    check("""
        class Kind(enum.Enum):
            WISH = Wish
            LINE = Line

        def forget(kind: Kind):
            Kind.WISH.value.objects.update()  # update shop_wish
            kind.value.objects.update()  # update shop_wish, shop_line
    """)


def test_swapped_by_a_setting():
    check("""
        from django.conf import settings

        def forget():
            apps.get_model(getattr(settings, "AUTH_USER_MODEL", "auth.User")).objects.update()  # update people_customer
    """)


@pytest.mark.parametrize("name", ["Wish.DoesNotExist", "Wish._meta.db_table", "Wish.__name__", "Wish.text", "Wish.pk"])
def test_attributes_that_touch_nothing(name):
    check(f"""
        def look():
            return {name}
    """)


def test_class_that_only_has_the_name_of_a_model():
    check("""
        class Wish:
            class objects:
                @staticmethod
                def update(**values):
                    return values

            def delete(self):
                return 1

        def forget():
            Wish.objects.update(text="")
            Wish().delete()
    """)


def test_plain_class_beside_the_models():
    check(
        """
        from shop.choices import Wish as Kind

        def forget():
            Kind.objects.update(text="")
            Kind.objects.filter(text="").delete()
    """,
        files={
            "shop/choices.py": """
        class Kinds(list):
            def filter(self, **conditions):
                return self
            def update(self, **values):
                return 1
            def delete(self):
                return 2

        class Wish:
            objects = Kinds()
    """
        },
    )


def test_a_property_of_the_class():
    check(
        """
        def look(leaf: "stock.models.Leaf"):
            from stock.models import Leaf
            Leaf.model.objects.update(size=1)  # update stock_leaf
    """,
        models="""
        from django.db import models
        from django.utils.functional import classproperty

        class Leaf(models.Model):
            size = models.IntegerField()

            @classproperty
            def model(cls):
                return cls

            def fall(self):
                self.model.objects.filter(size=1).update(size=2)  # update stock_leaf
    """,
    )
