"""Code that is large, dynamic or meant to mislead: no crash, no endless run, and blind spots instead of guesses."""

import pytest

from cutpoint.infer import engine
from tests.support.query_snippets import accesses_of, blind_spots_of, check


def test_dispatch_dict_of_ten_thousand_functions():
    functions = "\n".join(f"        def step_{n}(wish): wish.delete()" for n in range(10))
    entries = ", ".join(f"'{n}': step_{n % 10}" for n in range(10_000))
    found = accesses_of(f"""
{functions}
        STEPS = {{{entries}}}

        def all(wish: Wish, name: str):
            STEPS["7"](wish)
            STEPS[name](wish)
    """)
    assert {access.function for access in found} == {f"desk.views.step_{n}" for n in range(10)}


def test_three_thousand_branches():
    branches = "\n".join(f"            elif number == {n}:\n                wish.text = '{n}'" for n in range(3_000))
    check(f"""
        def change(wish: Wish, number: int):
            if number < 0:
                wish.delete()  # delete shop_wish
{branches}
            wish.refresh_from_db()  # read shop_wish
    """)


def test_ten_thousand_cases():
    cases = "\n".join(f"                case {n}:\n                    found = find('{n}')" for n in range(10_000))
    check(f"""
        def change(number: int):
            match number:
                case -1:
                    found = Wish.objects.first()  # read shop_wish
{cases}
            found.delete()  # delete shop_wish, shop_line

        def find(name: str):
            return Line.objects.first()  # read shop_line
    """)


def test_class_of_two_thousand_methods():
    methods = "\n".join(f"            def m{n}(self): return self.m{n + 1}()" for n in range(2_000))
    check(f"""
        class Desk:
{methods}
            def m2000(self):
                return Wish.objects.get(pk=1)  # read shop_wish

        def all():
            Desk().m0().delete()  # delete shop_wish
    """)


def test_thousand_models_through_one_helper():
    calls = "\n".join(f"            drop(Wish.objects.filter(text='{n}'))  # read shop_wish" for n in range(1_000))
    check(f"""
        def drop(things):
            things.delete()  # delete shop_wish

        def all():
{calls}
    """)


def test_long_chain():
    chain = ".filter(text='')" * 500
    check(f"""
        def all():
            Wish.objects{chain}.delete()  # delete shop_wish
    """)


def test_many_reassignments():
    lines = "\n".join(f"            thing = [Wish, Line, Badge][{n % 3}].objects.first()" for n in range(300))
    found = accesses_of(f"""
        def all():
{lines}
            thing.refresh_from_db()
    """)
    assert {access.table for access in found} == {"shop_wish", "shop_line", "people_badge"}


def test_shadowed_model():
    check("""
        def look():
            Wish = dict
            Wish().update(a=1)
            Wish.objects.filter(text="")

        def third():
            for Wish in range(3):
                Wish.objects.values()
    """)


def test_shadowed_builtin():
    check("""
        def list(things):
            return Line.objects.get(pk=1)  # read shop_line

        def all(wishes: QuerySet[Wish]):
            list(wishes).delete()  # delete shop_line
    """)


def test_shadowed_at_module_level():
    check("""
        from shop.models import Wish
        Wish = {"objects": 1}

        def look():
            Wish.update(a=1)
            Wish.get("a")
    """)


def test_name_that_is_deleted():
    check("""
        def all(wish: Wish):
            thing = wish
            del thing
            wish.delete()  # delete shop_wish
    """)


def test_exec_and_eval():
    check("""
        def run(text: str, wish: Wish):
            exec(text)  # blind
            exec("wish.delete()")  # blind
            thing = eval(text)  # blind
            thing.save()  # blind
            wish.delete()  # delete shop_wish
    """)


def test_keywords_that_nobody_knows():
    check("""
        def look(filters: dict[str, str], name: str):
            Order.objects.filter(**filters)  # read shop_order
            Order.objects.filter(**{"customer__email": name})  # read shop_order, people_customer
            Order.objects.filter(**{name: 1})  # read shop_order
            Order.objects.order_by(name)  # read shop_order
            Order.objects.filter(nonsense__more=1)  # read shop_order
    """)


def test_keywords_that_are_put_together():
    check("""
        def look(name: str):
            filters = {}
            filters["customer__email"] = name
            if name:
                filters.update(lines__amount=3)
            Order.objects.filter(**filters)  # read shop_order, people_customer, shop_line
            wanted = dict(invoices__number=name)
            Order.objects.filter(**wanted)  # read shop_order, billing_invoice
            condition = Q()
            condition &= Q(customer__email=name)
            Order.objects.filter(condition)  # read shop_order, people_customer
    """)


def test_monkeypatched_method():
    check("""
        def mark(self):
            self.text = "gone"
            self.refresh_from_db()  # read shop_wish

        Wish.mark = mark

        def all(wish: Wish):
            wish.mark()
    """)


@pytest.mark.xfail(strict=True, reason="queries on models of packages that are not here are dropped in silence")
def test_import_that_is_not_there():
    check("""
        from nowhere import Thing, make
        import elsewhere

        def look():
            Thing.objects.filter(a=1).update(b=2)  # blind
            make().get("a")
            elsewhere.Model.objects.create(a=1)  # blind
    """)


