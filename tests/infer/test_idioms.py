"""Shapes that code of large projects likes: services, repositories, commands, options by keyword."""

import pytest

from tests.support.query_snippets import check


def test_repository():
    check("""
        T = TypeVar("T", bound=models.Model)

        class Repository(Generic[T]):
            model: type[T]

            def all(self):
                return self.model._default_manager.all()  # read shop_wish, shop_line

            def get(self, number):
                return self.all().get(pk=number)  # read shop_wish, shop_line

            def remove(self, thing: T):
                thing.delete()  # delete shop_wish, shop_line

        class WishRepository(Repository[Wish]):
            model = Wish

        class LineRepository(Repository[Line]):
            model = Line

        def forget():
            WishRepository().get(1).delete()  # delete shop_wish
            WishRepository().remove(Wish.objects.first())  # read shop_wish
            LineRepository().remove(Line.objects.first())  # read shop_line
    """)


def test_service_that_is_handed_its_repository():
    check("""
        class WishRepository:
            def get(self, number):
                return Wish.objects.get(pk=number)  # read shop_wish

        class Service:
            def __init__(self, wishes: WishRepository | None = None):
                self.wishes = wishes or WishRepository()

            def forget(self, number):
                self.wishes.get(number).delete()  # delete shop_wish
    """)


def test_singleton():
    check(
        """
        from desk.services import service

        def forget():
            service.find(1).delete()  # delete shop_wish
    """,
        files={
            "desk/services.py": """
        from shop.models import Wish

        class Service:
            kind = Wish

            def find(self, number):
                return self.kind.objects.get(pk=number)  # read shop_wish

        service = Service()
    """
        },
    )


def test_factory_method():
    check("""
        class Desk:
            def __init__(self, wish):
                self.wish = wish

            @classmethod
            def open(cls, number):
                return cls(Wish.objects.get(pk=number))  # read shop_wish

            @classmethod
            def open_named(cls, *, wish):
                return cls(wish=wish)

            def forget(self):
                self.wish.delete()  # delete shop_wish

        def all(wish: Wish):
            Desk.open(1).forget()
            Desk.open_named(wish=wish).wish.delete()  # delete shop_wish
    """)


def test_fluent_object():
    check("""
        class Search:
            def __init__(self):
                self.found = Wish.objects.all()  # read shop_wish

            def named(self, name):
                self.found = self.found.filter(product__name=name)  # read shop_wish, shop_product
                return self

            def result(self):
                return self.found

        def forget():
            Search().named("a").named("b").result().first().delete()  # read shop_wish, shop_product, delete shop_wish
    """)


def test_base_that_stores_what_it_is_handed():
    check("""
        class Base:
            def __init__(self, thing, **options):
                self.thing = thing
                self.other = options.get("other")

        class Desk(Base):
            def __init__(self, wish: Wish, line: Line):
                super().__init__(wish, other=line)

            def forget(self):
                self.thing.delete()  # delete shop_wish
                self.other.delete()  # delete shop_line
    """)


def test_keywords_taken_out():
    check("""
        def forget(**kwargs):
            kwargs.pop("wish").delete()  # delete shop_wish
            kwargs["line"].delete()  # delete shop_line
            kwargs.get("badge").delete()  # delete people_badge

        def all(wish: Wish, line: Line, badge: Badge):
            forget(wish=wish, line=line, badge=badge)
    """)


def test_keywords_that_become_attributes():
    check("""
        class Desk:
            def __init__(self, **kwargs):
                for name, value in kwargs.items():
                    setattr(self, name, value)

            def forget(self):
                self.wish.delete()  # delete shop_wish

        def all(wish: Wish):
            Desk(wish=wish, number=3).forget()
    """)


def test_dict_that_becomes_attributes():
    check("""
        class Desk:
            def __init__(self, **kwargs):
                self.__dict__.update(kwargs)

            def forget(self):
                self.wish.delete()  # delete shop_wish

        def all(wish: Wish):
            Desk(wish=wish).forget()
    """)


@pytest.mark.xfail(strict=True, reason="annotated attributes that start empty")
def test_annotated_empty_list_in_init():
    check("""
        class Desk:
            def __init__(self):
                self.wishes: list[Wish] = []
                self.by_name: dict[str, Line] = {}
                self.badge: Badge | None = None

            def forget(self):
                for wish in self.wishes:
                    wish.delete()  # delete shop_wish
                self.by_name["a"].delete()  # delete shop_line
                if self.badge:
                    self.badge.delete()  # delete people_badge
    """)


def test_relative_imports():
    check(
        """
        from .more import forget
        from . import more
        from .deep import inner, Hope

        def all(wish: Wish):
            forget(wish)
            more.forget(wish)
            inner.drop(wish)
            Hope.objects.update()  # update shop_wish
    """,
        files={
            "desk/more.py": """
        from .deep.inner import drop

        def forget(wish):
            drop(wish)
    """,
            "desk/deep/__init__.py": "from ..names import Wish as Hope",
            "desk/names.py": "from shop.models import Wish",
            "desk/deep/inner.py": """
        from .. import names

        def drop(thing):
            thing.delete()  # delete shop_wish
    """,
        },
    )


