"""django-money: an amount and, in a column beside it, its currency."""

from django.db import models


class CurrencyField(models.CharField):
    pass


class MoneyField(models.DecimalField):
    def __init__(
        self,
        verbose_name=None,
        name=None,
        max_digits=None,
        decimal_places=2,
        default=None,
        default_currency=None,
        currency_choices=None,
        currency_max_length=3,
        currency_field_name=None,
        **kwargs,
    ):
        self.currency_field_name = currency_field_name
        self.currency_null = kwargs.get("null", False)
        super().__init__(verbose_name, name, **kwargs)

    def contribute_to_class(self, cls, name):
        currency = CurrencyField(max_length=3, editable=False, null=self.currency_null)
        cls.add_to_class(self.currency_field_name or f"{name}_currency", currency)
        super().contribute_to_class(cls, name)
