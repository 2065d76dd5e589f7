"""How code comes to hold a row."""

import pytest

from tests.support.query_snippets import check


@pytest.mark.parametrize(
    "row",
    [
        "Wish.objects.get(pk=1)",
        "Wish.objects.first()",
        "Wish.objects.last()",
        "Wish.objects.earliest('pk')",
        "Wish.objects.latest('pk')",
        "Wish.objects.filter(text='').first()",
        "Wish.objects.all()[0]",
        "Wish.objects.all()[:3][0]",
        "Wish.objects.order_by('text').reverse().distinct().get()",
        "Wish.objects.get_queryset().get()",
        "list(Wish.objects.all())[0]",
        "list(Wish.objects.all())[1:][0]",
        "list(Wish.objects.all()).pop()",
        "tuple(Wish.objects.all())[0]",
        "sorted(Wish.objects.all(), key=str)[0]",
        "next(iter(Wish.objects.all()))",
        "next(Wish.objects.iterator())",
        "next(wish for wish in Wish.objects.all())",
        "max(Wish.objects.all(), key=str)",
        "min(Wish.objects.all(), key=str, default=None)",
        "Wish.objects.in_bulk([1])[1]",
        "Wish.objects.in_bulk().get(1)",
        "[wish for wish in Wish.objects.all()][0]",
        "{wish.text: wish for wish in Wish.objects.all()}['a']",
        "dict((wish.text, wish) for wish in Wish.objects.all())['a']",
        "get_object_or_404(Wish, pk=1)",
        "get_object_or_404(Wish.objects.all(), pk=1)",
        "get_object_or_404(Wish.objects, pk=1)",
        "get_list_or_404(Wish)[0]",
        "[*Wish.objects.all()][0]",
        "copy.copy(Wish.objects.get(pk=1))",
        "copy.deepcopy(Wish.objects.get(pk=1))",
        "random.choice(Wish.objects.all())",
        "(found := Wish.objects.get(pk=1))",
        "Wish.objects.get(pk=1) or None",
        "Wish.objects.first() if name else Wish.objects.last()",
        "list(filter(None, Wish.objects.all()))[0]",
        "list(map(lambda wish: wish, Wish.objects.all()))[0]",
        "list(itertools.islice(Wish.objects.all(), 2))[0]",
        "list(itertools.chain(Wish.objects.all(), Wish.objects.all()))[0]",
        "list(reversed(Wish.objects.all()))[0]",
        "list(zip(Wish.objects.all(), range(3)))[0][0]",
        "list(enumerate(Wish.objects.all()))[0][1]",
        "getattr(Wish, 'objects').get(pk=1)",
        "Wish.objects.raw('SELECT * FROM shop_wish')[0]",
        "Wish._default_manager.get(pk=1)",
        "Wish._base_manager.get(pk=1)",
        "Wish._meta.default_manager.get(pk=1)",
        "functools.reduce(lambda a, b: b, Wish.objects.all())",
        pytest.param(
            "operator.itemgetter(0)(list(Wish.objects.all()))",
            marks=pytest.mark.xfail(strict=True, reason="operator.itemgetter"),
        ),
    ],
)
def test_fetched(row):
    check(f"""
        import random

        def forget(name: str):
            wish = {row}  # read shop_wish
            wish.delete()  # delete shop_wish
    """)


@pytest.mark.parametrize(
    ("row", "done"),
    [
        ("Wish.objects.create()", "insert shop_wish"),
        ("Wish.objects.get_or_create(text='')[0]", "read shop_wish, insert shop_wish"),
        ("Wish.objects.update_or_create(text='')[0]", "read shop_wish, insert shop_wish, update shop_wish"),
        ("Wish.objects.bulk_create([Wish()])[0]", "insert shop_wish"),
    ],
)
def test_made_by_a_manager(row, done):
    check(f"""
        def forget():
            wish = {row}  # {done}
            wish.text = ""
            wish.save()  # update shop_wish
    """)


