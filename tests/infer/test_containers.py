"""Rows, queries and classes inside of lists, dicts, tuples and sets."""

import pytest

from tests.support.query_snippets import check


def test_list_that_grows():
    check("""
        def forget():
            wishes = []
            for number in range(3):
                wishes.append(Wish.objects.get(pk=number))  # read shop_wish
            for wish in wishes:
                wish.delete()  # delete shop_wish
            wishes.pop().delete()  # delete shop_wish
            wishes[-1].delete()  # delete shop_wish
            wishes.clear()
            wishes.remove(1)
    """)


def test_other_ways_to_grow():
    check("""
        def forget(wish: Wish):
            many = []
            many.extend([wish])
            many[0].delete()  # delete shop_wish
            many = []
            many += [wish]
            many[0].delete()  # delete shop_wish
            many = []
            many.insert(0, wish)
            many[0].delete()  # delete shop_wish
            many = [] + [wish]
            many[0].delete()  # delete shop_wish
            many = [wish] * 3
            many[0].delete()  # delete shop_wish
            many = [None]
            many[0] = wish
            many[0].delete()  # delete shop_wish
            many = list()
            many.append(wish)
            many[0].delete()  # delete shop_wish
    """)


def test_list_that_a_helper_fills():
    check("""
        def fill(many, wish):
            many.append(wish)

        def forget(wish: Wish, line: Line):
            wishes, lines = [], []
            fill(wishes, wish)
            fill(lines, line)
            wishes[0].delete()  # delete shop_wish
            lines[0].delete()  # delete shop_line
    """)


def test_list_on_an_object():
    check("""
        class Desk:
            def __init__(self):
                self.wishes = []

            def add(self, wish):
                self.wishes.append(wish)

            def forget(self):
                for wish in self.wishes:
                    wish.delete()  # delete shop_wish

        def all(wish: Wish):
            desk = Desk()
            desk.add(wish)
            desk.wishes[0].delete()  # delete shop_wish
    """)


def test_dict_that_grows():
    check("""
        def forget():
            by_key = {}
            for wish in Wish.objects.all():  # read shop_wish
                by_key[wish.pk] = wish
            by_key[1].delete()  # delete shop_wish
            by_key.get(1).delete()  # delete shop_wish
            by_key.pop(1).delete()  # delete shop_wish
            for wish in by_key.values():
                wish.delete()  # delete shop_wish
            for key, wish in by_key.items():
                wish.delete()  # delete shop_wish
            by_key.update(a=1)
            by_key.clear()
    """)


def test_dict_with_constant_keys():
    check("""
        def forget(wish: Wish, line: Line):
            both = {"wish": wish, "line": line, "number": 3}
            both["wish"].delete()  # delete shop_wish
            both["line"].delete()  # delete shop_line
            both["number"].delete()
            both.get("wish").delete()  # delete shop_wish
            both["badge"] = Badge.objects.get(pk=1)  # read people_badge
            both["badge"].delete()  # delete people_badge
            dict(wish=wish)["wish"].delete()  # delete shop_wish
            {**both, "other": 3}["line"].delete()  # delete shop_line
            (both | {"a": 1})["wish"].delete()  # delete shop_wish
    """)


def test_dict_of_lists():
    check("""
        def forget(lines: QuerySet[Line]):
            by_order = defaultdict(list)
            for line in lines:  # read shop_line
                by_order[line.order_id].append(line)
            for order_id, some in by_order.items():
                for line in some:
                    line.delete()  # delete shop_line
            others = {}
            for line in lines:
                others.setdefault(line.order_id, []).append(line)
            for some in others.values():
                some[0].delete()  # delete shop_line
    """)


def test_keys_that_a_dict_has_from_being_asked():
    check("""
        def forget(lines: QuerySet[Line]):
            by_order = defaultdict(list)
            for line in lines.select_related("order", "product"):  # read shop_line, shop_order, shop_product
                by_order[line.order].append(line.product)
            for order, products in by_order.items():
                order.products.remove(*products)  # delete shop_line
            counted = defaultdict(lambda: [0])
            for line in lines:  # read shop_line
                counted[line][0] += 1
            for line in counted:
                line.refresh_from_db()  # read shop_line
    """)


