"""Functions as values: handed over, kept in dicts, called later."""

import pytest

from tests.support.query_snippets import check


def test_handed_over():
    check("""
        def twice(function, thing):
            function(thing)
            return function(thing)

        def forget(thing):
            thing.delete()  # delete shop_wish
            return thing

        def all(wish: Wish):
            twice(forget, wish).refresh_from_db()  # read shop_wish
            twice(lambda thing: thing.delete(), wish)  # delete shop_wish
    """)


def test_map_and_filter():
    check("""
        def forget(wish):
            wish.delete()  # delete shop_wish
            return wish

        def all(wishes: list[Wish]):
            list(map(forget, wishes))[0].refresh_from_db()  # read shop_wish
            list(filter(lambda wish: wish.product, wishes))  # read shop_product
            sorted(wishes, key=lambda wish: wish.customer.email)  # read people_customer
            max(wishes, key=lambda wish: wish.product.price)  # read shop_product
            functools.reduce(lambda one, other: other.product, wishes)  # read shop_product
            any(map(lambda wish: wish.customer, wishes))  # read people_customer
    """)


def test_methods_as_callbacks():
    check("""
        def all(wish: Wish):
            later = wish.delete
            later()  # delete shop_wish
            run(wish.delete)

        def run(function):
            function()  # delete shop_wish
    """)


@pytest.mark.xfail(strict=True, reason="operator.methodcaller")
def test_methodcaller():
    check("""
        def all(wishes: list[Wish]):
            list(map(operator.methodcaller("delete"), wishes))  # delete shop_wish
    """)


@pytest.mark.xfail(strict=True, reason="a method that Django defines, taken from the class")
def test_methods_of_django_through_the_class():
    check("""
        def all(wishes: list[Wish]):
            list(map(Wish.delete, wishes))  # delete shop_wish
    """)


def test_on_commit():
    check("""
        def forget(number):
            Wish.objects.get(pk=number).delete()  # read shop_wish, delete shop_wish

        def all(wish: Wish):
            transaction.on_commit(lambda: wish.delete())  # delete shop_wish
            transaction.on_commit(partial(forget, 1))
            transaction.on_commit(wish.refresh_from_db)  # read shop_wish
            def later():
                wish.delete()  # delete shop_wish
            transaction.on_commit(later)
    """)


def test_functions_in_a_dict():
    check("""
        def forget(thing):
            thing.delete()  # delete shop_wish

        def load(thing):
            thing.refresh_from_db()  # read shop_wish, shop_line

        ACTIONS = {"forget": forget, "load": load, "both": lambda thing: thing.delete()}  # delete shop_line

        def all(wish: Wish, line: Line, name: str):
            ACTIONS["forget"](wish)
            ACTIONS.get("load")(line)
            ACTIONS["both"](line)
            {"load": load}[name](wish)
    """)


def test_functions_in_a_dict_by_an_unknown_name():
    check("""
        def forget(thing):
            thing.delete()  # delete shop_wish

        def load(thing):
            thing.refresh_from_db()  # read shop_wish

        ACTIONS = {"forget": forget, "load": load}

        def all(wish: Wish, name: str):
            ACTIONS[name](wish)
    """)


def test_functions_in_a_list():
    check("""
        def forget(thing):
            thing.delete()  # delete shop_wish

        def load(thing):
            thing.refresh_from_db()  # read shop_wish

        STEPS = [forget, load]

        def all(wish: Wish):
            for step in STEPS:
                step(wish)
    """)


def test_registered_by_a_decorator():
    check("""
        HANDLERS = {}

        def handles(name):
            def decorator(function):
                HANDLERS[name] = function
                return function
            return decorator

        @handles("wish")
        def forget(thing):
            thing.delete()  # delete shop_wish

        def all(wish: Wish, name: str):
            HANDLERS[name](wish)
    """)


def test_classes_in_a_dict():
    check("""
        class WishDesk:
            model = Wish
            def forget(self):
                self.model.objects.update()  # update shop_wish
                return self.model.objects.first()  # read shop_wish

        class LineDesk:
            model = Line
            def forget(self):
                self.model.objects.update()  # update shop_line
                return self.model.objects.first()  # read shop_line

        DESKS = {"wish": WishDesk, "line": LineDesk}

        def all(name: str):
            DESKS["wish"]().forget().delete()  # delete shop_wish
            DESKS[name]().forget().delete()  # delete shop_wish, shop_line
    """)


def test_bound_methods_in_a_dict():
    check("""
        class Desk:
            def __init__(self):
                self.actions = {"forget": self.forget, "load": self.load}

            def forget(self, thing):
                thing.delete()  # delete shop_wish

            def load(self, thing):
                thing.refresh_from_db()  # read shop_wish

            def run(self, name: str, wish: Wish):
                self.actions[name](wish)
    """)


def test_method_by_name():
    check("""
        class Desk:
            def handle_wish(self, thing):
                thing.delete()  # delete shop_wish

            def run(self, wish: Wish):
                getattr(self, "handle_wish")(wish)
                kind = "wish"
                getattr(self, f"handle_{kind}")(wish)
    """)


