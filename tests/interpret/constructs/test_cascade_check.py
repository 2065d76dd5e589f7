from tests.support.query_snippets import check

LOCKS = """
    from django.db import models

    class Lock(models.Model):
        name = models.CharField(max_length=20)

    class Door(models.Model):
        lock = models.ForeignKey(Lock, models.PROTECT)

    class Safe(models.Model):
        lock = models.ForeignKey(Lock, models.RESTRICT)

    class Handle(models.Model):
        door = models.ForeignKey(Door, models.CASCADE)
"""


def test_what_forbids_it_is_looked_for():
    check(
        """
        from stock.models import Lock
        def forget(lock: Lock):
            lock.delete()  # delete stock_lock, read stock_door via cascade, stock_safe via cascade
            Lock.objects.filter(name="").delete()  # read stock_lock, stock_door, stock_safe, delete stock_lock
    """,
        models=LOCKS,
        certainty="proved",
    )


def test_other_writes_look_for_nothing():
    check(
        """
        from stock.models import Lock
        def keep(lock: Lock):
            lock.save(force_update=True)  # update stock_lock
            Lock.objects.update(name="")  # update stock_lock
    """,
        models=LOCKS,
    )
