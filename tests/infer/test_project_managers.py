"""Managers and querysets that the project writes itself."""

from tests.support.query_snippets import check

LEAVES = """
    from django.db import models

    class LeafQuerySet(models.QuerySet):
        def green(self):
            return self.filter(green=True)  # read stock_leaf

        def fall(self):
            return self.update(green=False)  # update stock_leaf

        def newest(self):
            return self.green().order_by("pk").last()  # read stock_leaf

        def sizes(self):
            return self.values_list("size", flat=True)  # read stock_leaf

        def with_tree(self):
            return self.select_related("tree")  # read stock_leaf, stock_tree

    class LeafManager(models.Manager):
        def get_queryset(self):
            return LeafQuerySet(self.model, using=self._db).filter(size=1)  # read stock_leaf

        def grow(self, **values):
            leaf = self.model(**values)
            leaf.save(using=self._db)  # insert stock_leaf, update stock_leaf
            return leaf

        def plant(self):
            return self.create(green=True)  # insert stock_leaf

        def green(self):
            return self.get_queryset().green()

    class Tree(models.Model):
        old = models.BooleanField()

    class Leaf(models.Model):
        green = models.BooleanField()
        size = models.IntegerField()
        tree = models.ForeignKey(Tree, models.CASCADE, related_name="leaves")

        objects = LeafManager()
        plain = LeafQuerySet.as_manager()
        both = models.Manager.from_queryset(LeafQuerySet)()
"""


def test_methods_of_a_queryset_class():
    check(
        """
        from stock.models import Leaf

        def fall():
            Leaf.plain.green().fall()
            Leaf.plain.newest().refresh_from_db()  # read stock_leaf
            sum(Leaf.plain.sizes())  # read stock_leaf
            Leaf.both.green().with_tree().first().tree.refresh_from_db()  # read stock_leaf, stock_tree
    """,
        models=LEAVES,
    )


def test_methods_of_a_manager_class():
    check(
        """
        from stock.models import Leaf

        def grow():
            leaf = Leaf.objects.grow(size=1)
            leaf.refresh_from_db()  # read stock_leaf
            Leaf.objects.plant().delete()  # delete stock_leaf
            Leaf.objects.green().fall()
            Leaf.objects.create(size=1)  # insert stock_leaf
    """,
        models=LEAVES,
    )


def test_get_queryset_that_joins():
    check(
        """
        from stock.models import Leaf, Tree

        def look(tree: Tree):
            Leaf.objects.all()  # read stock_leaf, stock_tree
            Leaf.objects.count()  # read stock_leaf, stock_tree
            Leaf.objects.filter(size=1).update(size=1)  # read stock_tree, update stock_leaf
            Leaf.objects.create(size=1)  # insert stock_leaf
            Leaf.every.all()  # read stock_leaf
            tree.leaves.count()  # read stock_leaf, stock_tree
    """,
        models="""
        from django.db import models

        class LeafManager(models.Manager):
            def get_queryset(self):
                return super().get_queryset().filter(tree__old=False)  # read stock_leaf, stock_tree

        class Tree(models.Model):
            old = models.BooleanField()

        class Leaf(models.Model):
            size = models.IntegerField()
            tree = models.ForeignKey(Tree, models.CASCADE, related_name="leaves")

            objects = LeafManager()
            every = models.Manager()
    """,
    )


def test_manager_of_a_relation():
    check(
        """
        from stock.models import Tree

        def fall(tree: Tree):
            tree.leaves.green().fall()
            tree.leaves.plant().delete()  # delete stock_leaf
    """,
        models=LEAVES,
    )


def test_queryset_made_by_hand():
    check(
        """
        from stock.models import Leaf, LeafQuerySet

        def fall():
            LeafQuerySet(Leaf).update()  # update stock_leaf
            LeafQuerySet(model=Leaf).green().update()  # update stock_leaf
            QuerySet(Leaf).update(size=1)  # update stock_leaf
            LeafQuerySet.green(Leaf.plain).update()  # update stock_leaf
    """,
        models=LEAVES,
    )


def test_managers_of_the_corner_shop():
    check("""
        def settle(customer: Customer):
            Order.objects.paid().of(customer).update()  # update shop_order
            Order.objects.place(customer).lines.update()  # update shop_line
            Order.objects.newest().refresh_from_db()  # read shop_order
            Order.archive.all()  # read shop_order
            Order.archive.oldest().lines.update()  # update shop_line
            Wish.objects.open().delete()  # read shop_product, delete shop_wish
            Order.unpaid().update()  # update shop_order
    """)


