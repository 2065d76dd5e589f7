"""django.shortcuts, and what a request carries."""

from django.contrib.auth import get_user_model
from django.http import Http404, HttpRequest
from django.shortcuts import get_list_or_404, get_object_or_404

from billing.models import Invoice
from people.models import User
from shop.models import Order


def of_model():
    return get_object_or_404(Order, pk=1).customer.username  # read people_user, shop_order


def of_manager():
    return get_object_or_404(Order.objects, customer__username="user1")  # read people_user, shop_order


def of_filtering_manager():
    return get_object_or_404(Order.open, pk=1).coupon.percent  # read shop_coupon, shop_order


def of_queryset():
    # read people_user, shop_coupon, shop_order
    return get_object_or_404(Order.objects.select_related("customer"), coupon__percent=10)


def of_custom_queryset():
    return get_object_or_404(Order.objects.paid(), pk=1).status  # read shop_order


def of_related_manager(user: User):
    return get_object_or_404(user.orders, pk=1).status  # read shop_order


def of_user_model():
    return get_object_or_404(get_user_model(), username="user1").email  # read people_user


def that_finds_nothing():
    try:
        return get_object_or_404(Order, pk=99)  # read shop_order
    except Http404:
        return None


def and_save():
    order = get_object_or_404(Order, pk=1)  # read shop_order
    order.status = "paid"
    order.save()  # update shop_order


def list_of_model():
    return [order.customer.username for order in get_list_or_404(Order, status="paid")]  # read people_user, shop_order


def list_of_queryset():
    # read people_user, shop_order
    return get_list_or_404(Order.objects.filter(status="paid"), customer__username="user1")


def list_of_related(user: User):
    return get_list_or_404(user.orders)  # read shop_order


def user_of_request(request: HttpRequest):
    # read shop_order; open: read people_user, django_session (the middleware loads the user when it is first asked for)
    return list(request.user.orders.all())


def user_of_request_saved(request: HttpRequest):
    request.user.nickname = "!"  # open: read people_user, django_session (loaded when first asked for)
    request.user.save()  # update people_user; open: insert people_user (it is stored for certain)


def user_of_request_in_lookup(request: HttpRequest):
    # read shop_order; open: read people_user, django_session (loaded when first asked for)
    return Order.objects.filter(customer=request.user, status=request.GET.get("status", "paid")).count()


def user_of_request_without_annotation():
    from django.test import RequestFactory

    def view(request):
        # read billing_invoice, shop_order; open: read django_session (loaded when first asked for)
        return get_object_or_404(Invoice, order__customer=request.user).number

    request = RequestFactory().get("/")
    request.user = User.objects.get(pk=1)  # read people_user
    return view(request)
