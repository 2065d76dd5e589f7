"""What annotations prove."""

import pytest

from tests.support.query_snippets import check


@pytest.mark.parametrize(
    "annotation",
    [
        "Wish",
        "'Wish'",
        "Optional[Wish]",
        "Wish | None",
        "None | Wish",
        "'Wish | None'",
        "'Optional[Wish]'",
        "Optional['Wish']",
        "Union[Wish, None]",
        "Union[Wish, int]",
        "Wish | int | str",
        "Annotated[Wish, 'the one']",
        "typing.Optional[Wish]",
        "shop.models.Wish",
        "'shop.models.Wish'",
        "models_.Wish",
        "Hope",
        pytest.param(
            "OptionalHope", marks=pytest.mark.xfail(strict=True, reason="an annotation by a module-level alias")
        ),
    ],
)
def test_row(annotation):
    check(f"""
        import shop.models
        from shop import models as models_
        Hope = Wish
        OptionalHope = Optional[Wish]

        def forget(wish: {annotation}):
            wish.delete()  # delete shop_wish
    """)


@pytest.mark.parametrize(
    "annotation",
    [
        "QuerySet[Wish]",
        "'QuerySet[Wish]'",
        "models.QuerySet[Wish]",
        "models.QuerySet['Wish']",
        "'models.QuerySet[Wish]'",
        "QuerySet[Wish] | None",
        "QuerySet[Wish, Wish]",
        "WishQuerySet",
        "'WishQuerySet | None'",
        "models.Manager[Wish]",
        "'models.Manager[Wish]'",
    ],
)
def test_query(annotation):
    check(f"""
        from shop.managers import WishQuerySet

        def forget(wishes: {annotation}):
            wishes.update(text="")  # update shop_wish
            wishes.filter(text="").first().delete()  # read shop_wish, delete shop_wish
    """)


@pytest.mark.parametrize(
    "annotation",
    [
        "list[Wish]",
        "'list[Wish]'",
        "list['Wish']",
        "typing.List[Wish]",
        "Iterable[Wish]",
        "Iterator[Wish]",
        "typing.Sequence[Wish]",
        "set[Wish]",
        "frozenset[Wish]",
        "tuple[Wish, ...]",
        "typing.Generator[Wish, None, None]",
        "typing.Collection[Wish]",
        "collections.abc.Iterable[Wish]",
        "collections.abc.Sequence[Wish]",
        "collections.deque[Wish]",
        "list[Wish] | None",
        "list[Wish | None]",
    ],
)
def test_many_rows(annotation):
    check(f"""
        import collections.abc

        def forget(wishes: {annotation}):
            for wish in wishes:
                wish.delete()  # delete shop_wish
    """)


def test_iterable_that_may_be_a_query_is_not_said_to_be_one():
    check("""
        def forget(wishes: list[Wish] | QuerySet[Wish]):
            for wish in wishes:  # read shop_wish
                wish.delete()  # delete shop_wish
    """)


def test_dicts_and_tuples():
    check("""
        def forget(by_text: dict[str, Wish], pair: tuple[Wish, Line], many: dict[str, list[Wish]]):
            by_text["a"].delete()  # delete shop_wish
            by_text.get("a").delete()  # delete shop_wish
            for wish in by_text.values():
                wish.delete()  # delete shop_wish
            for text, wish in by_text.items():
                text.delete()
                wish.delete()  # delete shop_wish
            wish, line = pair
            wish.delete()  # delete shop_wish
            line.delete()  # delete shop_line
            many["a"][0].delete()  # delete shop_wish
            for wishes in many.values():
                for wish in wishes:
                    wish.delete()  # delete shop_wish
    """)


def test_tuples_by_position():
    check("""
        def forget(pair: tuple[Wish, Line]):
            pair[0].delete()  # delete shop_wish
            pair[1].delete()  # delete shop_line
    """)


@pytest.mark.xfail(strict=True, reason="annotation of a result whose body gives a plain or unknown value")
def test_result():
    check("""
        def find(number: int) -> Wish:
            return load(number)

        def find_all() -> "list[Wish]":
            return load(0)

        async def find_soon() -> Wish | None:
            return load(0)

        async def forget():
            find(1).delete()  # delete shop_wish
            for wish in find_all():
                wish.delete()  # delete shop_wish
            wish = await find_soon()
            wish.delete()  # delete shop_wish

        def load(number):
            return cache.get(number)
    """)


def test_result_of_a_method():
    check("""
        class Desk(ABC):
            @abstractmethod
            def wish(self) -> Wish: ...

            @property
            def wishes(self) -> QuerySet[Wish]:
                raise NotImplementedError

            def forget(self):
                self.wish().delete()  # delete shop_wish
                self.wishes.update()  # update shop_wish
    """)