def test_method_that_gives_self():
    check(
        """
        from stock.models import Box

        def fill():
            Box.objects.mark().mark().only_big().update(size=1)  # update stock_box
    """,
        models="""
        from django.db import models

        class BoxQuerySet(models.QuerySet):
            def mark(self):
                for box in self:  # read stock_box
                    box.save()  # update stock_box
                return self

            def only_big(self):
                clone = self._chain()
                return clone.filter(size__gt=1)  # read stock_box

        class Box(models.Model):
            size = models.IntegerField()
            objects = BoxQuerySet.as_manager()
    """,
    )


def test_mixin_of_querysets():
    check(
        """
        from stock.models import Box, Jar

        def fall():
            Box.objects.active().update(on=False)  # update stock_box
            Jar.objects.active().first().refresh_from_db()  # read stock_jar
    """,
        models="""
        from django.db import models

        class Activity:
            def active(self):
                return self.filter(on=True)  # read stock_jar

        class ActiveQuerySet(Activity, models.QuerySet):
            pass

        class Base(models.Model):
            on = models.BooleanField()
            objects = ActiveQuerySet.as_manager()
            class Meta:
                abstract = True

        class Box(Base):
            pass

        class Jar(Base):
            pass
    """,
    )


def test_manager_with_two_sources():
    check(
        """
        from stock.models import Box

        def look():
            Box.objects.big().make().delete()  # delete stock_box
            Box.objects.make().delete()  # delete stock_box
            Box.objects.big().first().delete()  # read stock_box, delete stock_box
    """,
        models="""
        from django.db import models

        class Making(models.Manager):
            def make(self):
                return self.create(size=1)  # insert stock_box

        class BoxQuerySet(models.QuerySet):
            def big(self):
                return self.filter(size=1)  # read stock_box
            def make(self):
                return self.create(size=2)  # insert stock_box

        BoxManager = Making.from_queryset(BoxQuerySet)

        class Box(models.Model):
            size = models.IntegerField()
            objects = BoxManager()
    """,
    )


def test_soft_deletion():
    check(
        """
        from stock.models import Box

        def forget():
            Box.objects.filter(size=1).delete()  # update stock_box
            Box.everything.filter(size=1).hard_delete()  # read stock_box
    """,
        models="""
        from django.db import models

        class SoftQuerySet(models.QuerySet):
            def delete(self):
                return self.update(gone=True)  # update stock_box

            def hard_delete(self):
                return super().delete()  # delete stock_box

        class SoftManager(models.Manager):
            def get_queryset(self):
                return SoftQuerySet(self.model).filter(gone=False)  # read stock_box

        class Soft(models.Model):
            gone = models.BooleanField(default=False)
            objects = SoftManager()
            everything = SoftQuerySet.as_manager()

            class Meta:
                abstract = True

            def delete(self, *args, **kwargs):
                self.gone = True
                self.save(update_fields=["gone"])  # update stock_box

        class Box(Soft):
            size = models.IntegerField()
    """,
    )


def test_overridden_create():
    check(
        """
        from stock.models import Box

        def make():
            Box.objects.create(size=1).delete()  # insert stock_box, delete stock_box
    """,
        models="""
        from django.db import models

        class BoxManager(models.Manager):
            def create(self, **values):
                values.setdefault("size", 1)
                return super().create(**values)  # insert stock_box

        class Box(models.Model):
            size = models.IntegerField()
            objects = BoxManager()
    """,
    )


def test_manager_that_is_handed_a_parameter():
    check(
        """
        from stock.models import Box

        def look():
            Box.big.first().delete()  # read stock_box, delete stock_box
    """,
        models="""
        from django.db import models

        class SizeManager(models.Manager):
            def __init__(self, size):
                super().__init__()
                self.size = size

            def get_queryset(self):
                return super().get_queryset().filter(size=self.size)  # read stock_box

        class Box(models.Model):
            size = models.IntegerField()
            big = SizeManager(3)
    """,
    )


def test_manager_set_later():
    check(
        """
        def look():
            Wish.extra.first().delete()  # read shop_wish, delete shop_wish
    """,
        files={
            "desk/models.py": """
        from django.db import models
        from shop.models import Wish

        Wish.add_to_class("extra", models.Manager())
    """
        },
    )


def test_monkeypatched_manager():
    check(
        """
        def look():
            Wish.objects.loud().delete()  # delete shop_wish
    """,
        files={
            "desk/models.py": """
        from shop.models import Wish

        def loud(self):
            return self.filter(text="A")

        Wish.objects.__class__.loud = loud
    """
        },
    )


def test_user_manager_of_django():
    check("""
        def make():
            customer = Customer.objects.create_user("a", password="b")  # insert people_customer
            customer.badge.delete()  # read people_badge, delete people_badge
            Customer.objects.get_by_natural_key("a").wishes.update()  # read people_customer, update shop_wish
    """)


