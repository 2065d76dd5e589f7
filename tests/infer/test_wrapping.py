"""Decorators, partials, context managers and generators around functions."""

import pytest

from tests.support.query_snippets import check


def test_decorator_that_wraps():
    check("""
        def traced(function):
            @wraps(function)
            def wrapper(*args, **kwargs):
                return function(*args, **kwargs)
            return wrapper

        @traced
        def find(number):
            return Wish.objects.get(pk=number)  # read shop_wish

        @traced
        def forget(wish):
            wish.delete()  # delete shop_wish

        def all():
            find(1).delete()  # delete shop_wish
            forget(find(number=2))
    """)


def test_decorator_with_arguments():
    check("""
        def traced(name):
            def decorator(function):
                def wrapper(*args, **kwargs):
                    return function(*args, **kwargs)
                return wrapper
            return decorator

        @traced("find")
        def find(number):
            return Wish.objects.get(pk=number)  # read shop_wish

        def all():
            find(1).delete()  # delete shop_wish
    """)


def test_decorator_that_adds_an_argument():
    check("""
        def with_wish(function):
            def wrapper(request, number):
                wish = get_object_or_404(Wish, pk=number)  # read shop_wish
                return function(request, wish)
            return wrapper

        @with_wish
        def show(request, wish):
            wish.delete()  # delete shop_wish
    """)


def test_decorator_that_changes_the_result():
    check("""
        def first(function):
            def wrapper():
                return function().first()  # read shop_wish
            return wrapper

        @first
        def wishes():
            return Wish.objects.all()  # read shop_wish

        def all():
            wishes().delete()  # delete shop_wish
    """)


def test_decorator_class():
    check("""
        class traced:
            def __init__(self, function):
                self.function = function

            def __call__(self, *args):
                return self.function(*args)

        @traced
        def find(number):
            return Wish.objects.get(pk=number)  # read shop_wish

        def all():
            find(1).delete()  # delete shop_wish
    """)


@pytest.mark.parametrize(
    "decorator",
    [
        "lru_cache",
        "lru_cache(maxsize=None)",
        "functools.cache",
        "transaction.atomic",
        "transaction.atomic()",
        "transaction.atomic(using='default')",
        "unknown.decorator",
        "unknown.decorator(1)",
        "login_required",
        "require_http_methods(['GET'])",
        "csrf_exempt",
        "never_cache",
        "contextlib.suppress(ValueError)",
    ],
)
def test_decorators_that_keep_the_function(decorator):
    check(f"""
        import unknown
        from django.contrib.auth.decorators import login_required
        from django.views.decorators.cache import never_cache
        from django.views.decorators.csrf import csrf_exempt
        from django.views.decorators.http import require_http_methods

        @{decorator}
        def find(number):
            return Wish.objects.get(pk=number)  # read shop_wish

        def all():
            find(1).delete()  # delete shop_wish
    """)


def test_decorated_method():
    check("""
        from django.utils.decorators import method_decorator

        def traced(function):
            @wraps(function)
            def wrapper(self, *args, **kwargs):
                return function(self, *args, **kwargs)
            return wrapper

        class Desk:
            wish = Wish.objects.first()  # read shop_wish

            @traced
            def find(self, number):
                return self.wish

            @method_decorator(traced)
            def forget(self):
                self.wish.delete()  # delete shop_wish

            @transaction.atomic
            def work(self):
                self.find(1).delete()  # delete shop_wish
                self.forget()
    """)


def test_partial():
    check("""
        def forget(thing, times):
            thing.delete()  # delete shop_wish, shop_line

        find = partial(Wish.objects.get, pk=1)

        def all(wish: Wish, line: Line):
            partial(forget, wish)(3)
            later = partial(forget, times=3)
            later(line)
            find().delete()  # read shop_wish, delete shop_wish
            partial(partial(forget, wish), 3)()
    """)


def test_partialmethod():
    check("""
        class Desk:
            def forget(self, thing, times):
                thing.delete()  # delete shop_wish

            forget_once = functools.partialmethod(forget, times=1)

        def all(wish: Wish):
            Desk().forget_once(wish)
    """)


def test_contextmanager():
    check("""
        @contextlib.contextmanager
        def opened(number):
            wish = Wish.objects.get(pk=number)  # read shop_wish
            try:
                yield wish
            finally:
                wish.refresh_from_db()  # read shop_wish

        def all():
            with opened(1) as wish:
                wish.delete()  # delete shop_wish
            with opened(1) as first, opened(2) as second:
                second.delete()  # delete shop_wish
    """)


def test_exit_stack():
    check("""
        def all():
            with contextlib.ExitStack() as stack:
                stack.enter_context(opened(3)).delete()  # delete shop_wish

        @contextlib.contextmanager
        def opened(number):
            yield Wish.objects.get(pk=number)  # read shop_wish
    """)


