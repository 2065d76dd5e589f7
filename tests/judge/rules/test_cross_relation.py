from cutpoint.domain.service import Service
from tests.support.judging import check, judged_of
from tests.support.monolith import one

RULE = "cross-relation"
MODELS = {
    "billing/models.py": """
        from django.conf import settings
        from django.db import models
        from orders.models import Order

        class Invoice(models.Model):
            order = models.ForeignKey("orders.Order", models.CASCADE)  # cross-relation fk orders_order
            loose = models.ForeignKey("orders.Order", models.CASCADE, db_constraint=False, related_name="+")  # cross-relation fk orders_order
            only = models.OneToOneField("orders.Customer", models.CASCADE)  # cross-relation o2o orders_customer
            lines = models.ManyToManyField("orders.Line")  # cross-relation m2m orders_line

        class Rush(Order):  # cross-relation parent orders_order
            pass
    """
}


def test_each_kind_of_relation():
    check(RULE, MODELS)


def test_what_stays_inside_or_has_no_rows():
    check(
        RULE,
        {
            "billing/models.py": """
                from django.db import models
                from orders.models import Order

                class Invoice(models.Model):
                    order_id = models.IntegerField()

                class Part(models.Model):
                    invoice = models.ForeignKey(Invoice, models.CASCADE)
                    parent = models.ForeignKey("self", models.CASCADE)

                class Pointing(models.Model):
                    order = models.ForeignKey(Order, models.CASCADE)
                    class Meta:
                        abstract = True
            """
        },
    )


def test_an_abstract_models_relation_is_found_where_it_is_inherited():
    check(
        RULE,
        {
            "billing/models.py": """
                from django.db import models
                from orders.models import Order

                class Pointing(models.Model):
                    order = models.ForeignKey(Order, models.CASCADE)  # cross-relation fk orders_order; fk orders_order
                    class Meta:
                        abstract = True

                class Invoice(Pointing): ...
                class Refund(Pointing): ...
            """
        },
    )


def test_models_of_one_service_may_point_at_each_other():
    assert not judged_of(MODELS, Service("shop", apps=("billing", "orders"))).findings


def test_words_of_a_finding():
    found = {finding.key.expression: finding for finding in judged_of(MODELS).findings if finding.key.rule == RULE}
    assert found["order"].evidence == "billing.Invoice.order, a foreign key, points at orders.Order"
    assert "constraint" in found["order"].meaning
    assert "constraint" not in found["loose"].meaning
    assert found["order"].related[0].path == "orders/models.py"
    assert found["order"].move == "Keep order_id as a plain value, and ask a function of orders for the rest."
    assert "many-to-many" in found["lines"].evidence and "lines_id" not in found["lines"].move
    parent = one(finding for finding in found.values() if finding.key.action == "parent")
    assert parent.evidence == "billing.Rush inherits from orders.Order, and shares its rows"
    assert "_id" not in parent.move
