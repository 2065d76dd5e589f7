"""Code that goes in circles, hides its text or shadows its names: no crash, no endless run, and no table that isn't there."""

import pytest

from tests.support.query_snippets import accesses_of, blind_spots_of, check


def tables(code, **more):
    return {access.table for access in accesses_of(code, **more)}


# Circles


def test_functions_that_call_each_other():
    check("""
        def even(thing, n):
            return thing if n == 0 else odd(thing, n - 1)

        def odd(thing, n):
            return None if n == 0 else even(thing, n - 1)

        def all(n: int):
            even(Wish.objects.get(pk=1), n).delete()  # read shop_wish, delete shop_wish
    """)


def test_function_that_never_returns():
    check("""
        def forever(thing):
            return forever(thing)

        def all():
            forever(Wish.objects.get(pk=1)).delete()  # read shop_wish
    """)


def test_list_that_grows_around_itself():
    assert tables("""
        def wrap(thing, n):
            return wrap([thing], n - 1) if n else thing

        def all(n: int):
            found = wrap(Wish.objects.get(pk=1), n)
            found.delete()
            for inner in found:
                for innermost in inner:
                    innermost.delete()
    """) == {"shop_wish"}


def test_lambda_that_takes_itself():
    assert tables("""
        def all():
            again = lambda f: lambda thing: f(f)(thing)
            again(again)(Wish.objects.get(pk=1)).delete()
    """) == {"shop_wish"}


def test_method_that_returns_its_object():
    check("""
        class Builder:
            def __init__(self):
                self.wish = Wish.objects.get(pk=1)  # read shop_wish

            def step(self):
                return self

            def __call__(self):
                return self

            def __getitem__(self, key):
                return self

        def all():
            Builder().step()()["a"]()["b"].step().wish.delete()  # delete shop_wish
    """)


def test_objects_that_hold_each_other():
    check("""
        class Node:
            def __init__(self, next, wish: Wish):
                self.next = next
                self.wish = wish

        def all(wish: Wish):
            first = Node(None, wish)
            second = Node(first, wish)
            first.next = second
            first.next.next.next.next.wish.delete()  # delete shop_wish
    """)


def test_types_that_name_themselves():
    check("""
        Tree = list["Tree"] | Wish
        Pair = tuple["Pair", "Pair"]

        class Shelf:
            above: "Shelf"
            wish: Wish

        def all(tree: Tree, pair: Pair, shelf: Shelf):
            shelf.above.above.above.wish.delete()  # delete shop_wish
            pair[0][1][0].update()
    """)


def test_type_variable_bound_to_itself():
    check("""
        from typing import Generic, TypeVar

        T = TypeVar("T", bound="Box")

        class Box(Generic[T]):
            def get(self: T) -> T:
                return self

            def wish(self) -> Wish:
                return Wish()

        def all(box: Box["Box[Box]"]):
            box.get().get().get().wish().delete()  # delete shop_wish
    """)


def test_property_that_asks_itself():
    check("""
        class Desk:
            @property
            def wish(self):
                return self.wish or Wish.objects.get(pk=1)  # read shop_wish

        def all():
            Desk().wish.delete()  # delete shop_wish
    """)


def test_decorator_around_itself():
    check("""
        def again(function):
            return again(function) if function is None else function

        @again
        @again
        @again
        def all(wish: Wish):
            wish.delete()  # delete shop_wish
    """)


def test_save_that_saves():
    check(
        """
        from stock.models import Box

        def all():
            Box.objects.get(pk=1).save()  # read stock_box, update stock_box
        """,
        models="""
        from django.db import models

        class Box(models.Model):
            def save(self, *args, **kwargs):
                self.save(*args, **kwargs)  # insert stock_box, update stock_box
                super().save(*args, **kwargs)  # insert stock_box, update stock_box
        """,
    )


def test_relation_to_itself_many_times():
    hops = "__".join(["parent"] * 60)
    assert tables(
        f"""
        from stock.models import Box

        def all(box: Box):
            Box.objects.filter({hops}__name="").delete()
            box{".parent" * 200}.save()
        """,
        models="""
        from django.db import models

        class Box(models.Model):
            name = models.CharField(max_length=1)
            parent = models.ForeignKey("self", models.CASCADE)
        """,
    ) == {"stock_box"}


# Sizes


def test_two_thousand_classes_above_each_other():
    classes = "\n".join(f"        class C{n}(C{n - 1}): pass" for n in range(1, 2_000))
    assert tables(f"""
        class C0:
            def drop(self, wish: Wish):
                wish.delete()
{classes}
        def all(wish: Wish):
            C1999().drop(wish)
    """) == {"shop_wish"}