def test_asynccontextmanager():
    check("""
        @contextlib.asynccontextmanager
        async def opened(number):
            yield await Wish.objects.aget(pk=number)  # read shop_wish

        async def all():
            async with opened(1) as wish:
                await wish.adelete()  # delete shop_wish
    """)


def test_context_managers_of_libraries():
    check("""
        def all(wish: Wish):
            with contextlib.suppress(ValueError), transaction.atomic():
                wish.delete()  # delete shop_wish
            with contextlib.nullcontext(wish) as same:
                same.delete()  # delete shop_wish
            with contextlib.closing(wish) as same:
                same.delete()  # delete shop_wish
            with open("x") as file:
                file.delete()
    """)


def test_generator():
    check("""
        def wishes():
            for wish in Wish.objects.all():  # read shop_wish
                yield wish

        def pairs():
            for wish in wishes():
                yield wish, wish.product  # read shop_product

        def all():
            for wish in wishes():
                wish.delete()  # delete shop_wish
            for wish, product in pairs():
                product.refresh_from_db()  # read shop_product
            list(wishes())[0].delete()  # delete shop_wish
            next(wishes()).delete()  # delete shop_wish
            for number, wish in enumerate(wishes()):
                wish.delete()  # delete shop_wish
    """)


def test_generator_that_delegates():
    check("""
        def both():
            yield from Wish.objects.all()  # read shop_wish
            yield from lines()

        def lines():
            yield Line.objects.get(pk=1)  # read shop_line

        def all():
            for thing in both():
                thing.delete()  # delete shop_wish, shop_line
    """)


@pytest.mark.xfail(strict=True, reason="generator.send()")
def test_generator_that_is_sent_to():
    check("""
        def worker():
            while True:
                wish = yield
                wish.delete()  # delete shop_wish

        def all(wish: Wish):
            work = worker()
            next(work)
            work.send(wish)
    """)


def test_generator_expression():
    check("""
        def all(lines: QuerySet[Line]):
            orders = (line.order for line in lines)  # read shop_line, shop_order
            for order in orders:
                order.refresh_from_db()  # read shop_order
    """)


def test_asynchronous_generator():
    check("""
        async def wishes():
            async for wish in Wish.objects.all():  # read shop_wish
                yield wish

        async def all():
            async for wish in wishes():
                await wish.adelete()  # delete shop_wish
            [await wish.adelete() async for wish in wishes()]  # delete shop_wish
    """)


def test_asynchronous_function():
    check("""
        import asyncio
        from asgiref.sync import async_to_sync, sync_to_async

        async def find(number):
            return await Wish.objects.aget(pk=number)  # read shop_wish

        def find_slowly(number):
            return Wish.objects.get(pk=number)  # read shop_wish

        async def all():
            wish = await find(1)
            await wish.adelete()  # delete shop_wish
            (await find(2)).delete()  # delete shop_wish
            slow = await sync_to_async(find_slowly)(3)
            slow.delete()  # delete shop_wish
            first, second = await asyncio.gather(find(1), find(2))
            second.delete()  # delete shop_wish
            task = asyncio.create_task(find(1))
            (await task).delete()  # delete shop_wish
            other = await find(4)
            await sync_to_async(other.save)()  # update shop_wish
            await asyncio.to_thread(wish.delete)  # delete shop_wish

        def wait():
            async_to_sync(find)(1).delete()  # delete shop_wish
            asyncio.run(find(1)).delete()  # delete shop_wish
    """)


def test_singledispatch():
    check("""
        @functools.singledispatch
        def forget(thing):
            raise TypeError

        @forget.register
        def _(thing: Wish):
            thing.delete()  # delete shop_wish
    """)


@pytest.mark.xfail(strict=True, reason="singledispatch.register(Class)")
def test_singledispatch_by_an_argument():
    check("""
        @functools.singledispatch
        def forget(thing):
            raise TypeError

        @forget.register(Line)
        def _(thing):
            thing.delete()  # delete shop_line
    """)


def test_task():
    check("""
        from celery import shared_task

        @shared_task
        def forget(number):
            Wish.objects.get(pk=number).delete()  # read shop_wish, delete shop_wish

        @shared_task(bind=True, max_retries=3)
        def forget_again(self, number):
            Wish.objects.filter(pk=number).delete()  # delete shop_wish

        def all():
            forget.delay(1)
            forget.apply_async(args=[1], countdown=3)
            forget(1)
            forget_again.s(1).delay()
    """)


def test_wrapped_library_object():
    check("""
        from django.utils.functional import SimpleLazyObject, lazy

        wish = SimpleLazyObject(lambda: Wish.objects.get(pk=1))  # read shop_wish

        def all():
            wish.delete()  # delete shop_wish
    """)