def test_variable():
    check("""
        def forget(data):
            wish: Wish = data["wish"]
            wish.delete()  # delete shop_wish
    """)


@pytest.mark.xfail(strict=True, reason="a local annotation without a value")
def test_variable_annotated_before_it_is_assigned():
    check("""
        def forget(data):
            line: "Line"
            line = data["line"]
            line.delete()  # delete shop_line
    """)


def test_global_and_class_attribute():
    check("""
        CURRENT: Wish | None = None

        class Desk:
            wish: Wish
            lines: "list[Line]"
            shared: typing.ClassVar[Badge]

            def __init__(self, note):
                self.note: Note = note

            def forget(self):
                self.wish.delete()  # delete shop_wish
                self.lines[0].delete()  # delete shop_line
                self.shared.delete()  # delete people_badge
                self.note.delete()  # delete people_note

        def forget(desk: Desk):
            CURRENT.delete()  # delete shop_wish
            desk.wish.delete()  # delete shop_wish
            desk.note.delete()  # delete people_note
    """)


@pytest.mark.xfail(strict=True, reason="an annotated class attribute that starts empty")
def test_class_attribute_with_an_empty_list():
    check("""
        class Desk:
            lines: "list[Line]" = []

            def forget(self):
                self.lines[0].delete()  # delete shop_line
    """)


def test_dataclass():
    check("""
        @dataclass
        class Work:
            wish: Wish
            lines: list[Line] = field(default_factory=list)
            badge: Optional["Badge"] = None

            def do(self):
                self.wish.delete()  # delete shop_wish

        @dataclass(frozen=True, slots=True)
        class More(Work):
            note: Note | None = None

        def forget(work: Work, more: More):
            work.wish.delete()  # delete shop_wish
            work.badge.delete()  # delete people_badge
            more.wish.delete()  # delete shop_wish
            more.note.delete()  # delete people_note
            Work(wish=load()).wish.delete()  # delete shop_wish
            dataclasses.replace(work, badge=None).wish.delete()  # delete shop_wish

        def load():
            return cache.get("x")
    """)


@pytest.mark.xfail(strict=True, reason="an annotated field with a default factory")
def test_dataclass_with_a_default_factory():
    check("""
        @dataclass
        class Work:
            lines: list[Line] = field(default_factory=list)

        def forget(work: Work):
            for line in work.lines:
                line.delete()  # delete shop_line
    """)


def test_named_tuple():
    check("""
        class Pair(NamedTuple):
            wish: Wish
            line: Line | None = None

        def forget(pair: Pair):
            pair.wish.delete()  # delete shop_wish
            pair.line.delete()  # delete shop_line
    """)


def test_named_tuple_by_position():
    check("""
        class Pair(NamedTuple):
            wish: Wish
            line: Line | None = None

        def forget(pair: Pair):
            pair[0].delete()  # delete shop_wish
            wish, line = pair
            line.delete()  # delete shop_line
    """)


def test_typed_dict():
    check("""
        class Parts(TypedDict, total=False):
            wish: Wish
            lines: list[Line]

        def forget(parts: Parts):
            parts["wish"].delete()  # delete shop_wish
            parts.get("wish").delete()  # delete shop_wish
            for line in parts["lines"]:
                line.delete()  # delete shop_line

        def part(key):
            parts = Parts(wish=Wish.objects.get(pk=key))  # read shop_wish
            parts["wish"].delete()  # delete shop_wish
            parts[key].delete()  # blind
    """)


def test_typed_keywords():
    check("""
        def forget(*lines: Line, **wishes: Wish):
            for line in lines:
                line.delete()  # delete shop_line
            for wish in wishes.values():
                wish.delete()  # delete shop_wish
    """)


@pytest.mark.xfail(strict=True, reason="TypedDict by Unpack")
def test_keywords_of_a_typed_dict():
    check("""
        class Parts(TypedDict):
            wish: Wish

        def more(**parts: typing.Unpack[Parts]):
            parts["wish"].delete()  # delete shop_wish
    """)


def test_protocol():
    check("""
        class HasWish(Protocol):
            wish: Wish

            def find(self) -> Line: ...

        def forget(thing: HasWish):
            thing.wish.delete()  # delete shop_wish
            thing.find().delete()  # delete shop_line
    """)


def test_class():
    check("""
        def forget(kind: type[Wish], other: "typing.Type[Line]"):
            kind.objects.update()  # update shop_wish
            kind(text="").save()  # insert shop_wish
            other.objects.get(pk=1).delete()  # read shop_line, delete shop_line
    """)


