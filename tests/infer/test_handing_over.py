"""Work that is handed over: who sends which task, and what only run time names."""

import pytest

from tests.support.entries import entry_points_of, told
from tests.support.query_snippets import blind_spots_of

TASKS = """
    import django_rq
    from celery import chain, chord, current_app, group, shared_task, signature
    from django.core.management import call_command
    from huey.contrib.djhuey import db_task

    @shared_task
    def settle(pk):
        Order.objects.filter(pk=pk).update(paid=True)

    @shared_task(name="sweep-up")
    def sweep():
        Wish.objects.all().delete()

    @db_task()
    def polish():
        Wish.objects.update(note="")

    def plain():
        Product.objects.create()

    async def awaited():
        await Product.objects.acreate()
"""
SWEEP = {
    "shop/management/__init__.py": "",
    "shop/management/commands/__init__.py": "",
    "shop/management/commands/sweep.py": """
        from django.core.management.base import BaseCommand
        from shop.models import Wish

        class Command(BaseCommand):
            def handle(self, *args, **options):
                Wish.objects.all().delete()
    """,
    "config/urls.py": """
        from django.urls import path
        from desk import views
        urlpatterns = [path("go/", views.go)]
    """,
}


def _does(line: str, imports: str = "") -> str:
    code = f"{TASKS}\n    {imports}\n    def go(request, name):\n        {line}\n"
    (found,) = told([point for point in entry_points_of(code, files=SWEEP) if point.kind == "url"])
    return found.removeprefix("go/ desk.views.go").removeprefix(": ")


@pytest.mark.parametrize(
    "line",
    [
        "settle.delay(1)",
        "settle.apply_async(args=(1,), countdown=3)",
        "settle.delay_on_commit(1)",
        "settle.s(1).delay()",
        "settle.si(1).apply_async()",
        "chain(settle.s(1))()",
        "group(settle.s(pk) for pk in name).apply_async()",
        "chord([settle.s(1)])(None)",
        "transaction.on_commit(lambda: settle.delay(1))",
        "transaction.on_commit(partial(settle.delay, 1))",
        'current_app.send_task("desk.views.settle", args=[1])',
        'signature("desk.views.settle", args=(1,)).delay()',
        "django_rq.enqueue(settle, 1)",
        'django_rq.get_queue("low").enqueue("desk.views.settle", 1)',
    ],
)
def test_a_task_is_sent_away_and_does_nothing_here(line):
    assert _does(line, "from functools import partial") == "sends desk.views.settle"


def test_each_of_a_chain():
    assert _does("(settle.s(1) | sweep.si()).delay()") == "sends desk.views.settle, sweep-up"


def test_a_task_that_is_sent_by_calling_it():
    assert _does("polish()") == "sends desk.views.polish"


@pytest.mark.parametrize("line", ["settle(1)", "settle.apply((1,))"])
def test_a_task_that_runs_here(line):
    assert _does(line) == "writes shop_order"


@pytest.mark.parametrize(
    ("line", "imports"),
    [
        ("plain()", ""),
        ("transaction.on_commit(plain)", ""),
        ("async_to_sync(awaited)()", "from asgiref.sync import async_to_sync"),
        ("async_to_sync(sync_to_async(plain))()", "from asgiref.sync import async_to_sync, sync_to_async"),
    ],
)
def test_what_runs_in_the_same_request_counts(line, imports):
    assert _does(line, imports) == "writes shop_product"


def test_a_command_by_its_name():
    assert _does('call_command("sweep", verbosity=0)') == "writes shop_wish"


def test_a_command_of_others_does_nothing_that_is_known():
    assert _does('call_command("migrate")') == ""


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("current_app.send_task(name)", "task-at-run-time"),
        ("signature(name).delay()", "task-at-run-time"),
        ("call_command(name)", "command-at-run-time"),
    ],
)
def test_names_that_only_run_time_knows_are_blind_spots(line, kind):
    spots = blind_spots_of(f"{TASKS}\n    def go(request, name):\n        {line}\n")
    assert [spot.kind for spot in spots] == [kind]
