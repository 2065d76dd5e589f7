import pytest

from cutpoint.domain.finding import Severity
from tests.support.judging import judged_of, said
from tests.support.monolith import one

HEAD = "from orders.models import Order\nfrom billing.models import Invoice\n\ndef pay(order: Order, other: Order):\n"


ONLY_WRITES = (said("cross-read", "off"), said("shared-table", "off"))


def heard(body, path="billing/tasks.py", rules=ONLY_WRITES):
    """(rule, line, evidence) of what is left in the file, and (line, reason) of what a comment accepts."""
    code = HEAD + "".join(f"    {line}\n" for line in body)
    judged = judged_of({path: code}, rules=rules)
    left = [(f.key.rule, f.place.line, f.evidence) for f in judged.findings if f.place.path == path]
    return left, [(s.finding.place.line, s.reason) for s in judged.suppressed]


def test_behind_the_statement():
    assert heard(["order.delete()  # cutpoint: ignore[cross-write] -- until July"]) == ([], [(5, "until July")])


def test_alone_above_the_statement():
    body = ["# cutpoint: ignore[cross-write] -- until July", "# another comment", "", "order.delete()"]
    assert heard(body) == ([], [(8, "until July")])


@pytest.mark.parametrize("at", range(5))
def test_anywhere_in_or_above_a_statement_of_several_lines(at):
    body = ["value = (", "    Order.objects", "    .filter(pk=1)", "    .delete()", ")"]
    body[at] += "  # cutpoint: ignore[cross-write] -- until July"
    assert heard(body) == ([], [(6, "until July")])
    body = ["value = (", "    Order.objects", "    .filter(pk=1)", "    .delete()", ")"]
    body.insert(at, "# cutpoint: ignore[cross-write] -- until July")
    assert heard(body)[0] == []


def test_only_the_head_of_a_block():
    body = ["# cutpoint: ignore[cross-write] -- until July", "with order:", "    order.delete()"]
    left, suppressed = heard(body)
    assert [rule for rule, _, _ in left] == ["cross-write", "unused-ignore"]
    assert suppressed == []


def test_speaks_of_no_other_statement():
    left, suppressed = heard(["order.delete()  # cutpoint: ignore[cross-write] -- x", "other.delete()"])
    assert [(rule, line) for rule, line, _ in left] == [("cross-write", 6)]
    assert suppressed == [(5, "x")]


def test_several_rules():
    body = ["Order.objects.get(pk=1).delete()  # cutpoint: ignore[cross-write, cross-read] -- x"]
    left, suppressed = heard(body, rules=(said("shared-table", "off"),))
    assert left == []
    assert suppressed == [(5, "x"), (5, "x")]


def test_each_of_several_rules_must_be_broken():
    left, _ = heard(["order.delete()  # cutpoint: ignore[cross-write, cross-join] -- x"])
    assert left == [("unused-ignore", 5, "the comment ignores cross-join, which is not broken here")]


def test_a_rule_that_is_off_waits():
    assert heard(["order.refresh_from_db()  # cutpoint: ignore[cross-read] -- x"])[0] == []


def test_an_unused_one_is_a_finding():
    left, _ = heard(["print(order)  # cutpoint: ignore[cross-write] -- x"])
    assert left == [("unused-ignore", 5, "the comment ignores cross-write, which is not broken here")]


def test_at_the_end_of_the_file_it_speaks_of_nothing():
    left, _ = heard(["order.delete()", "# cutpoint: ignore[cross-write] -- x"])
    assert [rule for rule, _, _ in left] == ["cross-write", "unused-ignore"]


