"""Queues beside Celery: what is put into one is done by a worker, here and at once."""

import dramatiq
from django_tasks import task
from dramatiq.brokers.stub import StubBroker
from huey import MemoryHuey
from shop.models import Item, Sale
from states.models import Log

dramatiq.set_broker(StubBroker())
huey = MemoryHuey(immediate=True)


@huey.task()
def _note(text):
    Log.objects.create(text=text)


@dramatiq.actor
def _sell(pk):
    Sale.objects.create(item_id=pk)


@task()
def _reprice(pk):
    Item.objects.filter(pk=pk).update(price=2)


def sent_by_huey():
    _note("sold")  # insert states_log


def run_here():
    _note.call_local("sold")  # insert states_log


def scheduled():
    _note.schedule(("sold",), delay=0)  # insert states_log


def run_by_dramatiq():
    _sell(1)  # insert shop_sale


def behind_dramatiq():
    _sell.fn(1)  # insert shop_sale


def enqueued():
    _reprice.enqueue(1)  # update shop_item


def called():
    _reprice.call(1)  # update shop_item
