"""Celery: what is sent is done by the task, here and at once."""

from celery import chain, group, shared_task

from shop.models import Item, Sale


@shared_task
def _sell(pk):
    Sale.objects.create(item_id=pk)


@shared_task(bind=True)
def _price(self, pk):
    Item.objects.filter(pk=pk).update(price=1)
    return pk


def called():
    _sell(1)  # insert shop_sale


def sent():
    _sell.delay(1)  # insert shop_sale


def sent_with_options():
    _price.apply_async(args=[1], countdown=5)  # update shop_item


def chained():
    chain(_price.s(1), _sell.s())()  # insert shop_sale; update shop_item


def grouped():
    group(_sell.s(1), _price.si(1)).apply_async()  # insert shop_sale; update shop_item