@pytest.mark.parametrize(
    ("comment", "wrong"),
    [
        ("ignore[cross-write]", "gives no reason: write ` -- ` and why after the bracket"),
        ("ignore[cross-write] --  ", "gives no reason: write ` -- ` and why after the bracket"),
        ("ignore[cross-write] because", "gives no reason: write ` -- ` and why after the bracket"),
        ("ignore", "names no rule: write `# cutpoint: ignore[cross-write] -- why`"),
        ("ignore[] -- x", "names no rule: write `# cutpoint: ignore[cross-write] -- why`"),
        ("ignore -- x", "names no rule: write `# cutpoint: ignore[cross-write] -- why`"),
        ("ignore[cross-wirte] -- x", "names cross-wirte, which is no rule: did you mean cross-write?"),
        ("ignore[CROSS-WRITE] -- x", "names CROSS-WRITE, which is no rule: did you mean cross-write?"),
        ("ignore[cross-write, everything] -- x", "names everything, which is no rule: there are cross-import"),
    ],
)
def test_a_comment_with_a_mistake_accepts_nothing(comment, wrong):
    left, suppressed = heard([f"order.delete()  # cutpoint: {comment}"])
    assert [rule for rule, _, _ in left] == ["cross-write", "invalid-ignore"]
    assert left[1][2].startswith(f"the comment {wrong}")
    assert suppressed == []


@pytest.mark.parametrize(
    "line",
    [
        'print("# cutpoint: ignore[cross-write] -- x")',
        '"""A text that shows\n    # cutpoint: ignore[cross-write] -- x\n    """',
        'print(f"{order} # cutpoint: ignore")',
        "print(order)  # see cutpoint: ignoring",
        "print(order)  # cutpoint: ignored[cross-write]",
        "print(order)  # noqa: E501",
    ],
)
def test_what_is_no_such_comment(line):
    assert heard([line]) == ([], [])


def test_spelling_leaves_some_room():
    assert heard(["order.delete()  #cutpoint:ignore[ cross-write ,]--x"]) == ([], [(5, "x")])
    assert heard(["order.delete()  # type: ignore # cutpoint: ignore[cross-write] -- x"]) == ([], [(5, "x")])


def test_of_two_comments_for_one_finding_neither_is_unused():
    body = ["# cutpoint: ignore[cross-write] -- a", "order.delete()  # cutpoint: ignore[cross-write] -- b"]
    assert heard(body) == ([], [(6, "a")])


@pytest.mark.parametrize("path", ["billing/tests/test_tasks.py", "billing/migrations/0001_first.py"])
def test_in_code_that_is_not_judged_it_waits(path):
    assert heard(["order.delete()  # cutpoint: ignore[cross-write] -- x"], path=path) == ([], [])


def test_a_decorated_class_is_one_with_its_head():
    judged = judged_of(
        {
            "billing/models.py": """
                from django.db import models

                class Invoice(models.Model):
                    # cutpoint: ignore[cross-relation] -- goes with the next release
                    order = models.ForeignKey(
                        "orders.Order", models.CASCADE
                    )
            """
        }
    )
    assert judged.findings == ()
    assert one(judged.suppressed).finding.key.expression == "order"


def test_its_severity_is_configured_like_any_other():
    body = ["print(order)  # cutpoint: ignore[cross-write] -- x"]
    assert heard(body, rules=(said("unused-ignore", "off"),)) == ([], [])
    judged = judged_of({"billing/tasks.py": f"{HEAD}    {body[0]}\n"}, rules=(said("unused-ignore", "note"),))
    assert {f.severity for f in judged.findings if f.key.rule == "unused-ignore"} == {Severity.NOTE}


def test_a_comment_may_accept_what_general_code_does():
    judged = judged_of(
        {
            "reports/tools.py": "def archive(thing):\n    thing.delete()\n",
            "billing/tasks.py": """
                from orders.models import Order
                from reports.tools import archive
                def tidy(order: Order):
                    archive(order)  # cutpoint: ignore[cross-write] -- it is ours to tidy
            """,
        },
        rules=(said("shared-table", "off"),),
    )
    assert [f for f in judged.findings if f.key.rule in {"cross-write", "unused-ignore"}] == []
    assert one(judged.suppressed).reason == "it is ours to tidy"
