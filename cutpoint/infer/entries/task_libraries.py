"""Libraries of tasks: which decorators and base classes of each make a task, and which give it to a clock."""

from __future__ import annotations

from typing import NamedTuple


class TaskLibrary(NamedTuple):
    """What one library calls its own."""

    tasks: frozenset[str] = frozenset()
    """Decorators, by their last name."""
    clocks: frozenset[str] = frozenset()
    """Decorators of what runs at certain times."""
    bases: frozenset[str] = frozenset()
    """Base classes."""
    methods: tuple[str, ...] = ("run",)
    """What of such a class runs."""
    is_sent_by_call: bool = False
    """Whether calling such a function puts it in the queue."""


LIBRARIES: dict[str, TaskLibrary] = {
    "celery": TaskLibrary(frozenset({"task", "shared_task"}), frozenset({"periodic_task"}), frozenset({"Task"})),
    "dramatiq": TaskLibrary(frozenset({"actor"}), bases=frozenset({"GenericActor"}), methods=("perform",)),
    "dramatiq_crontab": TaskLibrary(clocks=frozenset({"cron"})),
    "django_rq": TaskLibrary(frozenset({"job"})),
    "rq": TaskLibrary(frozenset({"job"})),
    "huey": TaskLibrary(
        frozenset({"task", "db_task", "on_commit_task"}),
        frozenset({"periodic_task", "db_periodic_task"}),
        is_sent_by_call=True,
    ),
    "django.tasks": TaskLibrary(frozenset({"task"})),
    "django_tasks": TaskLibrary(frozenset({"task"})),
    "procrastinate": TaskLibrary(frozenset({"task"}), frozenset({"periodic"})),
    "background_task": TaskLibrary(frozenset({"background"}), is_sent_by_call=True),
    "kronos": TaskLibrary(clocks=frozenset({"register"})),
    "crontask": TaskLibrary(clocks=frozenset({"cron"})),
    "apscheduler": TaskLibrary(clocks=frozenset({"scheduled_job"})),
    "django_cron": TaskLibrary(bases=frozenset({"CronJobBase"}), methods=("do",)),
    "django_extensions.management.jobs": TaskLibrary(
        bases=frozenset({"BaseJob", "MinutelyJob", "HourlyJob", "DailyJob", "WeeklyJob", "MonthlyJob", "YearlyJob"}),
        methods=("execute",),
    ),
}
"""Package -> what its decorators and bases are called."""

CLOCK_BASES = frozenset({"django_cron", "django_extensions.management.jobs"})
"""Packages whose base classes are run by a clock."""


def library_of(name: str) -> tuple[str, TaskLibrary] | None:
    """The package, and its library, that a dotted name belongs to."""
    for package, library in LIBRARIES.items():
        if name.startswith(f"{package}."):
            return package, library
    return None
