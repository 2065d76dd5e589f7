"""Functions that put models into globals, closures that remember them, and classes whose methods make them."""

from django.db import models


def install(name, **fields):
    globals()[name] = type(name, (models.Model,), {"__module__": __name__, **fields})


class Factory:
    made = []

    def __init__(self, prefix):
        self.prefix = prefix

    def make(self, name, base=models.Model):
        attributes = {"__module__": __name__, f"{name.lower()}_size": models.IntegerField()}
        model = type(self.prefix + name, (base,), attributes)
        self.made.append(model)
        return model

    @classmethod
    def build(cls):
        return cls("Built").make("One")

    @staticmethod
    def nothing():
        return None


def only_once():
    cache = {}

    def get(name):
        if name not in cache:
            cache[name] = Factory("Cached").make(name)
        return cache[name]

    return get


install("Installed", title=models.TextField())
install("Linked", to=models.ForeignKey("Installed", models.CASCADE))
Plain = Factory("My").make("Plain")
Below = Factory("My").make("Below", base=Plain)
Factory.build()
get = only_once()
Same = get("Thing")
assert get("Thing") is Same


class Uses(models.Model):
    plain = models.ForeignKey(Plain, models.CASCADE)
    cached = models.ForeignKey(Same, models.CASCADE)
    last = models.ForeignKey(Factory.made[-1], models.CASCADE, related_name="+")
