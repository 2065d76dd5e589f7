"""What tests and branches say about a value."""

import pytest

from tests.support.query_snippets import check


def test_isinstance():
    check("""
        def forget(thing):
            if isinstance(thing, Wish):
                thing.delete()  # delete shop_wish
            elif isinstance(thing, (Line, Badge)):
                thing.delete()  # delete shop_line, people_badge
    """)


@pytest.mark.xfail(strict=True, reason="isinstance with A | B")
def test_isinstance_of_a_union():
    check("""
        def forget(thing):
            if isinstance(thing, Note | Address):
                thing.delete()  # delete people_note, people_address
    """)


def test_isinstance_of_a_known_value():
    check("""
        def forget(thing: Wish | Line | str):
            if isinstance(thing, Wish):
                thing.delete()  # delete shop_wish
                return
            if isinstance(thing, str):
                thing.delete()
                return
            thing.delete()  # delete shop_line
    """)


def test_isinstance_of_the_rest():
    check("""
        def forget(thing: Wish | Line):
            if not isinstance(thing, Wish):
                thing.delete()  # delete shop_line
            else:
                thing.delete()  # delete shop_wish
            thing.refresh_from_db()  # read shop_wish, shop_line
    """)


def test_isinstance_in_a_condition():
    check("""
        def forget(thing: Wish | Line, other):
            isinstance(thing, Wish) and thing.delete()  # delete shop_wish
            thing.delete() if isinstance(thing, Line) else None  # delete shop_line
            if isinstance(other, Badge) and other.color:
                other.delete()  # delete people_badge
            [each.delete() for each in [thing] if isinstance(each, Wish)]  # delete shop_wish
    """)


def test_isinstance_of_a_query():
    check("""
        def forget(things: QuerySet[Wish] | list[Wish] | Wish):
            if isinstance(things, QuerySet):
                things.delete()  # delete shop_wish
            elif isinstance(things, list):
                things.clear()
            elif isinstance(things, models.Model):
                things.delete()  # delete shop_wish
    """)


def test_issubclass():
    check("""
        def forget(kind: type[Wish] | type[Line]):
            if issubclass(kind, Wish):
                kind.objects.update()  # update shop_wish
            else:
                kind.objects.update()  # update shop_line
    """)


def test_issubclass_of_the_model_of_a_view():
    check("""
        class Renaming:
            queryset = None

            def rename(self):
                chosen = self.queryset.filter(pk=1)  # read shop_product, shop_wish
                if issubclass(self.queryset.model, Product):
                    for each in chosen:  # read shop_product
                        each.save()  # update shop_product
                else:
                    for each in chosen:  # read shop_wish
                        each.save()  # update shop_wish

        class ProductRenaming(Renaming):
            queryset = Bargain.objects.all()  # read shop_product

        class WishRenaming(Renaming):
            queryset = Wish.objects.all()  # read shop_wish
    """)


def test_issubclass_where_an_abstract_model_has_the_manager():
    check(
        """
        from stock.models import Crate, Node, Shelf

        class Renaming:
            queryset = None

            def rename(self):
                chosen = self.queryset.filter(pk=1)  # read stock_crate, stock_shelf
                if issubclass(self.queryset.model, Node):
                    for each in chosen:  # read stock_shelf
                        each.save()  # update stock_shelf
                else:
                    for each in chosen:  # read stock_crate
                        each.save()  # update stock_crate

        class ShelfRenaming(Renaming):
            queryset = Shelf.objects.all()  # read stock_shelf

        class CrateRenaming(Renaming):
            queryset = Crate.objects.all()  # read stock_crate
    """,
        models="""
        from django.db import models

        class Named(models.Model):
            objects = models.Manager()

            class Meta:
                abstract = True

        class Node(Named):
            class Meta:
                abstract = True

        class Shelf(Node):
            pass

        class Crate(Named):
            pass
    """,
    )


def test_issubclass_of_an_abstract_model_where_nothing_is_known():
    check(
        """
        from stock.models import End

        def change(way):
            model = way.kind.model_class()
            if issubclass(model, End):
                model.objects.filter(pk=1).update(way=3)  # update stock_crate, stock_shelf
        """,
        models="""
        from django.db import models

        class End(models.Model):
            way = models.IntegerField()

            class Meta:
                abstract = True

        class Crate(End):
            pass

        class Shelf(End):
            pass
        """,
    )


