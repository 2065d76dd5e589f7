"""Models made by functions that hold a class statement."""

from django.db import models


def log_of(model, table=None):
    class Log(models.Model):
        about = models.ForeignKey(model, models.CASCADE, related_name="log")
        text = models.TextField()

        class Meta:
            abstract = True

    return Log


def make_history(of, columns=("a", "b")):
    class Meta:
        app_label = "class_factory"
        db_table = f"{of.__name__.lower()}_history"

    attributes = {"__module__": __name__, "Meta": Meta, "of": models.ForeignKey(of, models.DO_NOTHING)}
    for column in columns:
        attributes[column] = models.IntegerField(null=True)
    return type(of.__name__ + "History", (models.Model,), attributes)


class Order(models.Model):
    number = models.IntegerField()


class OrderLog(log_of(Order)):
    level = models.IntegerField()


class Basket(models.Model):
    pass


class BasketLog(log_of("Basket")):
    pass


OrderHistory = make_history(Order)
BasketHistory = make_history(Basket, columns=["size"])
