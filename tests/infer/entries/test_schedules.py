"""Clocks that the settings wind up."""

from tests.support.entries import SETTINGS, check_entries

CODE = """
    from celery import shared_task

    @shared_task(name="settle-all")
    def settle():
        Order.objects.update(paid=True)

    def sweep():
        Wish.objects.all().delete()
"""


def test_beat():
    check_entries(
        "schedule",
        CODE,
        """
        nightly desk.views.settle: writes shop_order
        hourly desk.views.sweep: writes shop_wish
        """,
        files={
            "config/settings.py": SETTINGS
            + """CELERY_BEAT_SCHEDULE = {
                "nightly": {"task": "settle-all", "schedule": 86400},
                "hourly": {"task": "desk.views.sweep", "schedule": 3600},
                "theirs": {"task": "celery.backend_cleanup", "schedule": 3600},
            }"""
        },
    )


def test_cron_jobs():
    check_entries(
        "schedule",
        CODE,
        "desk.views.sweep desk.views.sweep: writes shop_wish",
        files={"config/settings.py": SETTINGS + 'CRONJOBS = [("0 3 * * *", "desk.views.sweep")]'},
    )