@pytest.mark.xfail(strict=True, reason="bound of a TypeVar that nobody calls with more")
def test_type_variable_with_a_bound():
    check("""
        W = TypeVar("W", bound=Wish)

        def forget(wish: W) -> W:
            wish.delete()  # delete shop_wish
            return wish
    """)


@pytest.mark.xfail(strict=True, reason="constraints of a TypeVar")
def test_type_variable_with_constraints():
    check("""
        T = TypeVar("T", Wish, Line)

        def forget(thing: T):
            thing.delete()  # delete shop_wish, shop_line
    """)


def test_generic_function_gives_what_it_is_given():
    check("""
        T = TypeVar("T")

        def first(things: Iterable[T]) -> T:
            return next(iter(things))  # read shop_wish

        def forget():
            first(Wish.objects.all()).delete()  # read shop_wish, delete shop_wish
    """)


def test_generic_class_keeps_what_it_is_made_with():
    check("""
        T = TypeVar("T", bound=models.Model)

        class Store(Generic[T]):
            def __init__(self, kind: type[T]):
                self.kind = kind

            def get(self) -> T:
                return self.kind.objects.get(pk=1)  # read shop_wish, shop_line

        def forget():
            Store(Wish).get().delete()  # delete shop_wish
            Store(Line).get().delete()  # delete shop_line
    """)


@pytest.mark.xfail(strict=True, reason="type parameter of a generic class")
def test_parameter_of_a_generic_class():
    check("""
        T = TypeVar("T")

        class Store(Generic[T]):
            def get(self) -> T:
                return cache.get("x")

        class WishStore(Store[Wish]):
            pass

        def forget(store: Store[Line], wishes: WishStore):
            store.get().delete()  # delete shop_line
            wishes.get().delete()  # delete shop_wish
    """)


def test_newer_grammar():
    check("""
        type Hope = Wish

        def forget[T](wish: T, hope: Hope) -> T:
            hope.delete()  # delete shop_wish
            return wish
    """)


@pytest.mark.xfail(strict=True, reason="bound of a type parameter (PEP 695)")
def test_newer_grammar_with_a_bound():
    check("""
        def forget[T: Wish](wish: T) -> T:
            wish.delete()  # delete shop_wish
            return wish

        class Store[T: Wish]:
            def put(self, wish: T):
                wish.delete()  # delete shop_wish
    """)


def test_alias_with_a_name():
    check("""
        Wishes: typing.TypeAlias = "list[Wish]"

        def forget(wishes: Wishes):
            wishes[0].delete()  # delete shop_wish
    """)


@pytest.mark.xfail(strict=True, reason="typing.NewType")
def test_new_type():
    check("""
        Hope = typing.NewType("Hope", Wish)

        def forget(hope: Hope):
            hope.delete()  # delete shop_wish
    """)


def test_self():
    check("""
        from typing import Self

        class Desk:
            def __init__(self):
                self.wish = Wish.objects.get(pk=1)  # read shop_wish

            def same(self) -> Self:
                return self

            def forget(self):
                self.same().wish.delete()  # delete shop_wish
    """)


def test_cast():
    check("""
        def forget(data):
            cast(Wish, data["a"]).delete()  # delete shop_wish
            cast("Wish", data["a"]).delete()  # delete shop_wish
            cast("list[Wish]", data["a"])[0].delete()  # delete shop_wish
            typing.cast(QuerySet[Wish], data["a"]).update()  # update shop_wish
    """)


@pytest.mark.xfail(strict=True, reason="Callable[..., Wish]")
def test_callable():
    check("""
        def forget(find: Callable[[int], Wish], later: "Callable[..., Line]"):
            find(1).delete()  # delete shop_wish
            later().delete()  # delete shop_line
    """)


def test_awaitable_and_context_manager():
    check("""
        async def forget(soon: typing.Awaitable[Wish], opened: typing.ContextManager[Line]):
            wish = await soon
            wish.delete()  # delete shop_wish
            with opened as line:
                line.delete()  # delete shop_line
    """)


@pytest.mark.xfail(strict=True, reason="type comments")
def test_comment():
    check("""
        def forget(data):
            wish = data["wish"]  # type: Wish
            wish.delete()  # delete shop_wish
    """)


def test_assertion():
    check("""
        def forget(thing):
            assert isinstance(thing, Wish)
            thing.delete()  # delete shop_wish
    """)


DATE = pytest.param(
    "datetime.date", marks=pytest.mark.xfail(strict=True, reason="classes of the standard library in annotations")
)


@pytest.mark.parametrize("annotation", ["int", "str", "dict[str, str]", "list[int]", "set[str]", "bytes", DATE])
def test_plain(annotation):
    check(f"""
        import datetime

        def look(value: {annotation}):
            value.delete()
            value.update(a=1)
            value.get("a")
    """)


