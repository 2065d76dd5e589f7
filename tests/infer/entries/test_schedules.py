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


APP = """
    from celery import Celery
    from celery.schedules import crontab
    app = Celery("shop")
"""


def test_beat_of_an_app():
    check_entries(
        "schedule",
        CODE,
        """
        nightly desk.views.settle: writes shop_order
        hourly desk.views.sweep: writes shop_wish
        weekly desk.views.sweep: writes shop_wish
        """,
        files={
            "config/celery.py": f"""{APP}
    app.config_from_object("django.conf:settings", namespace="CELERY")
    app.conf.beat_schedule = {{"nightly": {{"task": "settle-all", "schedule": crontab(hour=3)}}}}
    app.conf.beat_schedule["hourly"] = {{"task": "desk.views.sweep", "schedule": 3600}}
    app.conf.beat_schedule.update({{"weekly": {{"task": "desk.views.sweep", "schedule": 3600}}}})
    """
        },
    )


def test_beat_given_by_update():
    check_entries(
        "schedule",
        CODE,
        "nightly desk.views.settle: writes shop_order",
        files={
            "config/celery.py": f"""{APP}
    app.conf.update(timezone="UTC", beat_schedule={{"nightly": {{"task": "settle-all"}}}})
    """
        },
    )


def test_periodic_tasks_of_an_app():
    check_entries(
        "schedule",
        CODE,
        """
        every-minute desk.views.settle: writes shop_order
        settle-all desk.views.settle: writes shop_order
        late desk.views.sweep: writes shop_wish
        """,
        files={
            "config/celery.py": f"""{APP}
    @app.on_after_configure.connect
    def set_up(sender, **kwargs):
        from desk.views import settle
        sender.add_periodic_task(60.0, settle.s(1), name="every-minute")
        sender.add_periodic_task(crontab(hour=7), settle.si())

    @app.on_after_finalize.connect(weak=False)
    def set_up_more(sender, **kwargs):
        sender.add_periodic_task(60.0, sender.signature("desk.views.sweep"), name="late")
    """
        },
    )


def test_other_apps_have_no_clock():
    check_entries(
        "schedule",
        CODE,
        "",
        files={
            "config/web.py": """
    from flask import Flask
    app = Flask("shop")
    app.conf.beat_schedule = {"nightly": {"task": "settle-all"}}
    """
        },
    )
