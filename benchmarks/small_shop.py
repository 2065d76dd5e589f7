"""A small monolith that has something of everything a cache keeps: it is written wherever it is wanted.

Three apps with models, services, views, templates, a migration and tests, and an installed package whose code counts.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LONG_AGO = 1_600_000_000
_FILES = {
    "manage.py": """
import os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_settings")
""",
    "site_settings.py": """
SECRET_KEY = "x"
INSTALLED_APPS = ["django.contrib.contenttypes", "dated", "catalog", "orders", "shipping"]
ROOT_URLCONF = "site_urls"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": ["templates"], "APP_DIRS": True}]
""",
    "site_urls.py": """
from django.urls import path
from orders import views
urlpatterns = [path("", views.home, name="home"), path("pay/<int:pk>/", views.pay_order, name="pay")]
""",
    "catalog/models.py": """
from dated.models import Dated
from django.db import models
class Book(Dated):
    title = models.CharField(max_length=80)
    stock = models.IntegerField(default=0)
    def reserve(self):
        self.stock -= 1
        self.save()
""",
    "orders/models.py": """
from catalog.models import Book
from django.db import models
class Order(models.Model):
    is_paid = models.BooleanField(default=False)
class Item(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="items")
    book = models.ForeignKey(Book, on_delete=models.CASCADE)
""",
    "orders/services.py": """
from django.db import connection, transaction
from shipping.models import Parcel
from .models import Order
@transaction.atomic
def pay(order: Order):
    order.is_paid = True
    order.save()
    for item in order.items.all():
        item.book.reserve()
    Parcel.objects.create(order=order)
def forget_old():
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM shipping_parcel WHERE order_id IN (SELECT id FROM orders_order WHERE is_paid)")
""",
    "orders/views.py": """
from django.shortcuts import get_object_or_404, redirect, render
from .models import Order
from .services import pay
def home(request):
    return render(request, "home.html", {"orders": Order.objects.all()})
def pay_order(request, pk):
    pay(get_object_or_404(Order, pk=pk))
    return redirect("home")
""",
    "orders/migrations/0001_initial.py": """
from django.db import migrations
def fill(apps, schema_editor):
    apps.get_model("orders", "Order").objects.create()
class Migration(migrations.Migration):
    operations = [migrations.RunPython(fill)]
""",
    "orders/tests.py": """
from django.test import TestCase
from .models import Order
class OrderTest(TestCase):
    def test_paying(self):
        Order.objects.create()
""",
    "shipping/models.py": """
from django.db import models
from django.db.models.signals import post_save
from django.dispatch import receiver
class Parcel(models.Model):
    order = models.ForeignKey("orders.Order", on_delete=models.CASCADE)
class Ride(models.Model):
    parcels = models.ManyToManyField(Parcel)
@receiver(post_save, sender=Parcel)
def load(sender, instance, created, **kwargs):
    Ride.objects.first().parcels.add(instance)
""",
    "templates/home.html": (
        "{% for order in orders %}{{ order.items.count }}{% for item in order.items.all %}{{ item.book.title }}"
        "{% endfor %}{% endfor %}"
    ),
}
_PACKAGES = {
    "dated/__init__.py": "",
    "dated/models.py": """
from django.db import models
class Change(models.Model):
    table = models.CharField(max_length=80)
class Dated(models.Model):
    changed = models.DateTimeField(auto_now=True)
    class Meta:
        abstract = True
    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        Change.objects.create(table=self._meta.db_table)
""",
    "dated-1.0.dist-info/METADATA": "Name: dated\nVersion: 1.0\n",
}


def write_shop(folder: Path) -> list[str]:
    """Write it below *folder*, and return the words of a command line that name it."""
    files = {f"tree/{path}": text for path, text in _FILES.items()}
    files |= {f"tree/{app}/__init__.py": "" for app in ("catalog", "orders", "orders/migrations", "shipping")}
    files |= {f"packages/{path}": text for path, text in _PACKAGES.items()}
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.lstrip())
    for name in ("tree", "packages"):
        let_be_old(folder / name)
    return [str(folder / "tree"), "--packages", str(folder / "packages")]


def let_be_old(tree: Path) -> None:
    """Let everything in *tree* have been written long ago: what changed a moment ago isn't known by its time yet."""
    for path in (tree, *tree.rglob("*")):
        os.utime(path, (_LONG_AGO, _LONG_AGO))


@contextmanager
def earlier_state(tree: Path) -> Iterator[None]:
    """Let *tree* be in an earlier state, when the largest of its files had nothing in it."""
    file = max(sorted(tree.rglob("*.py")), key=lambda path: path.stat().st_size)
    text = file.read_bytes()
    file.write_bytes(b"")
    let_be_old(tree)
    yield
    file.write_bytes(text)
    let_be_old(tree)
