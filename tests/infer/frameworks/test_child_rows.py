"""django-model-utils: an inheritance manager gives rows of children, and reads their tables."""

from tests.support.query_snippets import check

MODELS = """
    from django.db import models
    from model_utils.managers import InheritanceManager

    class Vehicle(models.Model):
        name = models.CharField(max_length=20)
        objects = InheritanceManager()

    class Car(Vehicle):
        doors = models.IntegerField()

    class Van(Car):
        load = models.IntegerField()

    class Bike(Vehicle):
        gears = models.IntegerField()
"""


def test_all_children_and_some():
    check(
        """
        from stock.models import Vehicle

        def shown():
            list(Vehicle.objects.all())  # read stock_vehicle
            list(Vehicle.objects.select_subclasses())  # read stock_vehicle, stock_bike, stock_car, stock_van
            list(Vehicle.objects.filter(name="a").select_subclasses("bike"))  # read stock_vehicle, stock_bike
            Vehicle.objects.get_subclass(pk=1)  # read stock_vehicle, stock_bike, stock_car, stock_van
    """,
        models=MODELS,
    )


def test_a_manager_of_the_project_with_methods_of_these_names():
    check(
        """
        from stock.models import Shelf

        def shown():
            list(Shelf.objects.select_subclasses())  # read stock_shelf
    """,
        models="""
        from django.db import models

        class ShelfManager(models.Manager):
            def select_subclasses(self):
                return self.all()  # read stock_shelf

        class Shelf(models.Model):
            objects = ShelfManager()
    """,
    )
