from ..bases import *  # noqa: F403


class Order(Named):  # noqa: F405
    by = models.ForeignKey("Person", models.CASCADE)  # noqa: F405


class Line(models.Model):  # noqa: F405
    order = models.ForeignKey(Order, models.CASCADE)  # noqa: F405
