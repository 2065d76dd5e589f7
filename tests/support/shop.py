"""A shop of two apps on disk, where billing writes a table of orders: what the tests of the gate start from."""

from pathlib import Path

from tests.support.monolith import MANAGE, write_files

VIEWS = """
from orders.models import Order


def settle(pk):
    order = Order.objects.get(pk=pk)
    order.paid = True
    order.save()
"""
FILES = {
    "manage.py": MANAGE,
    "config/__init__.py": "",
    "config/settings.py": 'INSTALLED_APPS = ["orders", "billing"]\n',
    "orders/__init__.py": "",
    "orders/models.py": """
    from django.db import models


    class Order(models.Model):
        paid = models.BooleanField(default=False)


    class Refund(models.Model):
        order = models.ForeignKey(Order, on_delete=models.CASCADE)
    """,
    "billing/__init__.py": "",
    "billing/models.py": """
    from django.db import models


    class Invoice(models.Model):
        number = models.IntegerField()
    """,
    "billing/views.py": VIEWS,
}
ANOTHER_WRITE = """

def forget(pk):
    Order.objects.filter(pk=pk).delete()
"""


def a_shop(root: Path, **files: str) -> Path:
    """The shop below *root*; *files* are more of them, or others in their stead."""
    return write_files(root, {**FILES, **files})


def add(root: Path, path: str, text: str) -> None:
    """Write *text* to the end of a file of the shop."""
    file = root / path
    file.write_text(file.read_text() + text)
