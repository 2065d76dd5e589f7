"""Traces: the shortest way to each table that an entry point reads or writes."""

from cutpoint.domain.flow import unpack_flow
from cutpoint.domain.trace import TraceStep
from cutpoint.interpret.tracing import traced
from tests.support.entries import SETTINGS
from tests.support.query_snippets import _queries_of, _sources

URLS = """
    from django.urls import path
    from desk import views
    urlpatterns = [path("go/", views.go)]
"""


def _trace(code: str) -> list[str]:
    queries = _queries_of(_sources(code, "", {"config/settings.py": SETTINGS, "config/urls.py": _plain(URLS)}))
    (point,) = (each for each in queries.entry_points if each.kind == "url")
    tasks = {each.function: each.name for each in queries.entry_points if each.kind == "task"}
    found = traced(unpack_flow(queries.flow), point, tasks)
    return [line for step in found.steps for line in _told(step, 0)]


def _plain(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())


def _told(step: TraceStep, depth: int) -> list[str]:
    at = f"{step.called_at} " if step.called_at else ""
    lines = [f"{'  ' * depth}{at}{step.function}{' after commit' if step.after_commit else ''}"]
    inner = "  " * (depth + 1)
    lines += [f"{inner}{each.line} {'writes' if each.writes else 'reads'} {each.table}" for each in step.touches]
    lines += [f"{inner}{each.line} sends {each.task}" for each in step.sends]
    return lines + [line for each in step.steps for line in _told(each, depth + 1)]


def test_the_shortest_way_to_each_table():
    assert _trace("""
        def go(request):
            first()
            Wish.objects.create()
        def first():
            second()
        def second():
            Wish.objects.create()
            third()
        def third():
            Product.objects.create()
    """) == [
        "desk.views.go",
        "  4 writes shop_wish",
        "  3 desk.views.first",
        "    6 desk.views.second",
        "      9 desk.views.third",
        "        11 writes shop_product",
    ]


def test_circles_of_calls():
    assert _trace("""
        def go(request):
            again(3)
        def again(count):
            if count:
                go(None)
            Wish.objects.create()
    """) == ["desk.views.go", "  3 desk.views.again", "    7 writes shop_wish"]


def test_what_waits_for_the_commit_and_what_is_sent_away():
    assert _trace("""
        from celery import shared_task
        @shared_task
        def later():
            Product.objects.create()
        def go(request):
            transaction.on_commit(store)
            later.delay()
        def store():
            Wish.objects.create()
    """) == [
        "desk.views.go",
        "  8 sends desk.views.later",
        "  7 desk.views.store after commit",
        "    10 writes shop_wish",
    ]


def test_a_receiver_on_the_way():
    assert _trace("""
        from django.db.models.signals import post_save
        from django.dispatch import receiver
        @receiver(post_save, sender=Wish)
        def heard(sender, instance, **kwargs):
            Tag.objects.create()
        def go(request):
            Wish.objects.create()
    """) == ["desk.views.go", "  8 writes shop_wish", "  8 desk.views.heard", "    6 writes shop_tag"]


def test_who_keeps_a_function_or_looks_at_it_does_not_call_it():
    assert _trace("""
        import asyncio, functools, inspect, signal
        from django.urls import path, re_path
        def go(request):
            path("wish/", store)
            re_path("wish/", view=store)
            signal.signal(15, store)
            functools.update_wrapper(made, store)
            inspect.signature(store)
            asyncio.iscoroutinefunction(store)
            Product.objects.create()
            functools.reduce(kept, ())
        def store(*given):
            Wish.objects.create()
        def made(*given):
            store()
        def kept(*given):
            Customer.objects.create()
    """) == [
        "desk.views.go",
        "  11 writes shop_product",
        "  12 desk.views.kept",
        "    18 writes people_customer",
    ]


def test_nothing_behind_it():
    assert (
        _trace("""
        def go(request):
            return None
    """)
        == []
    )


def test_a_very_long_way_is_told_to_its_beginning_and_end():
    calls = "\n".join(f"        def step_{n}():\n            step_{n + 1}()" for n in range(400))
    told = _trace(
        f"""
        def go(request):
            step_0()
{calls}
        def step_400():
            Wish.objects.create()
        """
    )
    assert len(told) == 101
    assert told[-2:] == [f"{'  ' * 99}803 desk.views.step_400", f"{'  ' * 100}805 writes shop_wish"]