def test_unpacked():
    check("""
        def forget():
            wish, made = Wish.objects.get_or_create(text="")  # read shop_wish, insert shop_wish
            wish.delete()  # delete shop_wish
            made.delete()
            (other, _), number = Wish.objects.update_or_create(text=""), 1  # read shop_wish, insert shop_wish, update shop_wish
            other.delete()  # delete shop_wish
            first, *others = list(Wish.objects.all())  # read shop_wish
            first.delete()  # delete shop_wish
            others[0].delete()  # delete shop_wish
    """)


def test_unpacked_from_a_query():
    check("""
        def forget():
            first, *others = Wish.objects.all()[:3]  # read shop_wish
            first.delete()  # delete shop_wish
            others[0].delete()  # delete shop_wish
    """)


def test_iterated():
    check("""
        def forget(wishes: QuerySet[Wish]):
            for wish in wishes:  # read shop_wish
                wish.delete()  # delete shop_wish
            for number, wish in enumerate(wishes):
                wish.delete()  # delete shop_wish
            for wish in wishes.iterator(chunk_size=10):  # read shop_wish
                wish.delete()  # delete shop_wish
            for wish, line in zip(wishes, Line.objects.all()):  # read shop_line
                wish.delete()  # delete shop_wish
                line.delete()  # delete shop_line
            for key, wish in wishes.in_bulk().items():  # read shop_wish
                wish.delete()  # delete shop_wish
            [wish.delete() for wish in wishes if wish.text]  # delete shop_wish
    """)


def test_loop_variable_after_the_loop():
    check("""
        def forget():
            for wish in Wish.objects.all():  # read shop_wish
                pass
            wish.delete()  # delete shop_wish
    """)


def test_grouped():
    check("""
        def forget():
            for text, wishes in itertools.groupby(Wish.objects.all(), key=str):  # read shop_wish
                for wish in wishes:
                    wish.delete()  # delete shop_wish
    """)


def test_constructed():
    check("""
        def place():
            Wish().save()  # insert shop_wish
            wish = Wish(text="")
            wish.save()  # insert shop_wish
            kind = Wish
            kind(text="").save()  # insert shop_wish
            Wish(**{"text": ""}).save()  # insert shop_wish
    """)


def test_saved_row_is_stored_afterwards():
    check("""
        def place():
            wish = Wish(text="")
            wish.save()  # insert shop_wish
            wish.text = "a"
            wish.save()  # update shop_wish
    """)


def test_deleted_row_is_new_again():
    check("""
        def again():
            wish = Wish.objects.get(pk=1)  # read shop_wish
            wish.delete()  # delete shop_wish
            wish.save()  # insert shop_wish
    """)


def test_copied_by_emptying_its_key():
    check("""
        def copy():
            wish = Wish.objects.get(pk=1)  # read shop_wish
            wish.pk = None
            wish.save()  # insert shop_wish
    """)


def test_page():
    check("""
        from django.core.paginator import Paginator

        def show(number: int):
            paginator = Paginator(Wish.objects.all(), 10)  # read shop_wish
            page = paginator.page(number)  # read shop_wish
            for wish in page:  # read shop_wish
                wish.delete()  # delete shop_wish
            for wish in paginator.get_page(number).object_list:  # read shop_wish
                wish.delete()  # delete shop_wish
    """)


def test_asynchronous():
    check("""
        async def forget(wishes: QuerySet[Wish]):
            wish = await Wish.objects.aget(pk=1)  # read shop_wish
            await wish.adelete()  # delete shop_wish
            wish = await wishes.afirst()  # read shop_wish
            wish.delete()  # delete shop_wish
            wish, made = await wishes.aget_or_create()  # read shop_wish, insert shop_wish
            wish.delete()  # delete shop_wish
            async for wish in wishes:  # read shop_wish
                wish.delete()  # delete shop_wish
            async for wish in wishes.aiterator():  # read shop_wish
                wish.delete()  # delete shop_wish
    """)