def test_issubclass_of_a_mixin():
    check(
        """
        from stock.models import Leaf, Oak, Tree

        class Desk:
            model = Leaf

            def forget(self):
                if issubclass(self.model, Tree):
                    self.model.objects.update()
                else:
                    self.model.objects.update()  # update stock_leaf

        class OakDesk(Desk):
            model = Oak

            def forget(self):
                if issubclass(self.model, (Tree, Wish)):
                    self.model.objects.update()  # update stock_oak
                    return
                self.model.objects.update()
        """,
        models="""
        from django.db import models

        class Tree(models.Model):
            class Meta:
                abstract = True

        class Oak(Tree):
            pass

        class Leaf(models.Model):
            pass
        """,
    )


def test_issubclass_of_a_class_that_stands_for_its_subclasses():
    check("""
        class Tool:
            @classmethod
            def work(cls):
                if issubclass(cls, Keeping):
                    Wish.objects.update()  # update shop_wish

        class Keeping:
            pass

        class Shelf(Tool, Keeping):
            pass
    """)


def test_issubclass_of_a_model_with_a_base_that_is_not_known():
    check(
        """
        from elsewhere import Marked
        from stock.models import Leaf

        def forget():
            kind = Leaf
            if issubclass(kind, Marked):
                kind.objects.update()  # update stock_leaf
            else:
                kind.objects.update()  # update stock_leaf
        """,
        models="""
        from django.db import models
        from elsewhere import Base

        class Leaf(Base, models.Model):
            pass
        """,
    )


def test_identity():
    check("""
        def forget(kind: type[Wish] | type[Line]):
            if kind is Wish:
                kind.objects.update()  # update shop_wish
            elif kind == Line:
                kind.objects.update()  # update shop_line
    """)


def test_type_of():
    check("""
        def forget(thing: Wish | Line):
            if type(thing) is Wish:
                thing.delete()  # delete shop_wish
            elif type(thing) == Line:
                thing.delete()  # delete shop_line
    """)


def test_none():
    check("""
        def forget(text: str):
            wish = None
            if text:
                wish = Wish.objects.first()  # read shop_wish
            if wish is None:
                return wish.delete()
            wish.delete()  # delete shop_wish
    """)


def test_early_return():
    check("""
        def forget(thing: Wish | Line | None):
            if thing is None:
                return
            if isinstance(thing, Line):
                raise ValueError
            thing.delete()  # delete shop_wish
    """)


def test_early_continue():
    check("""
        def forget(things: list[Wish | Line]):
            for thing in things:
                if isinstance(thing, Line):
                    continue
                thing.delete()  # delete shop_wish
            for thing in things:
                if not isinstance(thing, Line):
                    break
                thing.delete()  # delete shop_line
    """)


def test_assert():
    check("""
        def forget(thing: Wish | Line, other):
            assert isinstance(thing, Wish), "a wish"
            thing.delete()  # delete shop_wish
            assert isinstance(other, Badge)
            other.delete()  # delete people_badge
    """)


def test_walrus():
    check("""
        def forget():
            if wish := Wish.objects.first():  # read shop_wish
                wish.delete()  # delete shop_wish
            while (line := Line.objects.first()) is not None:  # read shop_line
                line.delete()  # delete shop_line
            [found.delete() for number in range(3) if (found := find(number))]  # delete people_badge

        def find(number):
            return Badge.objects.filter(pk=number).first()  # read people_badge
    """)


def test_match_on_a_class():
    check("""
        def forget(thing):
            match thing:
                case Wish():
                    thing.delete()  # delete shop_wish
                case Line(order=order) as line:
                    line.delete()  # delete shop_line
                case Badge() | Note():
                    thing.delete()  # delete people_badge, people_note
    """)


