"""Tasks: functions that a queue or a clock calls, and who sends them."""

import pytest

from tests.support.entries import check_entries


@pytest.mark.parametrize(
    ("imports", "decorator"),
    [
        ("from celery import shared_task", "@shared_task"),
        ("from celery import shared_task", "@shared_task(bind=True, max_retries=3)"),
        ("from celery import Celery; app = Celery('desk')", "@app.task"),
        ("import dramatiq", "@dramatiq.actor"),
        ("from django_rq import job", "@job('default')"),
        ("from huey.contrib.djhuey import db_task", "@db_task()"),
        ("from django.tasks import task", "@task"),
        ("from procrastinate.contrib.django import app", "@app.task"),
    ],
)
def test_decorators_of_libraries(imports, decorator):
    check_entries(
        "task",
        f"""
        {imports}

        {decorator}
        def settle():
            Order.objects.update(paid=True)
        """,
        "desk.views.settle desk.views.settle: writes shop_order",
    )


def test_a_decorator_of_the_same_name_makes_no_task():
    check_entries(
        "task",
        """
        def task(function):
            return function

        @task
        def settle():
            Order.objects.update(paid=True)
        """,
        "",
    )


def test_a_name_of_its_own():
    check_entries(
        "task",
        """
        from celery import shared_task

        @shared_task(name="nightly")
        def settle():
            Order.objects.update(paid=True)
        """,
        "nightly desk.views.settle: writes shop_order",
    )


def test_periodic_ones_are_a_clock_s():
    check_entries(
        "schedule",
        """
        from huey import crontab
        from huey.contrib.djhuey import db_periodic_task

        @db_periodic_task(crontab(minute="0"))
        def settle():
            Order.objects.update(paid=True)
        """,
        "desk.views.settle desk.views.settle: writes shop_order",
    )


def test_classes():
    check_entries(
        "task",
        """
        from celery import Task

        class Settle(Task):
            name = "settle"

            def run(self):
                Order.objects.update(paid=True)
        """,
        "settle desk.views.Settle: writes shop_order",
    )


def test_functions_that_are_handed_to_a_queue():
    check_entries(
        "task",
        """
        import django_rq

        def settle():
            Order.objects.update(paid=True)

        def later(request):
            django_rq.enqueue(settle)
        """,
        "desk.views.settle desk.views.settle: writes shop_order",
    )