def test_module_that_makes_names_when_they_are_asked_for():
    check(
        """
        from desk import lazily

        def all():
            lazily.Wish.objects.update()  # update shop_wish
    """,
        files={
            "desk/lazily.py": """
        def __getattr__(name):
            from shop.models import Wish
            return Wish
    """
        },
    )


def test_queries_joined_by_operators():
    check("""
        def forget():
            both = Wish.objects.filter(text="a") | Wish.objects.filter(text="b")  # read shop_wish
            both.delete()  # delete shop_wish
            some = Wish.objects.all() & Wish.objects.filter(text="b")  # read shop_wish
            some.update()  # update shop_wish
            some |= both
            some.first().delete()  # read shop_wish, delete shop_wish
    """)


def test_conditions_put_together():
    check("""
        def look(names: list[str]):
            conditions = [Q(customer__email=name) for name in names]
            Wish.objects.filter(functools.reduce(operator.or_, conditions))  # read shop_wish, people_customer
            condition = Q()
            for name in names:
                condition |= Q(product__name=name)
            Wish.objects.filter(condition)  # read shop_wish, shop_product
    """)


def test_lookups_in_constants():
    check("""
        EMAIL = "customer__email"

        class Desk:
            field = "product__name"

            def look(self, value):
                Wish.objects.filter(**{self.field: value})  # read shop_wish, shop_product
                Wish.objects.filter(**{f"{self.field}__in": value})  # read shop_wish, shop_product
                Wish.objects.filter(**{EMAIL: value})  # read shop_wish, people_customer
                Wish.objects.order_by(EMAIL, "-" + self.field)  # read shop_wish, people_customer, shop_product
    """)


def test_model_named_in_the_settings():
    check("""
        from django.conf import settings

        def look():
            apps.get_model(settings.AUTH_USER_MODEL).objects.update()  # update people_customer
    """)


def test_methods_by_a_known_pattern_of_names():
    check("""
        class Desk:
            def wish_things(self):
                return Wish.objects.all()

            def line_things(self):
                return Line.objects.all()

            def things(self, kind):
                return getattr(self, f"{kind}_things")()

        def forget():
            Desk().things("wish").delete()  # delete shop_wish
            Desk().things("line").update()  # update shop_line
    """)


def test_attrs_and_pydantic():
    check("""
        import attr
        import attrs
        from pydantic import BaseModel

        @attr.s(auto_attribs=True)
        class Work:
            wish: Wish

        @attrs.define
        class More:
            line: Line

        @attr.s
        class Old:
            thing = attr.ib()

            def forget(self):
                self.thing.delete()  # delete people_note

        class Data(BaseModel):
            badge: Badge

        def forget(work: Work, more: More, data: Data, note: Note):
            work.wish.delete()  # delete shop_wish
            more.line.delete()  # delete shop_line
            data.badge.delete()  # delete people_badge
            Work(wish=load()).wish.delete()  # delete shop_wish
            Old(note).forget()

        def load():
            return cache.get("x")
    """)


@pytest.mark.xfail(strict=True, reason="ContextVar.get()")
def test_context_variable_and_thread_local():
    check("""
        import contextvars
        import threading

        current: contextvars.ContextVar[Wish] = contextvars.ContextVar("current")
        local = threading.local()

        def enter(wish: Wish, line: Line):
            current.set(wish)
            local.line = line

        def forget():
            current.get().delete()  # delete shop_wish
            local.line.delete()  # delete shop_line
    """)


def test_method_of_an_enum():
    check("""
        class Kind(enum.Enum):
            WISH = "wish"
            LINE = "line"

            @property
            def model(self):
                return {Kind.WISH: Wish, Kind.LINE: Line}[self]

        def forget(kind: Kind):
            kind.model.objects.update()  # update shop_wish, shop_line
    """)


def test_branches_that_choose_a_model():
    check("""
        def model_for(kind: str):
            if kind == "wish":
                return Wish
            if kind == "line":
                return Line
            raise ValueError(kind)

        def forget(kind: str):
            model_for(kind).objects.update()  # update shop_wish, shop_line
            model = model_for(kind)
            model(pk=1).delete()  # delete shop_wish, shop_line
    """)


def test_retry_loop():
    check("""
        def forget():
            for attempt in range(3):
                try:
                    with transaction.atomic():
                        wish = Wish.objects.select_for_update().get(pk=1)  # read shop_wish
                        wish.delete()  # delete shop_wish
                except ValueError:
                    continue
                else:
                    break
            while Wish.objects.filter(text="").exists():  # read shop_wish
                Wish.objects.filter(pk__in=Wish.objects.values("pk")[:100]).delete()  # read shop_wish, delete shop_wish
    """)