def test_what_takes_the_rows_of_a_query():
    check("""
        def open_wishes(customer):
            return customer.wishes.filter(text="")  # read shop_wish

        def gather(customer: Customer, other: Customer):
            found, more = set(), []
            found.update(open_wishes(customer))  # read shop_wish
            more.extend(open_wishes(other))  # read shop_wish
            more += open_wishes(customer)  # read shop_wish
            found.update(other.address)
            if found.isdisjoint(open_wishes(other)):  # read shop_wish
                for wish in more:
                    wish.delete()  # delete shop_wish
    """)


def test_tuple():
    check("""
        def forget(wish: Wish, line: Line):
            pair = (wish, line)
            first, second = pair
            second.delete()  # delete shop_line
            (first, second), third = pair, wish
            third.delete()  # delete shop_wish
            first, second = second, first
            first.delete()  # delete shop_line
            for thing in pair:
                thing.delete()  # delete shop_wish, shop_line
    """)


@pytest.mark.xfail(strict=True, reason="negative position of a tuple")
def test_tuple_from_its_end():
    check("""
        def forget(wish: Wish, line: Line):
            pair = (wish, line)
            pair[-1].delete()  # delete shop_line
    """)


def test_tuple_by_position():
    check("""
        def forget(wish: Wish, line: Line):
            pair = (wish, line)
            pair[0].delete()  # delete shop_wish
            pair[1].delete()  # delete shop_line
    """)


def test_list_of_tuples():
    check("""
        def forget(wish: Wish, line: Line):
            pairs = [(wish, line)]
            pairs.append((wish, line))
            for one, other in pairs:
                one.delete()  # delete shop_wish
                other.delete()  # delete shop_line
    """)


@pytest.mark.xfail(strict=True, reason="zip(*pairs)")
def test_list_of_tuples_turned_around():
    check("""
        def forget(wish: Wish, line: Line):
            pairs = [(wish, line)]
            ones, others = zip(*pairs)
            others[0].delete()  # delete shop_line
    """)


def test_set():
    check("""
        def forget(lines: QuerySet[Line]):
            orders = set()
            for line in lines:  # read shop_line
                orders.add(line.order)  # read shop_order
            for order in orders:
                order.settle()
            {line.order for line in lines}.pop().settle()  # read shop_order
    """)


def test_comprehensions():
    check("""
        def forget(wishes: QuerySet[Wish]):
            pairs = [(wish, wish.product) for wish in wishes]  # read shop_wish, shop_product
            for wish, product in pairs:
                wish.delete()  # delete shop_wish
                product.wishes.update()  # update shop_wish
            by_text = {wish.text: wish for wish in wishes}
            by_text["a"].delete()  # delete shop_wish
            nested = [wish for wish in wishes for number in range(3)]
            nested[0].delete()  # delete shop_wish
            deep = [[wish] for wish in wishes]
            deep[0][0].delete()  # delete shop_wish
    """)


def test_dict_of_which_a_comprehension_leaves_out_some():
    check("""
        def remove(order=None, wish=None):
            order.delete()  # delete shop_wish
            wish.delete()  # delete people_badge

        def all(first: Wish, second: Badge):
            given = {"order": first, "wish": second}
            remove(**{key: value for key, value in given.items() if value is not None})
            kept = {key: value for key, value in given.items() if key != "wish"}
            kept["order"].delete()  # delete shop_wish

        def turned(first: Wish, second: Badge):
            names = {value: key for key, value in {"order": first, "wish": second}.items()}
            for name in names:
                name.delete()  # delete shop_wish, delete people_badge
    """)


def test_named_tuple():
    check("""
        Pair = namedtuple("Pair", ["wish", "line"])
        Other = namedtuple("Other", "wish line")

        def forget(wish: Wish, line: Line):
            Pair(wish, line).line.delete()  # delete shop_line
            pair = Other(wish=wish, line=line)
            pair.wish.delete()  # delete shop_wish
            first, second = pair
            second.delete()  # delete shop_line
    """)


