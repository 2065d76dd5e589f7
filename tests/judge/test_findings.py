from cutpoint.domain.finding import Severity
from cutpoint.domain.gate import Gate
from cutpoint.domain.service import Service
from cutpoint.judge.findings import all_rules
from cutpoint.judging import judge
from tests.support.judging import all_at, analysis_of, judged_of, places, said
from tests.support.monolith import one

WRITE = """
    from orders.models import Order
    def pay(order: Order):
        order.save()
"""


def severities(judged, rule):
    return {(f.key.source, f.key.target): f.severity for f in judged.findings if f.key.rule == rule}


def test_by_default_only_writes_are_errors():
    judged = judged_of({"billing/tasks.py": WRITE})
    assert {finding.key.rule for finding in judged.findings if finding.severity is Severity.ERROR} == {"cross-write"}
    assert {rule.name for rule in judged.rules if rule.severity is Severity.ERROR} == {
        "cross-write",
        "decided-cut",
        "invalid-ignore",
        "unused-ignore",
    }


def test_what_is_said_of_two_services_wins_over_what_is_said_of_one():
    rules = (
        said("cross-write", "warning"),
        said("cross-write", "note", "billing -> *"),
        said("cross-write", "error", "billing -> orders"),
        said("cross-write", "off", "* -> orders"),
    )
    judged = judged_of({"billing/tasks.py": WRITE, "reports/tasks.py": WRITE}, rules=rules)
    assert severities(judged, "cross-write") == {("billing", "orders"): Severity.ERROR}


def test_the_source_counts_for_more_than_the_target():
    rules = (said("cross-write", "note", "billing -> *"), said("cross-write", "error", "* -> orders"))
    judged = judged_of({"billing/tasks.py": WRITE}, rules=rules)
    assert severities(judged, "cross-write") == {("billing", "orders"): Severity.NOTE}


def test_a_rule_that_is_off_finds_nothing():
    assert judged_of({"billing/tasks.py": WRITE}, rules=all_at("off")).findings == ()


def test_the_rules_tell_how_severe_they_are_in_this_run():
    rules = {rule.name: rule.severity for rule in judged_of({}, rules=(said("cross-read", "error"),)).rules}
    assert rules["cross-read"] is Severity.ERROR
    assert {rule.name for rule in all_rules()} < set(rules)


def test_bookkeeping_of_libraries_is_a_note():
    judged = judged_of(
        {
            "billing/tasks.py": """
                from django.contrib.contenttypes.models import ContentType
                def forget():
                    ContentType.objects.update(model="x")
            """
        },
        rules=(said("cross-write", "error"),),
    )
    finding = one(f for f in judged.findings if f.key.rule == "cross-write")
    assert (finding.key.subject, finding.severity) == ("django_content_type", Severity.NOTE)


def test_unless_a_service_claims_it():
    judged = judged_of(
        {
            "billing/tasks.py": """
                from django.contrib.contenttypes.models import ContentType
                def forget():
                    ContentType.objects.update(model="x")
            """
        },
        Service("kinds", apps=("contenttypes",)),
    )
    assert one(f for f in judged.findings if f.key.rule == "cross-write").severity is Severity.ERROR


def test_and_unless_it_holds_the_users():
    judged = judged_of(
        {
            "billing/tasks.py": """
                from django.contrib.auth.models import User
                def forget(user: User):
                    user.delete()
            """
        }
    )
    users = one(f for f in judged.findings if f.key.rule == "cross-write" and f.key.subject == "auth_user")
    assert users.severity is Severity.ERROR


def test_two_places_on_one_line_are_two():
    files = {
        "billing/tasks.py": """
            from orders.models import Order
            def pay(order: Order, other: Order):
                order.delete(); other.delete()
        """
    }
    assert one(f for f in judged_of(files).findings if f.key.rule == "cross-write").times == 2


def test_a_chain_is_one_place():
    files = {
        "billing/tasks.py": """
            from orders.models import Order
            def pay():
                return Order.objects.filter(pk=1).exclude(pk=2).order_by("pk").first()
        """
    }
    assert len(places(judged_of(files), "cross-read")) == 1


def test_the_order_of_findings_does_not_depend_on_the_order_of_files():
    files = {"billing/tasks.py": WRITE, "billing/a.py": WRITE, "reports/tasks.py": WRITE}
    backwards = dict(reversed(files.items()))
    findings = judged_of(files).findings
    assert judged_of(backwards).findings == findings == tuple(sorted(findings))


def test_general_code_that_many_call_is_found_once_for_each_caller():
    judged = judged_of(
        {
            "reports/tools.py": """
                def archive(thing):
                    thing.delete()
            """,
            "billing/tasks.py": """
                from orders.models import Order
                from reports.tools import archive
                def one(order: Order):
                    archive(order)
                def two(order: Order):
                    archive(order)
                    archive(order)
            """,
        }
    )
    assert places(judged, "cross-write") == [
        "billing/tasks.py:5 billing -> orders orders_order delete",
        "billing/tasks.py:7 billing -> orders orders_order delete",
        "billing/tasks.py:8 billing -> orders orders_order delete",
    ]


def test_no_line_is_in_a_key():
    below = "\n\n\n# moved down\n" + "\n".join(line.removeprefix("    ") for line in WRITE.splitlines())
    keys = [{f.key for f in judged_of({"billing/tasks.py": text}).findings} for text in (WRITE, below)]
    assert keys[0] == keys[1]


def test_an_analysis_of_nothing_has_no_findings():
    files = {"billing/models.py": "", "orders/models.py": ""}
    assert judge(analysis_of(files), Gate()).findings == ()


def test_places_on_one_line_are_told_apart_by_what_they_do():
    apart = """
        from orders.models import Order
        from billing.models import Invoice
        def look(order: Order):
            order.save()
            Order.objects.filter(pk=1).update(state="x")
            print(Order.objects.count())
            print(Invoice.objects.filter(order__state="x").count())
    """
    together = apart.replace(")\n            Order.", "); Order.").replace("count())\n            print(", "count(), ")
    assert len(together.splitlines()) == len(apart.splitlines()) - 2
    keys = [sorted(f.key for f in judged_of({"billing/tasks.py": text}).findings) for text in (apart, together)]
    assert keys[0] == keys[1]
    assert {"cross-join", "cross-read", "cross-write"} <= {key.rule for key in keys[0]}