def test_library():
    check("""
        from django.http import HttpRequest, HttpResponse

        def look(request: HttpRequest, response: HttpResponse):
            request.GET.get("a")
            request.POST.copy().update(a=1)
            response.headers.update(a=1)
    """)


@pytest.mark.xfail(strict=True, reason="classes of the standard library in annotations")
def test_standard_library():
    check("""
        import logging

        def look(logger: logging.Logger):
            logger.filter(1)
    """)


def test_own_class():
    check("""
        class Draft:
            def delete(self):
                return 1

        def look(draft: Draft, drafts: "list[Draft]"):
            draft.delete()
            drafts[0].delete()
    """)


def test_any_says_nothing():
    check("""
        def forget(thing: Any, other: object):
            thing.save()  # blind
    """)


def test_base_class_of_models():
    check("""
        def forget(thing: models.Model):
            thing.save()  # blind

        def all(wish: Wish):
            pass
    """)


def test_base_class_of_models_is_what_callers_say():
    check("""
        def forget(thing: models.Model):
            thing.delete()  # delete shop_wish

        def all(wish: Wish):
            forget(wish)
    """)


def test_abstract_base():
    check(
        """
        from stock.models import Leaf

        def forget(leaf: Leaf):
            leaf.delete()  # delete stock_oak, stock_elm
    """,
        models="""
        from django.db import models

        class Leaf(models.Model):
            size = models.IntegerField()
            class Meta:
                abstract = True

        class Oak(Leaf):
            pass

        class Elm(Leaf):
            pass
    """,
    )


def test_contradicting_the_code():
    check("""
        def forget():
            wish: Wish = Line.objects.get(pk=1)  # read shop_line
            wish.delete()  # delete shop_line
    """)


def test_class_of_a_library_that_holds_a_model():
    check("""
        from somewhere import Box, Future

        def later(order: Future[Order], lines: "Box[list[Line]]", number: Future[int], async_wish: Box[Wish]):
            order.result().refresh_from_db()  # read shop_order
            order.then(lambda it: it.lines.all().delete())  # delete shop_line
            lines.get()[0].delete()  # delete shop_line
            number.result().delete()
            order.cancel().delete()

        async def waited(wish: Box[Wish]):
            (await wish).delete()  # delete shop_wish
    """)


def test_type_parameter_of_a_class_that_declares_its_model():
    check("""
        T = TypeVar("T", bound=models.Model)

        class Node(Generic[T]):
            pass

        class WishNode(Node):
            class Meta:
                model = Wish

        class LineNode(Node[Node[Line]]):
            model = Line

        def find(kind: type[Node[T]], number: int) -> T:
            return LOOKUP(kind, number)

        def forget():
            find(WishNode, 1).delete()  # delete shop_wish
            find(LineNode, 1).delete()  # delete shop_line
    """)


def test_newer_grammar_hands_on_what_callers_give():
    check("""
        def grouped[K, V](pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
            found = defaultdict(list)
            for key, value in pairs:
                found[key].append(value)
            return dict(found)

        def forget(lines: QuerySet[Line]):
            for order, some in grouped((line.order, line) for line in lines).items():  # read shop_line, shop_order
                order.refresh_from_db()  # read shop_order
                for line in some:
                    line.delete()  # delete shop_line
    """)


def test_containers_of_anything_hold_what_callers_hand_over():
    check("""
        def settle(rows: list[Any], pairs: list[tuple], named: dict[str, Any]):
            for row in rows:
                row.save()  # update shop_order inferred, insert shop_order
            for model, key in pairs:
                model.objects.get(pk=key)  # read shop_wish, people_badge
            named["wish"].delete()  # delete shop_wish

        def run(order: Order, wish: Wish):
            settle([order], [(Wish, "wish"), (Badge, "badge")], {"wish": wish})

        def count(names: list[str]):
            names[0].count("x")
    """)


def test_iterable_of_rows_that_is_a_query():
    check("""
        def forget(wishes: Iterable[Wish], also: Collection[Line] = ()):
            for wish in set(wishes):  # read shop_wish
                wish.delete()  # delete shop_wish
            for line in also:
                line.delete()  # delete shop_line

        def go(lines: list[Line]):
            forget(Wish.objects.all(), lines)  # read shop_wish
    """)


def test_what_an_annotated_queryset_joins_its_callers_say():
    check("""
        def count(orders: QuerySet[Order]):
            return list(orders)  # read shop_order proved, people_customer proved

        def run():
            count(Order.objects.select_related("customer"))  # read shop_order, people_customer
    """)
