"""A primary key of two columns."""

from people.models import User
from shop.models import Seat


def get():
    return Seat.objects.get(pk=(1, 1)).holder.username  # read people_user, shop_seat


def filtered_by_keys():
    return list(Seat.objects.filter(pk__in=[(1, 1), (1, 2)]))  # read shop_seat


def filtered_by_path():
    return Seat.objects.filter(holder__username="user1").count()  # read people_user, shop_seat


def created():
    Seat.objects.create(hall=1, number=9)  # insert shop_seat


def constructed():
    # With a key of its own, Django tries to update first.
    Seat(hall=1, number=9).save()  # insert shop_seat; update shop_seat


def saved():
    seat = Seat.objects.get(hall=1, number=1)  # read shop_seat
    seat.holder = None
    seat.save()  # update shop_seat


def updated():
    Seat.objects.filter(pk=(1, 2)).update(holder=None)  # update shop_seat


def deleted():
    Seat.objects.filter(holder__username="user1").delete()  # read people_user; delete shop_seat


def deleted_row():
    Seat.objects.get(pk=(1, 1)).delete()  # read shop_seat; delete shop_seat


def get_or_create():
    Seat.objects.get_or_create(hall=1, number=1)  # read shop_seat; may: insert shop_seat


def update_or_create():
    # read shop_seat; update shop_seat; may: insert shop_seat
    Seat.objects.update_or_create(hall=1, number=1, defaults={"holder": None})


def of_related(user: User):
    return list(user.seats.values_list("pk", "holder"))  # read shop_seat


def ordered_by_key():
    return Seat.objects.order_by("pk").first()  # read shop_seat


def bulk_created():
    Seat.objects.bulk_create([Seat(hall=2, number=number) for number in (1, 2)])  # insert shop_seat


def in_bulk():
    return Seat.objects.in_bulk([(1, 1)])  # read shop_seat
