"""Channels: consumers do what their methods do; functions for another thread do it there."""

from asgiref.sync import async_to_sync
from channels.consumer import AsyncConsumer, SyncConsumer
from channels.db import database_sync_to_async

from billing.models import Invoice
from orders.models import Line, Order


@database_sync_to_async
def _counted(order):
    return order.lines.count()


class _Shop(AsyncConsumer):
    async def order_paid(self, event):
        order = await Order.objects.aget(pk=event["pk"])
        await self.settled(order)
        return await _counted(order)

    @database_sync_to_async
    def settled(self, order):
        Invoice.objects.filter(order=order).update(amount=1)


class _Till(SyncConsumer):
    def bill(self, event):
        Invoice.objects.create(order_id=event["pk"])
        self.tell(Line.objects.filter(order_id=event["pk"]).first())

    def tell(self, line):
        line.delete()


def paid():
    # read orders_line, orders_order; update billing_invoice
    async_to_sync(_Shop().order_paid)({"type": "order.paid", "pk": 1})


def billed():
    _Till().bill({"type": "bill", "pk": 3})  # read orders_line; insert billing_invoice; delete orders_line


def in_thread(order: Order):
    async_to_sync(database_sync_to_async(order.save))()  # update orders_order; may: insert orders_order
