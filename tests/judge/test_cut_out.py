"""Code that goes to a function of its own, to a mixin or into its caller: nothing is new, and nothing else passes for it."""

from textwrap import dedent

import pytest
from msgspec.structs import replace

from cutpoint.judge.bodies import SIZE
from tests.support.judging import baseline_of, held_against, since

PATH = "billing/tasks.py"
HEAD = "from orders.models import Line, Order\nfrom billing.models import Invoice\n\n"
PAY = """
    def pay(invoice: Invoice, how):
        if how == "card":
            raise ValueError(how)
        invoice.order.state = "paid"
        invoice.order.save()
        Line.objects.filter(order=invoice.order, amount=0).delete()
        print("paid", invoice.pk)
        for number in range(3):
            print(number, how)
        return how
"""
VIEW = """
    class Pay:
        def post(self, pk):
            print("post", pk)
            print("and", pk)
            order = Order.objects.get(pk=pk)
            order.state = "paid"
            order.save()
            return self.answer(pk)
"""
SAVED = "    invoice.order.save()\n"
DELETED = "    Line.objects.filter(order=invoice.order, amount=0).delete()\n"


def module(*parts):
    return HEAD + "\n\n".join(dedent(part).strip() + "\n" for part in parts)


def edited(code, *pairs):
    code = dedent(code)
    for old, new in pairs:
        assert old in code
        code = code.replace(old, new)
    return code


STORE = "def store(order):\n    order.state = 'paid'\n    order.save()\n"
PAID = '    invoice.order.state = "paid"\n    invoice.order.save()\n'
BEFORE = {PATH: module(PAY, VIEW)}
CUT = {
    "a block": {PATH: module(edited(PAY, (PAID, "    store(invoice)\n")), f"def store(invoice):\n{PAID}", VIEW)},
    "with another parameter": {PATH: module(edited(PAY, (PAID, "    store(invoice.order)\n")), STORE, VIEW)},
    "one statement": {
        PATH: module(
            edited(PAY, (DELETED, "    wipe(invoice)\n")),
            "def wipe(one):\n    return Line.objects.filter(order=one.order, amount=0).delete()",
            VIEW,
        )
    },
    "to another module": {
        PATH: "from billing.more import store\n" + module(edited(PAY, (PAID, "    store(invoice.order)\n")), VIEW),
        "billing/more.py": STORE,
    },
    "through one more helper": {
        PATH: module(
            edited(PAY, (PAID, "    settle(invoice)\n")), "def settle(it):\n    store(it.order)\n", STORE, VIEW
        )
    },
    "to a method": {
        PATH: module(
            PAY,
            edited(
                VIEW,
                (
                    '        order = Order.objects.get(pk=pk)\n        order.state = "paid"\n        order.save()\n',
                    "        self.settle(pk)\n",
                ),
            )
            + "\n    def settle(self, pk):\n        order = Order.objects.get(pk=pk)\n"
            '        order.state = "paid"\n        order.save()\n',
        )
    },
    "a method to a mixin": {
        PATH: "from billing.mixins import PostMixin\n" + module(PAY, "class Pay(PostMixin):\n    pass\n"),
        "billing/mixins.py": module(VIEW.replace("Pay", "PostMixin")),
    },
    "a block to a mixin": {
        PATH: "from billing.mixins import SettleMixin\n"
        + module(
            PAY,
            edited(
                VIEW,
                ('        order.state = "paid"\n        order.save()\n', "        self.settle(order)\n"),
                ("class Pay:", "class Pay(SettleMixin):"),
            ),
        ),
        "billing/mixins.py": "class SettleMixin:\n    def settle(self, order):\n"
        '        order.state = "paid"\n        order.save()\n',
    },
    "to an inner function": {
        PATH: module(
            edited(
                PAY,
                (DELETED, f"\n    def wipe():\n    {DELETED}\n    wipe()\n"),
            ),
            VIEW,
        )
    },
    "most of it, which nobody names": {
        PATH: module(
            edited(PAY, (PAID, ""), (DELETED, "")),
            f'def job(invoice):\n{PAID}{DELETED}    invoice.order.log("done")\n',
            VIEW,
        )
    },
}
PLANTED = {
    "elsewhere": {
        PATH: module(edited(PAY, (SAVED, "")), VIEW, "def other(order: Order):\n    order.save()\n"),
    },
    "in a function that was called before": {
        PATH: module(edited(PAY, (SAVED, "")), VIEW, "def answer(order: Order):\n    order.save()\n"),
    },
    "in a function that does other things as well": {
        PATH: module(
            edited(PAY, (SAVED, "    log(invoice)\n")),
            VIEW,
            "def log(invoice: Invoice):\n    print('log')\n    print(invoice.pk)\n    Order.objects.first().save()\n",
        ),
    },
    "by another method": {
        PATH: module(
            edited(PAY, (DELETED, "    wipe(invoice)\n")),
            VIEW,
            "def wipe(one):\n    Line.objects.filter(order=one.order)._raw_delete('default')\n",
        )
    },
    "in a module of its own": {
        PATH: module(edited(PAY, (DELETED, "")), VIEW),
        "billing/more.py": module("def wipe():\n    Line.objects.filter(amount=0).delete()\n"),
    },
    "in another method of the class": {
        PATH: module(
            PAY,
            edited(VIEW, ("        order.save()\n", ""))
            + "\n    def get(self, pk):\n        Order.objects.get(pk=pk).save()\n",
        )
    },
}