@pytest.mark.xfail(strict=True, reason="case None, and what it leaves")
def test_match_of_a_known_value():
    check("""
        def forget(thing: Wish | Line | None):
            match thing:
                case None:
                    thing.delete()
                case Wish(text="a") as wish:
                    wish.delete()  # delete shop_wish
                case other:
                    other.delete()  # delete shop_wish, shop_line
    """)


@pytest.mark.xfail(strict=True, reason="positions of a tuple in a sequence pattern")
def test_match_takes_apart():
    check("""
        def forget(pair: tuple[Wish, Line], named: dict[str, Badge]):
            match pair:
                case (wish, line):
                    wish.delete()  # delete shop_wish
                    line.delete()  # delete shop_line
            match pair:
                case [first, *rest]:
                    first.delete()  # delete shop_wish
            match named:
                case {"badge": badge}:
                    badge.delete()  # delete people_badge
    """)


def test_match_on_a_text():
    check("""
        def forget(kind: str):
            match kind:
                case "wish":
                    thing = Wish.objects.first()  # read shop_wish
                case "line":
                    thing = Line.objects.first()  # read shop_line
                case _:
                    raise ValueError
            thing.delete()  # delete shop_wish, shop_line
    """)


@pytest.mark.xfail(strict=True, reason="TypeGuard")
def test_type_guard():
    check("""
        def is_wish(thing: object) -> typing.TypeGuard[Wish]:
            return hasattr(thing, "text")

        def forget(thing):
            if is_wish(thing):
                thing.delete()  # delete shop_wish
    """)


def test_hasattr_says_nothing():
    check("""
        def forget(thing: Wish | str):
            if hasattr(thing, "delete"):
                thing.delete()  # delete shop_wish
    """)


def test_attribute_that_is_tested():
    check("""
        class Desk:
            def __init__(self, thing: Wish | Line | None):
                self.thing = thing

            def forget(self):
                if isinstance(self.thing, Wish):
                    self.thing.delete()  # delete shop_wish
                elif self.thing is not None:
                    self.thing.delete()  # delete shop_line
    """)


def test_code_that_never_runs():
    check("""
        DEBUG = False

        def forget(wish: Wish):
            if False:
                wish.delete()
            return
            wish.delete()
    """)


def test_both_branches_count():
    check("""
        def forget(wish: Wish, deep: bool):
            if deep:
                wish.delete()  # delete shop_wish
            else:
                wish.refresh_from_db()  # read shop_wish
            try:
                wish.delete()  # delete shop_wish
            except ValueError:
                wish.refresh_from_db()  # read shop_wish
            else:
                wish.refresh_from_db()  # read shop_wish
            finally:
                wish.refresh_from_db()  # read shop_wish
            while deep:
                wish.refresh_from_db()  # read shop_wish
            else:
                wish.delete()  # delete shop_wish
    """)


def test_exceptions_of_models():
    check("""
        def forget():
            try:
                Wish.objects.get(pk=1)  # read shop_wish
            except Wish.DoesNotExist as problem:
                problem.delete()
            except (Wish.MultipleObjectsReturned, ValueError) as problem:
                problem.args.count(1)
    """)


def test_one_of_some_models():
    check("""
        def count(model):
            if model in (Order, Tag):
                return model.objects.count()  # read shop_order, shop_tag

        class Action:
            def __init__(self, model):
                if model in self.models:
                    self.model = model

            def rows(self):
                return list(self.model.objects.all())  # read shop_wish

        class Forget(Action):
            models = [Wish]
    """)


@pytest.mark.xfail(strict=True, reason="`if TYPE_CHECKING:` in a function")
def test_code_for_type_checkers_only():
    check("""
        from typing import TYPE_CHECKING

        def forget(wish: Wish):
            if TYPE_CHECKING:
                wish.delete()
            if typing.TYPE_CHECKING:
                wish.delete()
    """)


def test_settings_decide_no_branch():
    check("""
        from django.conf import settings

        def pay(order: Order):
            enabled = getattr(settings, "PAYING", False)
            if not enabled:
                return
            order.save(update_fields=["paid"])  # update shop_order

        def ship(order: Order):
            shipping = settings.DEBUG
            if not shipping:
                return
            order.save(update_fields=["paid"])  # update shop_order
    """)