@pytest.mark.parametrize("call", ["aget_object_or_404(Wish, pk=1)", "aget_object_or_404(Wish.objects.all(), pk=1)"])
def test_asynchronous_shortcuts(call):
    check(f"""
        from django.shortcuts import aget_object_or_404

        async def forget():
            wish = await {call}  # read shop_wish
            wish.delete()  # delete shop_wish
    """)


@pytest.mark.parametrize(
    "value",
    [
        "Wish.objects.values('text')[0]",
        "Wish.objects.values('text').first()",
        "Wish.objects.values_list('text', flat=True)[0]",
        "Wish.objects.values_list('text', flat=True).get()",
        "next(iter(Wish.objects.values()))",
        "list(Wish.objects.values_list('text'))[0]",
        "Wish.objects.count()",
        "Wish.objects.aggregate(Count('pk'))['pk__count']",
        "Wish.objects.get(pk=1).text",
        "Wish.objects.values_list('text', flat=True).filter(text='').last()",
    ],
)
def test_values_are_no_rows(value):
    check(f"""
        def look():
            value = {value}  # read shop_wish
            value.delete()
            value.save()
            value.update(text="")
            value.get("text")
    """)


def test_results_of_writes_are_no_rows():
    check("""
        def change(wish: Wish):
            Wish.objects.update(text="").save()  # update shop_wish
            number, kinds = Wish.objects.all().delete()  # delete shop_wish
            kinds.update(a=1)
            wish.delete()[1].get("shop.Wish")  # delete shop_wish
    """)


def test_first_may_be_none():
    check("""
        def forget():
            wish = Wish.objects.first()  # read shop_wish
            if wish:
                wish.delete()  # delete shop_wish
            if wish is not None and wish.text:
                wish.delete()  # delete shop_wish
            if not wish:
                return
            wish.delete()  # delete shop_wish
    """)


def test_name_that_holds_one_thing_after_another():
    check("""
        def forget():
            thing = Wish.objects.all()  # read shop_wish
            thing = thing.filter(text="")  # read shop_wish
            thing = thing.first()  # read shop_wish
            thing.delete()  # delete shop_wish
            thing = Line.objects.get(pk=1)  # read shop_line
            thing.delete()  # delete shop_line
            thing = "text"
            thing.delete()
    """)


def test_name_that_differs_by_branch():
    check("""
        def forget(deep: bool):
            if deep:
                thing = Wish.objects.get(pk=1)  # read shop_wish
                thing.delete()  # delete shop_wish
            else:
                thing = Line.objects.get(pk=1)  # read shop_line
                thing.delete()  # delete shop_line
            thing.delete()  # delete shop_wish, shop_line
    """)


def test_try():
    check("""
        def forget():
            try:
                wish = Wish.objects.get(pk=1)  # read shop_wish
            except Wish.DoesNotExist:
                wish = Wish.objects.create()  # insert shop_wish
            else:
                wish.text = ""
            finally:
                Tag.objects.count()  # read shop_tag
            wish.delete()  # delete shop_wish
    """)


def test_with():
    check("""
        def forget():
            with transaction.atomic():
                wish = Wish.objects.select_for_update().get(pk=1)  # read shop_wish
            wish.delete()  # delete shop_wish
    """)


def test_global():
    check("""
        CURRENT = None
        FIRST = Wish.objects.filter(text="")  # read shop_wish

        def load():
            global CURRENT
            CURRENT = Wish.objects.get(pk=1)  # read shop_wish

        def forget():
            CURRENT.delete()  # delete shop_wish
            FIRST.delete()  # delete shop_wish
    """)


def test_deserialized():
    check("""
        from django.core import serializers

        def load(text: str):
            for each in serializers.deserialize("json", text):
                each.save()  # blind
    """)


def test_copy_of_a_row_behind_an_attribute():
    check("""
        def copy(order: Order, other: Order):
            other.customer.pk = None  # read people_customer
            order.customer = other.customer
            order.customer.save()  # insert people_customer
    """)