@pytest.fixture(scope="module")
def baseline():
    return baseline_of(BEFORE)


@pytest.mark.parametrize("cut", CUT)
def test_nothing_is_new(cut, baseline):
    for verdict in (since(BEFORE, CUT[cut]), held_against(baseline, CUT[cut])):
        assert (verdict.broken, verdict.new_spots) == ((), ())


@pytest.mark.parametrize("cut", CUT)
def test_a_second_one_is(cut, baseline):
    after = {**CUT[cut], PATH: CUT[cut][PATH] + "\n\ndef plant(order: Order):\n    order.delete()\n    order.save()\n"}
    for verdict in (since(BEFORE, after), held_against(baseline, after)):
        assert {growth.key.function for growth in verdict.broken} == {"plant"}


@pytest.mark.parametrize("plant", PLANTED)
def test_a_deleted_write_does_not_pay_for_an_unrelated_one(plant, baseline):
    for verdict in (since(BEFORE, PLANTED[plant]), held_against(baseline, PLANTED[plant])):
        assert sum(growth.count for growth in verdict.broken if growth.key.rule == "cross-write") == 1
        assert verdict.exit_code == 1


@pytest.mark.parametrize("line", [SAVED, DELETED])
def test_what_is_removed_is_stale_and_not_new(line, baseline):
    after = {PATH: module(edited(PAY, (line, "")), VIEW)}
    verdict = held_against(baseline, after)
    assert (verdict.new, verdict.exit_code) == ((), 4)
    assert (since(BEFORE, after).new, since(BEFORE, after).exit_code) == ((), 0)


@pytest.mark.parametrize("cut", ["with another parameter", "one statement", "through one more helper"])
def test_what_goes_back_into_its_caller_is_not_new_since_a_revision(cut):
    assert since(CUT[cut], BEFORE).broken == ()


def test_gives_up_on_a_short_one_beside_a_baseline_that_knows_no_callers():
    assert len(held_against(baseline_of(CUT["one statement"]), BEFORE).broken) == 1
    assert held_against(baseline_of(CUT["most of it, which nobody names"]), BEFORE).broken == ()


def test_a_baseline_that_an_older_cutpoint_made_knows_whole_bodies_only(baseline):
    entries = (replace(each, body=each.body[: 2 * SIZE]) for each in baseline.entries)
    older = replace(baseline, entries=tuple(entries))
    assert held_against(older, CUT["a method to a mixin"]).broken == ()
    assert len(held_against(older, CUT["one statement"]).broken) == 1