def test_manager_in_a_mapping():
    check("""
        SOURCES = {"wishes": Wish.objects, "lines": Line.objects}

        def look(name: str):
            for manager in (Wish.objects, Line.objects):
                manager.update()  # update shop_wish, shop_line
            SOURCES["wishes"].first().delete()  # read shop_wish, delete shop_wish
    """)


def test_manager_in_a_mapping_by_an_unknown_name():
    check("""
        SOURCES = {"wishes": Wish.objects, "lines": Line.objects}

        def look(name: str):
            SOURCES[name].update()  # update shop_wish, shop_line
    """)


def test_method_as_a_value():
    check("""
        def look():
            paid = Order.objects.paid
            paid().update(total=1)  # update shop_order
            find = Wish.objects.get
            find(pk=1).delete()  # read shop_wish, delete shop_wish
    """)


def test_library_method_that_nobody_knows():
    check(
        """
        from treelib import TreeManager

        def look():
            pass
    """,
        models="""
        from django.db import models
        from treelib import TreeManager

        class Node(models.Model):
            objects = TreeManager()

        def look():
            Node.objects.roots().delete()  # delete stock_node possible
    """,
    )


def test_manager_class_with_the_methods_of_a_queryset_class():
    check(
        """
        from stock.models import Leaf

        def look():
            Leaf.objects.oldest()
            Leaf.objects.green().update(size=2)  # update stock_leaf
    """,
        models="""
        from django.db import models

        class LeafQuerySet(models.QuerySet):
            def green(self):
                return self.filter(green=True)  # read stock_leaf

        class LeafManager(models.Manager):
            def oldest(self):
                return self.order_by("pk").first()  # read stock_leaf

            def smallest(self):
                return self.get(size=0)  # read stock_leaf

        ManagerOfLeaves = LeafManager.from_queryset(LeafQuerySet)

        class Leaf(models.Model):
            green = models.BooleanField()
            size = models.IntegerField()

            objects = ManagerOfLeaves()
    """,
    )


def test_override_that_hands_paths_on():
    check(
        """
        from stock.models import Crate

        def show(pk):
            return Crate.objects.select_related("order").get(pk=pk)  # read stock_crate, shop_order
    """,
        models="""
        from django.db import models

        class Crates(models.QuerySet):
            def select_related(self, *paths, deep=False):
                if deep:
                    return self
                return super().select_related(*paths)  # read stock_crate, shop_order

        class Crate(models.Model):
            order = models.ForeignKey("shop.Order", models.CASCADE)
            objects = Crates.as_manager()
        """,
    )


def test_iterable_of_a_queryset():
    check(
        """
        from stock.models import Crate

        def show():
            return list(Crate.objects.full())  # read stock_crate
    """,
        models="""
        from django.db import models
        from django.db.models.query import ModelIterable

        class FullIterable(ModelIterable):
            def __iter__(self):
                rows = self.queryset.values("pk")  # read stock_crate
                yield from self.queryset.model.objects.filter(pk__in=rows)  # read stock_crate

        class Crates(models.QuerySet):
            def full(self):
                clone = self._clone()
                clone._iterable_class = FullIterable
                return clone

        class Crate(models.Model):
            name = models.TextField()
            objects = Crates.as_manager()
        """,
    )


def test_iterable_that_querysets_of_many_models_share():
    names = [f"Crate{number}" for number in range(10)]
    check(
        """
        from stock import models

        def show():
            return list(models.Crate0.objects.full())  # read stock_crate0
    """,
        models="""
        from django.db import models
        from django.db.models.query import ModelIterable

        class FullIterable(ModelIterable):
            def __iter__(self):
                rows = self.queryset.values("pk")  # read TABLES
                yield from self.queryset.model.objects.filter(pk__in=rows)  # read TABLES

        class Crates(models.QuerySet):
            def full(self):
                clone = self._clone()
                clone._iterable_class = FullIterable
                return clone
        """.replace("TABLES", ", ".join(f"stock_{name.lower()} proved" for name in names))
        + "".join(
            f"""
        class {name}(models.Model):
            name = models.TextField()
            objects = Crates.as_manager()
        """
            for name in names
        ),
    )