def test_threads_and_pools():
    check("""
        import threading
        from concurrent.futures import ThreadPoolExecutor

        def forget(wish):
            wish.delete()  # delete shop_wish
            return wish

        def all(wishes: list[Wish]):
            threading.Thread(target=forget, args=(wishes[0],)).start()
            with ThreadPoolExecutor() as pool:
                pool.submit(forget, wishes[0]).result().refresh_from_db()  # read shop_wish
                for wish in pool.map(forget, wishes):
                    wish.refresh_from_db()  # read shop_wish
    """)


def test_cache_that_makes_it():
    check("""
        def load():
            return Wish.objects.get(pk=1)  # read shop_wish

        def all():
            cache.get_or_set("wish", load)
            cache.get_or_set("line", lambda: Line.objects.first())  # read shop_line
    """)


@pytest.mark.xfail(strict=True, reason="cache.get_or_set gives what its callable gives")
def test_what_the_cache_gives_is_what_was_made():
    check("""
        def load():
            return Wish.objects.get(pk=1)  # read shop_wish

        def all():
            cache.get_or_set("wish", load).delete()  # delete shop_wish
    """)


def test_own_signal():
    check("""
        from django.dispatch import Signal, receiver

        placed = Signal()

        @receiver(placed)
        def forget(sender, wish, **kwargs):
            wish.delete()  # delete shop_wish

        def load(sender, wish, **kwargs):
            wish.refresh_from_db()  # read shop_wish

        placed.connect(load)

        def all(wish: Wish):
            placed.send(sender=None, wish=wish)  # read shop_wish via signal, delete shop_wish via signal
    """)


def test_receiver_of_a_signal_of_models():
    check("""
        from django.db.models.signals import post_save, pre_delete
        from django.dispatch import receiver

        @receiver(post_save, sender=Badge)
        def saved(sender, instance, created, **kwargs):
            instance.customer.wishes.update()  # read people_customer, update shop_wish

        def deleted(instance, **kwargs):
            instance.customer.refresh_from_db()  # read people_customer

        pre_delete.connect(deleted, sender=Badge)
    """)


def test_returned_function():
    check("""
        def maker(thing):
            def later():
                thing.delete()  # delete shop_wish, shop_line
            return later

        def all(wish: Wish, line: Line):
            maker(wish)()
            later = maker(line)
            later()
    """)


def test_functions_that_are_only_named():
    check("""
        def forget(wish: Wish):
            wish.delete()  # delete shop_wish

        def all(wish: Wish):
            print(forget, forget.__name__, {"a": forget})
            return [forget, wish.delete, Wish.objects.filter]
    """)


def test_sender_that_is_not_resolved_is_not_any():
    check("""
        from django.db.models.signals import post_save

        def forget(sender, instance, **kwargs):
            Wish.objects.all().delete()  # delete shop_wish

        def note(sender, instance, **kwargs):
            Badge.objects.update(color="red")  # update people_badge

        def listen(model):
            post_save.connect(forget, sender=model)

        def listen_to_all(model=None):
            post_save.connect(note, sender=model)

        def start():
            listen(None)
            listen_to_all()

        def keep(line: Line):
            line.save()  # insert shop_line, update shop_line, people_badge via signal
    """)


def test_senders_in_a_loop():
    check("""
        from django.db.models.signals import post_save

        def forget(sender, instance, **kwargs):
            Wish.objects.all().delete()  # delete shop_wish

        for model in (Badge, Line):
            post_save.connect(forget, sender=model)

        def keep(line: Line, note: Note):
            line.save()  # insert shop_line, update shop_line, delete shop_wish via signal
            note.save()  # insert people_note, update people_note
    """)


def test_receivers_that_take_their_row_out_of_keywords():
    check("""
        from django.db.models.signals import post_save, pre_delete
        from django.dispatch import receiver

        @receiver(pre_delete, sender=Order)
        def forget(sender, **kwargs):
            for line in kwargs["instance"].lines.all():  # read shop_line
                line.save(update_fields=["amount"])  # update shop_line
            kwargs.get("instance").lines.update(amount=1)  # update shop_line
            kwargs["created"].save()

        def hear(sender, **kwargs):
            instance = kwargs["instance"]
            instance.lines.update(amount=1)  # update shop_line

        class Config:
            def ready(self):
                post_save.connect(dispatch_uid="hear", receiver=hear, sender=Order)
    """)


def test_lambdas_of_a_module_that_nobody_calls():
    check("""
        BY_NAME = {
            "forget": lambda wish: wish.delete(),  # blind
            "count": lambda: Wish.objects.count(),  # read shop_wish
        }

        class Later:
            steps = [lambda self: Wish.objects.update(text="")]  # update shop_wish
    """)


def test_a_kept_partial_tells_what_its_function_is_given():
    check("""
        from django.urls import path

        def forget(request, order):
            order.delete()  # delete shop_wish

        def all(wish: Wish):
            path("wish/", functools.partial(forget, order=wish))
    """)


def test_what_looks_only_gives_no_function():
    check("""
        import inspect

        def all(wish: Wish):
            inspect.unwrap(wish.delete)()  # delete shop_wish
            functools.update_wrapper(wish.delete, all)()  # delete shop_wish
    """)