def test_batches():
    check("""
        def chunks(things, size):
            for start in range(0, len(things), size):
                yield things[start:start + size]

        def forget(wishes: list[Wish]):
            for chunk in chunks(wishes, 100):
                for wish in chunk:
                    wish.delete()  # delete shop_wish
            Line.objects.bulk_update([line for line in chunks(list(Line.objects.all()), 2)], ["amount"])  # read shop_line, update shop_line
    """)


def test_rows_by_key():
    check("""
        def forget(names: list[str]):
            by_text = {wish.text: wish for wish in Wish.objects.filter(text__in=names)}  # read shop_wish
            missing = [Wish(text=name) for name in names if name not in by_text]
            for wish in missing:
                wish.save()  # insert shop_wish
            for name in names:
                wish = by_text.get(name)
                if wish is None:
                    continue
                wish.save()  # update shop_wish
    """)


def test_result_that_is_kept_on_the_object():
    check("""
        class Desk:
            _wish = None

            @property
            def wish(self):
                if self._wish is None:
                    self._wish = Wish.objects.get(pk=1)  # read shop_wish
                return self._wish

            def forget(self):
                self.wish.delete()  # delete shop_wish
    """)


def test_result_with_a_message():
    check("""
        def find(number):
            try:
                return Wish.objects.get(pk=number), None  # read shop_wish
            except Wish.DoesNotExist:
                return None, "gone"

        def forget():
            wish, problem = find(1)
            if problem:
                return problem.count("a")
            wish.delete()  # delete shop_wish
    """)


def test_steps_in_a_pipeline():
    check("""
        def load(context):
            context["wish"] = Wish.objects.get(pk=context["number"])  # read shop_wish
            return context

        def forget(context):
            context["wish"].delete()  # delete shop_wish
            return context

        def run(number):
            context = {"number": number}
            for step in (load, forget):
                context = step(context)
            context["wish"].refresh_from_db()  # read shop_wish
    """)


def test_plugin_classes():
    check("""
        class Plugin(ABC):
            @abstractmethod
            def things(self): ...

        class WishPlugin(Plugin):
            def things(self):
                return Wish.objects.all()

        class LinePlugin(Plugin):
            def things(self):
                return Line.objects.all()

        def forget(name: str):
            for plugin in Plugin.__subclasses__():
                plugin().things().update()  # update shop_wish, shop_line
    """)


def test_models_below_an_abstract_one():
    check(
        """
        from stock.models import Answer, Rating

        def forget(number: int):
            for model in Answer.__subclasses__():
                model._default_manager.update(question=number)  # update stock_rating, stock_text
            for model in Rating.__subclasses__():
                model.objects.count()  # read stock_stars
    """,
        models="""
        from django.db import models

        class Answer(models.Model):
            question = models.IntegerField()

            class Meta:
                abstract = True

        class Rating(Answer):
            pass

        class Stars(Rating):
            pass

        class Text(Answer):
            pass
    """,
    )


def test_type_of_a_local_function_result():
    check("""
        def forget(text: str):
            def first_of(kind, default=None):
                return kind.objects.filter(pk=text).first() or default  # read shop_wish, shop_line

            wish = first_of(Wish)
            line = first_of(Line, default=None)
            wish.delete()  # delete shop_wish
            line.delete()  # delete shop_line
    """)


def test_same_name_in_two_apps():
    check(
        """
        from shop.models import Tag
        from stock.models import Tag as StockTag
        import stock.models

        def forget(tag: Tag, other: StockTag):
            tag.refresh_from_db()  # read shop_tag
            other.delete()  # delete stock_tag
            stock.models.Tag.objects.update()  # update stock_tag
            apps.get_model("stock", "Tag").objects.update()  # update stock_tag
    """,
        models="""
        from django.db import models

        class Tag(models.Model):
            text = models.TextField()
    """,
    )


def test_model_methods_that_use_others():
    check(
        """
        from stock.models import Box

        def forget(box: Box):
            box.empty()
            box.last_item.delete()  # delete stock_item
            str(box), box.get_absolute_url()
    """,
        models="""
        from django.db import models
        from shop.models import Tag

        class Box(models.Model):
            size = models.IntegerField()

            def empty(self):
                self.items.all().delete()  # delete stock_item
                self.touch()

            def touch(self):
                self.size = 0
                self.save(update_fields=["size"])  # update stock_box

            @property
            def last_item(self):
                return self.items.last()  # read stock_item

            def __str__(self):
                return f"{self.items.count()} items"  # read stock_item

            def get_absolute_url(self):
                return Tag.objects.first().label  # read shop_tag

        class Item(models.Model):
            box = models.ForeignKey(Box, models.CASCADE, related_name="items")
    """,
    )