@pytest.mark.xfail(strict=True, reason="types.SimpleNamespace")
def test_simple_namespace():
    check("""
        from types import SimpleNamespace

        def forget(wish: Wish):
            SimpleNamespace(wish=wish).wish.delete()  # delete shop_wish
    """)


def test_deque_and_counter():
    check("""
        from collections import deque, Counter, OrderedDict

        def forget(wish: Wish):
            waiting = deque([wish])
            waiting.popleft().delete()  # delete shop_wish
            waiting.append(wish)
            while waiting:
                waiting.pop().delete()  # delete shop_wish
            ordered = OrderedDict()
            ordered["a"] = wish
            ordered["a"].delete()  # delete shop_wish
            counted = Counter()
            counted.update([1])
    """)


def test_builtin_functions_that_hand_on():
    check("""
        def forget(wishes: list[Wish]):
            sorted(wishes, key=str)[0].delete()  # delete shop_wish
            list(reversed(wishes))[0].delete()  # delete shop_wish
            max(wishes, key=str).delete()  # delete shop_wish
            next(iter(wishes)).delete()  # delete shop_wish
            list(filter(None, wishes))[0].delete()  # delete shop_wish
            for number, wish in enumerate(wishes):
                wish.delete()  # delete shop_wish
            for wish, number in zip(wishes, range(3)):
                wish.delete()  # delete shop_wish
            for wish in itertools.chain(wishes, wishes):
                wish.delete()  # delete shop_wish
            for wish in itertools.chain.from_iterable([wishes]):
                wish.delete()  # delete shop_wish
            for one, other in itertools.product(wishes, wishes):
                other.delete()  # delete shop_wish
            for wish in wishes[1:]:
                wish.delete()  # delete shop_wish
            copy.copy(wishes)[0].delete()  # delete shop_wish
            wishes.copy()[0].delete()  # delete shop_wish
    """)


def test_pairwise():
    check("""
        def forget(wishes: list[Wish]):
            for one, other in itertools.pairwise(wishes):
                other.delete()  # delete shop_wish
    """)


def test_dicts_made_of_others():
    check("""
        from collections import OrderedDict

        def forget(lines: QuerySet[Line]):
            for line in dict.fromkeys(lines):  # read shop_line
                line.refresh_from_db()  # read shop_line
            wishes = OrderedDict((line.number, line.order) for line in lines)  # read shop_order
            for order in wishes.values():
                order.refresh_from_db()  # read shop_order
            OrderedDict(line=lines[0])["line"].delete()  # delete shop_line
    """)


def test_queries_in_a_list():
    check("""
        def forget():
            queries = [Wish.objects.all(), Line.objects.all()]  # read shop_wish, shop_line
            for query in queries:
                query.delete()  # delete shop_wish, shop_line
            by_name = {"wish": Wish.objects.filter(text="")}  # read shop_wish
            by_name["wish"].update()  # update shop_wish
    """)


def test_result_as_a_dict():
    check("""
        def load():
            return {"wish": Wish.objects.get(pk=1), "number": 3}  # read shop_wish

        def load_two():
            return Wish.objects.get(pk=1), Line.objects.get(pk=1)  # read shop_wish, shop_line

        def forget():
            load()["wish"].delete()  # delete shop_wish
            wish, line = load_two()
            line.delete()  # delete shop_line
    """)


def test_nested():
    check("""
        def forget(wish: Wish, line: Line):
            tree = {"a": {"b": [wish]}, "c": (line, [wish])}
            tree["a"]["b"][0].delete()  # delete shop_wish
            tree["c"][0].delete()  # delete shop_line
            tree["c"][1][0].delete()  # delete shop_wish
    """)


def test_context_of_a_template_is_no_row():
    check("""
        def show(wish: Wish):
            context = {"wish": wish}
            context.update(title="a")
            context["title"].delete()
            context.setdefault("b", []).append(1)
            return context
    """)


def test_numbers_and_texts_in_containers():
    check("""
        def look(data: dict[str, list[str]]):
            numbers = [1, 2]
            numbers[0].delete()
            for text in data.values():
                text.remove("a")
            for key, values in data.items():
                values.count("a")
                values.clear()
    """)
