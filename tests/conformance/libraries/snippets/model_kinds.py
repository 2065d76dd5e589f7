"""django-model-utils: an inheritance manager brings rows as what they are."""

from kinds.models import Vehicle


def plain():
    return list(Vehicle.objects.all())  # read kinds_vehicle


def all_kinds():
    return list(Vehicle.objects.select_subclasses())  # read kinds_bike, kinds_car, kinds_vehicle


def some_kinds():
    return list(Vehicle.objects.select_subclasses("car"))  # read kinds_car, kinds_vehicle


def one():
    return Vehicle.objects.get_subclass(pk=1)  # read kinds_bike, kinds_car, kinds_vehicle


def filtered():
    return list(Vehicle.objects.filter(name="Mini").select_subclasses())  # read kinds_bike, kinds_car, kinds_vehicle
