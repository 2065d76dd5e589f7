"""Overriding, mixins, `super()`, and what a subclass decides for its base."""

import pytest

from cutpoint.domain.access import Certainty
from tests.support.query_snippets import accesses_of, check


def test_inherited_method():
    check("""
        class Base:
            def forget(self, wish: Wish):
                wish.delete()  # delete shop_wish
                return wish

        class Desk(Base):
            pass

        def all(wish: Wish):
            Desk().forget(wish).refresh_from_db()  # read shop_wish
    """)


def test_overridden_method():
    check("""
        class Base:
            def things(self):
                return Line.objects.all()

            def forget(self):
                self.things().delete()  # delete shop_line, shop_wish

        class Desk(Base):
            def things(self):
                return Wish.objects.all()

        def all():
            Desk().things().update()  # update shop_wish
            Base().things().update()  # update shop_line
    """)


def test_abstract_method():
    check("""
        class Base(ABC):
            @abstractmethod
            def things(self):
                raise NotImplementedError

            def forget(self):
                self.things().delete()  # delete shop_wish, shop_line

        class WishDesk(Base):
            def things(self):
                return Wish.objects.all()

        class LineDesk(Base):
            def things(self):
                return Line.objects.all()
    """)


def test_mixin():
    check("""
        class Forgetting:
            def forget(self):
                self.get_thing().delete()  # delete shop_wish

        class Desk(Forgetting):
            def get_thing(self):
                return Wish.objects.get(pk=1)  # read shop_wish
    """)


def test_mixin_that_reads_an_attribute():
    check("""
        class Forgetting:
            def forget(self):
                self.model.objects.update()  # update shop_wish
                self.kind._default_manager.update()  # update shop_line

        class Desk(Forgetting):
            model = Wish
            kind = Line
    """)


def test_super():
    check("""
        class Base:
            def things(self):
                return Wish.objects.all()  # read shop_wish

        class Desk(Base):
            def things(self):
                return super().things().filter(text="")

        class Old(Base):
            def things(self):
                return super(Old, self).things().exclude(text="")

        class Named(Base):
            def things(self):
                return Base.things(self).filter(text="")

        def forget():
            Desk().things().delete()  # delete shop_wish
            Old().things().delete()  # delete shop_wish
            Named().things().delete()  # delete shop_wish
    """)


def test_super_follows_the_order_of_the_class_of_self():
    check("""
        class Base:
            def thing(self):
                return None

        class Left(Base):
            def thing(self):
                return super().thing()

        class Right(Base):
            def thing(self):
                return Wish.objects.get(pk=1)  # read shop_wish

        class Both(Left, Right):
            pass

        def forget():
            Both().thing().delete()  # delete shop_wish
    """)


def test_overridden_save():
    check(
        """
        from stock.models import Leaf

        def grow(leaf: Leaf):
            leaf.save()  # insert stock_leaf, update stock_leaf
            Leaf.objects.create()  # insert stock_leaf
    """,
        models="""
        from django.db import models

        class Leaf(models.Model):
            size = models.IntegerField()

            def save(self, *args, **kwargs):
                self.size = self.size or 1
                super().save(*args, **kwargs)  # insert stock_leaf, update stock_leaf
    """,
    )


def test_save_that_saves_something_else_instead():
    check(
        """
        from stock.models import Leaf

        def grow(leaf: Leaf):
            leaf.save()
    """,
        models="""
        from django.db import models

        class Leaf(models.Model):
            size = models.IntegerField()

            def save(self, *args, **kwargs):
                raise TypeError("leaves are never saved")
    """,
    )


def test_delete_that_only_marks():
    check(
        """
        from stock.models import Leaf

        def fall(leaf: Leaf):
            leaf.delete()  # update stock_leaf
    """,
        models="""
        from django.db import models

        class Leaf(models.Model):
            fallen = models.BooleanField()

            def delete(self, *args, **kwargs):
                self.fallen = True
                self.save(update_fields=["fallen"])  # update stock_leaf
    """,
    )


def test_abstract_model_with_methods():
    check(
        """
        from stock.models import Oak

        def grow(oak: Oak):
            oak.grow()
    """,
        models="""
        from django.db import models

        class Leaf(models.Model):
            size = models.IntegerField()

            class Meta:
                abstract = True

            def grow(self):
                self.save(update_fields=["size"])  # update stock_oak, stock_elm

        class Oak(Leaf):
            pass

        class Elm(Leaf):
            pass
    """,
    )


@pytest.mark.parametrize("called", ["Oak", "Elm"])
@pytest.mark.parametrize("its_class", ["type(self)", "self.__class__"])
def test_abstract_model_whose_methods_give_queries(called, its_class):
    # Whichever of the two somebody calls it on, whatever their names: it is asked for the other one, too. Whoever calls it
    # deletes what it gives, so nothing is read there.
    other = {"Oak": "elm", "Elm": "oak"}[called]
    check(
        f"""
        from stock.models import {called}

        def grow(tree: {called}):
            tree.others().delete()  # delete stock_{called.lower()}
    """,
        models=f"""
        from django.db import models

        class Leaf(models.Model):
            class Meta:
                abstract = True

            def others(self):
                return {its_class}.objects.exclude(pk=self.pk)  # read stock_{other}

        class Oak(Leaf):
            pass

        class Elm(Leaf):
            pass
    """,
    )


def test_mixin_of_models():
    check(
        """
        from stock.models import Oak

        def grow(oak: Oak):
            oak.grow()
    """,
        models="""
        from django.db import models

        class Growing:
            def grow(self):
                self.save(update_fields=["size"])  # update stock_oak

        class Oak(Growing, models.Model):
            size = models.IntegerField()
    """,
    )


