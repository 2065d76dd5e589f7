"""Fields whose contribute_to_class adds more fields."""

from django.db import models


class MoneyField(models.DecimalField):
    def __init__(self, *args, currency=True, **kwargs):
        self.with_currency = currency
        kwargs.setdefault("max_digits", 8)
        kwargs.setdefault("decimal_places", 2)
        super().__init__(*args, **kwargs)

    def contribute_to_class(self, cls, name, **kwargs):
        if self.with_currency and not hasattr(self, "_added"):
            field = models.CharField(max_length=3, null=self.null)
            cls.add_to_class(f"{name}_currency", field)
        super().contribute_to_class(cls, name, **kwargs)

    def deconstruct(self):
        return super().deconstruct()


class Trace:
    """No field itself."""

    def contribute_to_class(self, cls, name):
        models.DateTimeField(auto_now=True).contribute_to_class(cls, f"{name}_changed")
        cls.add_to_class(f"{name}_by", models.ForeignKey("auth.Group", models.SET_NULL, null=True, related_name="+"))


class Product(models.Model):
    price = MoneyField()
    discount = MoneyField(null=True, currency=False)
    trace = Trace()


class Priced(models.Model):
    fee = MoneyField(null=True)

    class Meta:
        abstract = True


class Service(Priced):
    pass