def test_thousand_functions_in_a_row():
    functions = "\n".join(f"        def f{n}(thing): return f{n + 1}(thing)" for n in range(1_000))
    assert tables(f"""
{functions}
        def f1000(thing):
            thing.delete()

        def all(wish: Wish, line: Line):
            f0(wish)
            f0(line)
    """) == {"shop_wish", "shop_line"}


def test_hundred_nested_functions():
    head = "\n".join(f"{'    ' * (n + 2)}def f{n}():" for n in range(18))
    calls = "\n".join(f"{'    ' * (n + 2)}f{n}()" for n in range(17, 0, -1))
    assert tables(f"""
        def all(wish: Wish):
            pass
{head}
{"    " * 20}Wish.objects.all().delete()
{calls}
    """) == {"shop_wish"}


def test_wide_and_deep_data():
    data = "{'a': [" * 15 + "Wish" + "]}" * 15
    assert tables(f"""
        DATA = {data}
        MORE = [{", ".join(f"({n}, Wish, '{n}')" for n in range(5_000))}]

        def all():
            for number, model, text in MORE:
                model.objects.filter(text=text).delete()
    """) == {"shop_wish"}


def test_thousand_arguments():
    names = ", ".join(f"a{n}=None" for n in range(1_000))
    given = ", ".join(f"a{n}=wish" for n in range(1_000))
    assert tables(f"""
        def take({names}, **rest):
            a999.delete()

        def all(wish: Wish):
            take({given}, **{{f"b{{n}}": wish for n in range(10)}})
    """) == {"shop_wish"}


# Names that are not what they seem


def test_manager_that_is_put_into_a_model():
    check("""
        from shop.managers import ArchiveManager

        Wish.objects = ArchiveManager()
        Wish.add_to_class("archive", ArchiveManager())
        setattr(Wish, "later", ArchiveManager())

        def all():
            Wish.objects.oldest().delete()  # delete shop_wish
    """)


def test_manager_that_is_replaced_by_a_plain_value():
    assert (
        tables("""
        class Fake:
            def all(self):
                return set()

        def all():
            Fake().all().update({1})
            Fake().all().delete()
    """)
        == set()
    )


def test_model_shadowed_by_a_parameter():
    check("""
        def all(Wish, Line=dict):
            Line().update(a=1)
            Line.fromkeys("a").values()

        def more(paths: list[str]):
            for Wish in paths:
                Wish.count("a")
            with open("x") as Line:
                Line.delete()
            [Order.first() for Order in map(str, paths)]
    """)


def test_model_shadowed_by_an_import_and_a_class():
    check("""
        from collections import Counter as Wish

        class Line:
            objects = {}

            def save(self):
                pass

            def delete(self):
                pass

        def all():
            Wish().update("abc")
            Line.objects.get("a")
            Line.objects.update(a=1)
            Line().save()
            Line().delete()
    """)


def test_model_only_on_one_branch():
    check("""
        import sys

        if sys.argv:
            Thing = Wish
        else:
            Thing = dict

        def all():
            Thing.objects.get(pk=1).delete()  # read shop_wish, delete shop_wish
    """)


def test_getattr_with_a_variable():
    spots = blind_spots_of("""
        def all(wish: Wish, name: str):
            getattr(wish, name)()
            getattr(Wish, name).all().delete()
            getattr(__import__(name), name).objects.filter(a=1).delete()
    """)
    assert {spot.kind for spot in spots} <= {"query-getattr", "query-import", "query-value", "query-library"}
    assert any(spot.line == 4 for spot in spots)


def test_getattr_with_a_known_name():
    check("""
        def all(wish: Wish):
            for name in ("delete", "refresh_from_db"):
                getattr(wish, name)()  # delete shop_wish, read shop_wish
    """)


def test_keywords_with_hostile_names():
    assert tables("""
        def all(**anything):
            Wish.objects.filter(**{"__": 1, "": 2, "product__": 3, "__product": 4, "no__such__field": 5, "\\0": 6})
            Wish.objects.filter(**{"product" + "__product" * 100: 1})
            Wish.objects.filter(**anything)
            Wish.objects.order_by("?", "-", "", "--product", *anything)
            Wish.objects.select_related("product__" * 50, "nothing").prefetch_related("", None, 5)
    """) <= {"shop_wish", "shop_product"}


def test_wrong_numbers_of_arguments():
    check("""
        def take(wish, *, sure):
            wish.delete()  # delete shop_wish

        def all(wish: Wish):
            take()
            take(wish, wish, wish, sure=1, sure2=2)
            wish.save.save()
            Wish.objects()
            Wish(1, 2, 3, 4, 5, 6, nothing=7)
            Wish.objects.create(*[], **{}, **{})  # insert shop_wish
    """)