def test_managers_of_packages_that_are_not_here():
    check(
        """
        from stock.models import *

        def forget():
            ByClass.objects.filter(pk=1).delete()  # delete stock_byclass inferred
            ByQueryset.objects.filter(pk=1).delete()  # delete stock_byqueryset inferred
            OfBoth.kept.mine().delete()  # delete stock_ofboth inferred
            ByWhatever.objects.all().delete()  # delete stock_bywhatever inferred
            Ours.objects.all().delete()  # delete stock_ours inferred
            Ours.objects.mine().delete()  # delete stock_ours inferred
            ByWhatever.helper.save()  # blind
    """,
        models="""
        from django.db import models
        from synclib import SyncManager, SyncQuerySet, Helper, manager

        class OurQuerySet(SyncQuerySet):
            def mine(self):
                return self.filter(pk=1)

        class OurManager(SyncManager):
            def mine(self):
                return self.filter(pk=1)

        class ByClass(models.Model):
            objects = SyncManager()

        class ByQueryset(models.Model):
            objects = SyncQuerySet.as_manager()

        class OfBoth(models.Model):
            kept = SyncManager.from_queryset(OurQuerySet)()

        class ByWhatever(models.Model):
            objects = manager()
            helper = Helper()

        class Ours(models.Model):
            objects = OurManager()
    """,
    )


def test_class_method_without_a_decorator():
    check(
        """
        from stock.models import *

        def forget():
            Shelf.objects.mine().delete()  # delete stock_shelf
    """,
        models="""
        from django.db import models

        class OurQuerySet(models.QuerySet):
            def as_manager(cls):
                return OurManager.from_queryset(cls)()

            as_manager.queryset_only = True
            as_manager = classmethod(as_manager)

            def mine(self):
                return self.filter(pk=1)

        class OurManager(models.Manager):
            pass

        class Shelf(models.Model):
            objects = OurQuerySet.as_manager()
    """,
    )


def test_a_manager_that_names_its_querysets_when_it_is_made():
    check(
        """
        from stock.models import Box

        def show(order: Order):
            print(list(Box.objects.paid()))  # read stock_box, shop_order
            print(list(Box.objects.filter(pk=1).paid()))  # read stock_box, shop_order
            print(list(order.boxes.paid()))  # read stock_box, shop_order
        """,
        models="""
        from django.db import models
        from shop.models import Order

        class BoxQuerySet(models.QuerySet):
            def paid(self):
                return self.filter(order__paid=True)  # read stock_box, shop_order

        class BoxManager(models.Manager):
            def __init__(self):
                super().__init__()
                self._queryset_class = BoxQuerySet

            def paid(self):
                return self.get_queryset().paid()

        class Box(models.Model):
            order = models.ForeignKey(Order, models.CASCADE, related_name="boxes")
            objects = BoxManager()
        """,
    )


def test_a_manager_made_from_a_queryset_class_whose_methods_help_each_other():
    check(
        """
        from stock.models import Box

        def drop():
            Box.objects.unpaid().delete()  # delete stock_box inferred, read shop_order inferred
        """,
        models="""
        from django.db import models
        from shop.models import Order

        class BoxQuerySet(models.QuerySet):
            def _by_order(self, queryset, paid):
                return queryset.filter(order__paid=paid)  # read stock_box, shop_order

            def unpaid(self):
                return self._by_order(self.all(), False)  # read stock_box

        class Box(models.Model):
            order = models.ForeignKey(Order, models.CASCADE, related_name="boxes")
            objects = BoxQuerySet.as_manager()
        """,
    )


def test_related_rows_as_another_manager_sees_them():
    check(
        """
        def show(order: Order):
            print(list(order.boxes(manager="paid").all()))  # read stock_box, shop_order
            print(list(order.boxes(manager="objects").all()))  # read stock_box
            print(list(order.boxes(manager="nothing").all()))  # read stock_box
        """,
        models="""
        from django.db import models
        from shop.models import Order

        class PaidManager(models.Manager):
            def get_queryset(self):
                return super().get_queryset().filter(order__paid=True)  # read stock_box, shop_order

        class Box(models.Model):
            order = models.ForeignKey(Order, models.CASCADE, related_name="boxes")
            objects = models.Manager()
            paid = PaidManager()
        """,
    )


def test_a_manager_that_an_abstract_base_hands_down_kept_in_a_class():
    check(
        """
        from stock.models import Box, Crate

        class Boxes:
            queryset = Box.objects

            def first(self):
                return self.queryset.filter(pk=1).first()  # read stock_box

        class Crates:
            queryset = Crate.objects

            def first(self):
                return self.queryset.full().first()  # read stock_crate inferred
        """,
        models="""
        from django.db import models

        class FullManager(models.Manager):
            def full(self):
                return self.filter(full=True)  # read stock_box, stock_crate

        class Container(models.Model):
            full = models.BooleanField()
            objects = FullManager()

            class Meta:
                abstract = True

        class Box(Container):
            pass

        class Crate(Container):
            pass
        """,
    )
