from tests.support.query_snippets import accesses_of, check

LOANS = """
    from django.db import models
    from people.models import Customer

    def nobody():
        return None

    class Room(models.Model):
        name = models.CharField(max_length=20)

    class House(models.Model):
        name = models.CharField(max_length=20)

    class Street(models.Model):
        name = models.CharField(max_length=20)

    class Loan(models.Model):
        room = models.ForeignKey(Room, models.SET_NULL, null=True)
        house = models.ForeignKey(House, models.SET_DEFAULT, null=True, default=None)
        street = models.ForeignKey(Street, models.SET(nobody), null=True)
"""
SNIPPET = """
    from stock.models import House, Room, Street
    def forget(room: Room, house: House, street: Street):
        room.delete()  # delete stock_room, update stock_loan via cascade
        house.delete()  # delete stock_house, read stock_loan, update stock_loan
        street.delete()  # delete stock_street, read stock_loan, update stock_loan
        Room.objects.all().delete()  # read stock_room, delete stock_room, update stock_loan
"""


def test_what_is_pointed_elsewhere():
    check(SNIPPET, models=LOANS, certainty="proved")


def test_the_column_is_known():
    found = accesses_of(SNIPPET, models=LOANS)
    columns = [access.columns for access in found if access.action == "update"]
    assert columns == [("room_id",), ("house_id",), ("street_id",), ("room_id",)]


def test_what_only_looks_like_it():
    check("""
        def forget(wishes: list, wish: Wish):
            wishes.remove(wish)
            del wishes[0]
            wish.delete()  # delete shop_wish
    """)
