"""Run by real Django in a process of its own: executes queries given as JSON on stdin.

Prints the models as `dump_models` describes them, and for each query the tables in its SQL, or what Django has against it.
"""

import json
import re
import sys
from importlib import import_module
from pathlib import Path

import django
from django.conf import settings

HERE = Path(__file__).parent
TABLE = re.compile(r'(?:FROM|JOIN|INTO|UPDATE) "([^"]+)"')


def set_up() -> None:
    """An empty database with a row in every table."""
    sys.path[:0] = [str(HERE / "snippets"), str(HERE.parents[2])]
    settings.configure(
        INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "shop"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
    )
    django.setup()
    from django.core.management import call_command

    call_command("migrate", run_syncdb=True, verbosity=0)
    make_rows()


def make_rows() -> None:
    """One of each, all related."""
    from django.contrib.auth.models import Group, User

    shop = import_module("shop.models")
    user = User.objects.create(username="ann")
    user.groups.add(Group.objects.create(name="staff"))
    category = shop.Category.objects.create(name="books", parent=shop.Category.objects.create(name="all"))
    category.similar.add(category.parent)
    product = shop.Product.objects.create(name="novel", category=category, maker=user)
    courier = shop.Courier.objects.create(name="bob", boss=shop.Courier.objects.create(name="eve"))
    order = shop.UrgentOrder.objects.create(user=user, courier=courier, reason="late")
    order.products.add(product)
    for thing in (order, order.rushorder_ptr.order_ptr, product):
        shop.Tag.objects.create(name="hot", content_object=thing)
    invoice = shop.Invoice.objects.create(order_id=order.pk, reviewed_id=order.pk)
    receipt = shop.Receipt.objects.create(payment=shop.Payment.objects.create(invoice=invoice))
    refund = shop.Refund.objects.create(rush_id=order.pk, cause="rain")
    basket = shop.Basket.objects.create(owner=user)
    basket.helpers.add(user)
    shop.Line.objects.create(basket=basket, product=product)
    detour = shop.Detour.objects.create(order_id=order.pk, miles=2)
    detour.visitors.add(user)
    coupon = shop.Coupon.objects.create(code="half", product=product)
    shop.Discount.objects.create(coupon=coupon)
    shop.Step.objects.create(one=receipt, other=refund)


def tables_of(text: str, names: dict) -> list[str]:
    """The tables in the SQL that the query *text* runs."""
    from django.contrib.contenttypes.models import ContentType
    from django.core.exceptions import ObjectDoesNotExist
    from django.db import connection, transaction
    from django.db.models import QuerySet
    from django.test.utils import CaptureQueriesContext

    ContentType.objects.clear_cache()
    with transaction.atomic():
        mark = transaction.savepoint()
        with CaptureQueriesContext(connection) as captured:
            try:
                result = eval(text, names)
                if isinstance(result, QuerySet):
                    list(result)
            except ObjectDoesNotExist:
                pass
        transaction.savepoint_rollback(mark)
    return sorted({table for query in captured for table in TABLE.findall(query["sql"])})


def main() -> None:
    """Read texts, print models and tables."""
    set_up()
    from django.contrib.auth import models as auth
    from django.db import models
    from django.db.models import functions

    from tests.conformance.dump_models import all_models, described

    names = {**vars(functions), **vars(models), **vars(auth), **vars(import_module("shop.models"))}
    if django.VERSION >= (5, 0):
        from django.contrib.contenttypes.prefetch import GenericPrefetch

        names["GenericPrefetch"] = GenericPrefetch
    found: dict[str, list[str] | str] = {}
    for text in json.load(sys.stdin):
        try:
            found[text] = tables_of(text, names)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told
            found[text] = f"{type(error).__name__}: {error}"
    json.dump({"models": [described(model) for model in all_models()], "tables": found}, sys.stdout)


if __name__ == "__main__":
    main()