def test_class_method_that_makes_rows():
    check(
        """
        from stock.models import Oak

        def grow():
            Oak.plant().delete()  # delete stock_oak
    """,
        models="""
        from django.db import models

        class Leaf(models.Model):
            class Meta:
                abstract = True

            @classmethod
            def plant(cls):
                return cls.objects.create()  # insert stock_oak

        class Oak(Leaf):
            pass
    """,
    )


def test_template_method_with_a_class_attribute():
    check("""
        class Base:
            model = None
            thing_class = None

            def get_queryset(self):
                return self.model.objects.all()  # read shop_wish, shop_line

            def forget(self):
                for thing in self.get_queryset():  # read shop_wish, shop_line
                    thing.delete()  # delete shop_wish, shop_line

        class WishDesk(Base):
            model = Wish

        class LineDesk(Base):
            model = Line

        def all():
            WishDesk().get_queryset().update()  # update shop_wish
    """)


def test_init_subclass_registers():
    check("""
        class Base:
            registry = {}

            def __init_subclass__(cls, model=None, **kwargs):
                cls.registry[cls.__name__] = model

            def forget(self, name: str):
                self.registry[name].objects.update()  # update shop_wish

        class WishDesk(Base, model=Wish):
            pass
    """)


def test_metaclass():
    check("""
        class Registering(type):
            def __new__(meta, name, bases, attributes):
                return super().__new__(meta, name, bases, attributes)

        class Desk(metaclass=Registering):
            model = Wish

            def forget(self):
                self.model.objects.update()  # update shop_wish
    """)


def test_class_made_in_a_function():
    check("""
        def desk_of(kind):
            class Desk:
                model = kind

                def forget(self):
                    self.model.objects.update()  # update shop_wish, shop_line

            return Desk

        def all():
            desk_of(Wish)().forget()
            desk_of(Line)().forget()
    """)


def test_class_made_by_type():
    check("""
        class Base:
            def forget(self):
                self.model.objects.update()  # update shop_wish

        Desk = type("Desk", (Base,), {"model": Wish})

        def all():
            Desk().forget()
    """)


def test_override_with_another_kind():
    check("""
        class Base:
            thing = None

            def forget(self):
                self.thing.delete()  # delete shop_wish

        class Desk(Base):
            @property
            def thing(self):
                return Wish.objects.get(pk=1)  # read shop_wish
    """)


def test_new_and_call():
    check("""
        class Desk:
            def __new__(cls, wish):
                wish.refresh_from_db()  # read shop_wish
                return super().__new__(cls)

            def __init__(self, wish):
                self.wish = wish

            def __call__(self):
                self.wish.delete()  # delete shop_wish

        def all(wish: Wish):
            Desk(wish)()
    """)


def test_operators():
    check("""
        class Desk:
            def __init__(self, wish: Wish):
                self.wish = wish

            def __iter__(self):
                yield self.wish

            def __getitem__(self, number):
                return self.wish

            def __enter__(self):
                return self.wish

            def __exit__(self, *problem):
                self.wish.refresh_from_db()  # read shop_wish

            def __len__(self):
                return Line.objects.count()  # read shop_line

        def forget(desk: Desk):
            for wish in desk:
                wish.delete()  # delete shop_wish
            desk[0].delete()  # delete shop_wish
            with desk as wish:
                wish.delete()  # delete shop_wish
    """)


def test_field_of_many_models_meets_rows_of_each():
    names = "ABCDEFGHIJKL"
    field = """
        from django.db import models

        class Slug(models.SlugField):
            def pre_save(self, row, add):
                return self.free(row.__class__)

            def free(self, model):
                return model._default_manager.filter(slug="").count()
    """
    classes = "\n".join(f"class {name}(models.Model):\n    slug = Slug()\n" for name in names)
    models = f"from django.db import models\nfrom stock.fields import Slug\n\n{classes}"
    found = accesses_of("", models=models, files={"stock/fields.py": field})
    assert {access.table for access in found} == {f"stock_{name.lower()}" for name in names}
    assert {access.certainty for access in found} == {Certainty.INFERRED}


def test_method_of_a_mixin_that_its_model_overrides():
    check(
        """
        def nothing():
            pass
    """,
        models="""
        from django.db import models

        class Keeping:
            def keep(self):
                self.save()  # blind

        class Leaf(Keeping, models.Model):
            def keep(self):
                return None

        class Tree(models.Model):
            pass
    """,
    )


def test_method_of_a_mixin_behind_the_base_model():
    check(
        """
        from stock.models import Draft, Tracked

        def keep(draft: Draft, tracked: Tracked):
            draft.save()  # insert stock_draft, update stock_draft
            tracked.save()  # insert stock_tracked, update stock_tracked
        """,
        models="""
        from django.db import models

        class Tracker:
            def save(self, *args, **kwargs):
                # `Draft` never gets here: `Model.save` calls no `super()`.
                super().save(*args, **kwargs)  # insert stock_tracked, update stock_tracked

        class Draft(models.Model, Tracker):
            def save(self, *args, **kwargs):
                super().save(*args, **kwargs)  # insert stock_draft, update stock_draft

        class Tracked(Tracker, models.Model):
            pass
        """,
    )


def test_initializer_of_a_mixin_behind_the_base_model():
    check(
        "\n",
        models="""
        from django.db import models

        class Counted:
            def __init__(self, *args, **kwargs):
                self.before = Draft.objects.count()  # read stock_draft

        class Draft(models.Model, Counted):
            pass
        """,
    )