def test_libraries_that_are_certainly_not_of_models():
    check("""
        import logging, hashlib, json, datetime, pathlib, subprocess, os, re, uuid, decimal, collections

        def look(text: str):
            hashlib.sha256().update(b"")
            json.loads(text).get("a")
            logging.getLogger("a").filters.clear()
            os.environ.get("a")
            pathlib.Path("a").exists()
            subprocess.run(["a"]).check_returncode()
            datetime.datetime.now().replace(year=1)
            uuid.uuid4().hex.count("a")
            collections.Counter().update("a")
            re.compile("a").search(text).group(1)
    """)


def test_syntax_error_elsewhere():
    check(
        """
        def all(wish: Wish):
            wish.delete()  # delete shop_wish
    """,
        files={"desk/broken.py": "def (:\n"},
    )


def test_circular_bases():
    check("""
        class A(B):
            pass

        class B(A):
            model = Wish
            def forget(self):
                self.model.objects.update()  # update shop_wish
    """)


def test_strange_names():
    check("""
        def größe(wünsche: QuerySet[Wish]):
            for wunsch in wünsche:  # read shop_wish
                wunsch.delete()  # delete shop_wish
    """)


def test_empty_and_odd_modules():
    check("""
        if True:
            pass
        ...
        "text"
        for _ in (): pass
        while False: pass
        with open("x") as f, open("y"): pass
        try: pass
        finally: pass
        x: int
        assert True
        (a, *b), [c] = (1, 2), [3]
        del a
        global d
        lambda: 0
        print(*[], **{})
        Wish.objects.update()  # update shop_wish
    """)


def test_order_of_files_does_not_matter():
    files = {
        f"desk/m{n}.py": f"""
        from desk.shared import drop
        from shop.models import {model}

        def run():
            drop({model}.objects.first())
    """
        for n, model in enumerate(["Wish", "Line", "Tag"])
    }
    shared = {"desk/shared.py": "def drop(thing):\n    thing.refresh_from_db()\n"}
    one = accesses_of("\n", files={**shared, **files})
    renamed = {path.replace("m", "a"): text for path, text in reversed(files.items())}
    other = accesses_of("\n", files={**renamed, **shared})
    assert {(a.line, a.table) for a in one if a.path == "desk/shared.py"} == {
        (a.line, a.table) for a in other if a.path == "desk/shared.py"
    }


def test_same_answer_twice():
    code = """
        def drop(thing):
            thing.delete()

        def all(wish: Wish, line: Line, things: list):
            for each in [wish, line, *things]:
                drop(each)
    """
    assert accesses_of(code) == accesses_of(code)
    assert blind_spots_of(code) == blind_spots_of(code)


def test_loops_in_loops():
    # Each further level would double the work.
    indents = ["    " * level for level in range(1, 20)]
    heads = "\n".join(f"        {indent}for i{level} in orders:" for level, indent in enumerate(indents))
    tails = "\n".join(
        f"        {indent}    thing, old_{level} = (thing, orders), thing"
        for level, indent in reversed([*enumerate(indents)])
    )
    found = accesses_of(f"""
        def all(orders):
            thing = None
{heads}
        {indents[-1]}    thing = Wish.objects.first()
{tails}
            Line.objects.first()
    """)
    assert {access.table for access in found} == {"shop_wish", "shop_line"}


def test_types_that_hold_themselves():
    check("""
        class Node:
            def __init__(self, left=None):
                self.left, self.me, self.all = left, self, [self]
            def wrap(self): return Node(self)
            def same(self): return self.same
            def both(self): return (self, self.wrap(), [self.both()])
            def add(self, other):
                self.all.append([self.all, other])
                return self.add

        def grow(thing): return grow((thing, 1))
        def spread(thing, *rest, **named): return spread([thing], *rest, rest, **named, more=rest)
        def later(thing): return lambda other: later(lambda third: (thing, other, third))

        def all():
            for each in Node(Node(Node())).wrap().both():
                each.left.me.all[0].add(each)
            Node().same()()()()
            held = {}
            held["held"] = held
            grow(held), spread(Node()), later(held)(grow)(spread)
            Wish.objects.first().delete()  # read shop_wish, delete shop_wish
    """)


def test_functions_that_all_call_each_other():
    functions = "\n".join(
        f"        def f{n}(a, b): return f{(n * 7 + 1) % 40}(b, (a,)) or f{(n * 3 + 2) % 40}([a], b) or f{(n * 5 + 3) % 40}(a, a)"
        for n in range(40)
    )
    found = accesses_of(f"""
{functions}
        def all():
            f0(Wish.objects.first(), Line.objects)
            f1("text", Tag)
    """)
    assert {access.table for access in found} == {"shop_wish"}


def test_more_subclasses_than_are_told_apart_of_generic_code(monkeypatch):
    monkeypatch.setattr(engine, "MOST_FRAMES", 48)
    monkeypatch.setattr(engine, "MOST_FRAMES_IN_ALL", 100)
    classes = "\n".join(
        f"        class C{n}(Base):\n            model = {['Wish', 'Line', 'Tag'][n % 3]}\n            def run(self): self.drop()"
        for n in range(300)
    )
    code = f"""
        class Base:
            model = None
            def drop(self):
                self.model.objects.update()
{classes}
    """
    assert {access.table for access in accesses_of(code)} == {"shop_wish", "shop_line", "shop_tag"}
    assert [(spot.kind, spot.line) for spot in blind_spots_of(code)] == [("fixpoint-limit", 4)]


def test_loop_over_many_models():
    check("""
        MODELS = (Wish, Line, Tag, Product, Invoice, Payment, Badge, Address, Note)

        def all():
            for model in MODELS:
                # update shop_wish, shop_line, shop_tag, shop_product, billing_invoice, billing_payment
                model.objects.update()  # update people_badge, people_address, people_note
    """)