# SQL in code


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT * FROM shop_wish WHERE text LIKE '100%%' AND id = %s", {"shop_wish"}),
        ("SELECT 'FROM nothing', \"a\" FROM shop_wish -- FROM nowhere\n/* DELETE FROM nobody */", {"shop_wish"}),
        ("-- DELETE FROM shop_wish", set()),
        ("/* SELECT * FROM shop_wish */", set()),
        ("# not SQL at all, but it says FROM nowhere", set()),
        ("", set()),
        ("%s", set()),
        ("UPDATE IGNORE `shop_wish` SET text = %(text)s", {"shop_wish"}),
        (
            "MERGE INTO shop_wish w USING shop_line l ON (w.id = l.id) WHEN MATCHED THEN DELETE",
            {"shop_wish", "shop_line"},
        ),
        ("INSERT INTO [dbo].[shop_wish] (text) VALUES (?)", {"shop_wish"}),
        ("SELECT * FROM (" * 1_000 + "SELECT * FROM shop_wish" + ") x" * 1_000, {"shop_wish"}),
        ("SELECT * FROM shop_wish WHERE text IN (" + "'FROM nothing', " * 60_000 + "'')", {"shop_wish"}),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "-".join(sorted(value)),
)
def test_only_tables_of_the_text_are_told(sql, expected):
    assert (
        tables(f"""
        def all(text: str):
            with connection.cursor() as cursor:
                cursor.execute({sql!r}, [text])
    """)
        == expected
    )


def test_text_that_only_looks_like_sql():
    check("""
        def all(log, text: str):
            log.execute("please DELETE FROM shop_wish by hand")
            print("SELECT * FROM shop_wish")
            text.format("DROP TABLE shop_wish")
            MESSAGES = {"help": "UPDATE shop_line SET a = 1"}
            return MESSAGES["help"].join(text)
    """)


def test_table_that_only_running_would_tell():
    assert tables("""
        def all(name: str, where):
            with connection.cursor() as cursor:
                cursor.execute("DELETE FROM " + name)
                cursor.execute(f"SELECT * FROM {name} WHERE {where}")
                cursor.execute("SELECT * FROM %s" % name)
                cursor.execute("TRUNCATE {}".format(*where))
                cursor.execute(name)
                cursor.execute(where.sql)
    """) <= {None}


def test_managers_that_no_model_declares_as_values():
    check("""
        ROWS = Badge.objects
        Address.objects = Badge.objects

        def all():
            ROWS.all().delete()  # delete people_badge
            Address.objects.all().delete()  # delete people_badge
            Address._default_manager.update(city="")  # update people_address
    """)


# Nothing where something belongs


@pytest.mark.parametrize("default", ["make()", "[*(yield from -make()[1])]", "lambda: make()", "(make, make())"])
def test_a_default_that_calls_its_own_function(default):
    assert tables(f"""
        def make(thing={default}):
            return thing or Wish.objects.get(pk=1)

        def all():
            make().delete()
    """) == {"shop_wish"}


def test_a_target_without_names():
    assert tables("""
        def all(things):
            [] = Wish.objects.all()
            () = things
            for () in [Wish.objects.first()]:
                Wish.objects.get(pk=1).delete()
    """) == {"shop_wish"}


@pytest.mark.parametrize(
    "annotation", ["list[()]", "Wish[()]", "'Wish['", "'None[Wish]'", "'list['", "1[Wish]", "''[Wish]", "'['"]
)
def test_an_annotation_with_nothing_in_it(annotation):
    assert tables(f"""
        def all(thing: {annotation}):
            thing.delete()
            Wish.objects.get(pk=1).delete()
    """) == {"shop_wish"}


def test_literals_where_nobody_writes_them():
    check("""
        def all(thing, other=None, things=5):
            thing = Wish.objects.get(pk=1)  # read shop_wish
            None()
            3.5(thing=thing)
            None(thing=thing).other(thing=thing)
            "text"[0] = 5 .real
            "text".thing = thing
            post_save.connect(all, sender=5)
            post_save.connect(all, 5)
            if isinstance("text", Wish) or isinstance(None, 5) or type("text") is 5 or 5 is type(thing):
                5 .delete()
            if "text" is None or None in 5 or issubclass(5, Wish) or 5 .real or not 5 or None or not "text":
                5 .delete()
            for each in "text":
                each.delete()
            for each in None:
                None.objects.filter(thing=thing).delete()
            {key: value for key, value in None()}
            {key: value for key, value in 5 .items()}
            assert type(thing) is 5 .real, None
            thing.delete()  # delete shop_wish
    """)
