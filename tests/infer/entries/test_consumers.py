"""Consumers of Channels."""

from tests.support.entries import check_entries


def test_a_consumer():
    check_entries(
        "consumer",
        """
        from channels.db import database_sync_to_async
        from channels.generic.websocket import AsyncJsonWebsocketConsumer

        class Base(AsyncJsonWebsocketConsumer):
            async def receive_json(self, content):
                await self.store(content)

        class Desk(Base):
            @database_sync_to_async
            def store(self, content):
                Wish.objects.create()
        """,
        "desk.views.Desk desk.views.Desk: writes shop_wish",
    )


def test_a_class_of_that_name_of_another_library_is_none():
    check_entries(
        "consumer",
        """
        from kafka import WebsocketConsumer

        class Desk(WebsocketConsumer):
            def receive(self, content):
                Wish.objects.create()
        """,
        "",
    )
