from msgspec.structs import replace

from cutpoint.domain.baseline import Baseline, Entry
from cutpoint.domain.finding import Severity
from cutpoint.domain.gate import Gate
from cutpoint.domain.verdict import Against, Tally
from cutpoint.judge.verdicts import against_nothing
from tests.support.judging import all_at, analysis_of, baseline_of, held_against, judged_of, said, since
from tests.support.monolith import one

ONE = {
    "billing/tasks.py": """
        from orders.models import Order
        def pay(order: Order):
            order.delete()
    """
}
TWO = {
    "billing/tasks.py": """
        from orders.models import Order
        def pay(order: Order):
            order.delete()
            Order.objects.filter(pk=1).delete()
    """
}
NONE = {"billing/tasks.py": ""}


def test_what_matches_the_baseline_is_green():
    verdict = held_against(baseline_of(ONE), ONE)
    assert verdict.against is Against.BASELINE
    assert (verdict.new, verdict.moved, verdict.gone, verdict.exit_code) == ((), (), (), 0)
    assert verdict.findings != ()


def test_growth_breaks():
    verdict = held_against(baseline_of(ONE), TWO)
    assert [growth.key.expression for growth in verdict.broken] == ["Order.objects.filter().delete()"]
    assert verdict.exit_code == 1


def test_growth_of_a_warning_does_not():
    verdict = held_against(baseline_of(ONE), TWO, rules=(said("cross-write", "warning"),))
    assert len(verdict.new) == 1
    assert (verdict.broken, verdict.exit_code) == ((), 0)


def test_what_is_gone_is_stale():
    verdict = held_against(baseline_of(ONE), NONE)
    assert {gone.entry.key.rule for gone in verdict.gone} == {"cross-write", "shared-table"}
    assert {gone.entry.key.rule for gone in verdict.stale} == {"cross-write"}
    assert verdict.exit_code == 4


def test_what_is_gone_of_a_note_is_not_stale():
    verdict = held_against(baseline_of(ONE), NONE, rules=all_at("note"))
    assert (len(verdict.gone), verdict.stale, verdict.exit_code) == (2, (), 0)


def test_what_is_gone_of_a_librarys_bookkeeping_is_not_stale():
    files = {
        "billing/tasks.py": """
            from django.contrib.contenttypes.models import ContentType
            def forget():
                ContentType.objects.update(model="x")
        """
    }
    verdict = held_against(baseline_of(files), NONE)
    assert (len(verdict.gone), verdict.stale, verdict.exit_code) == (2, (), 0)


def test_nothing_is_stale_since_a_revision():
    verdict = since(ONE, NONE)
    assert (verdict.against, len(verdict.gone), verdict.exit_code) == (Against.REVISION, 2, 0)


def test_an_expired_entry_whose_code_is_still_there_is_told():
    baseline = baseline_of(ONE)
    entries = tuple(
        Entry(e.key, e.count, e.body, expires="2026-05-31") for e in baseline.entries if e.key.rule == "cross-write"
    )
    expired = Baseline(entries + tuple(e for e in baseline.entries if e.key.rule != "cross-write"), baseline.spots)
    assert held_against(expired, ONE, today="2026-05-31").exit_code == 0
    verdict = held_against(expired, ONE, today="2026-06-01")
    assert (len(verdict.expired), verdict.exit_code) == (1, 4)
    assert held_against(expired, NONE, today="2026-06-01").expired == ()


def test_what_was_there_already_when_the_baseline_was_made_is_newly_seen():
    seen_then = lambda: judged_of(ONE).findings  # noqa: E731
    verdict = held_against(Baseline(), ONE, seen_then=seen_then)
    assert {growth.key.rule for growth in verdict.newly_seen} == {"cross-write", "shared-table", "cross-relation"}
    assert (verdict.new, verdict.exit_code) == ((), 0)


def test_what_was_added_since_is_new_even_so():
    seen_then = lambda: judged_of(ONE).findings  # noqa: E731
    verdict = held_against(Baseline(), TWO, seen_then=seen_then)
    assert [growth.key.expression for growth in verdict.broken] == ["Order.objects.filter().delete()"]
    verdict = held_against(baseline_of(ONE), TWO, seen_then=seen_then)
    assert [growth.key.expression for growth in verdict.broken] == ["Order.objects.filter().delete()"]
    assert verdict.newly_seen == ()


def test_nobody_asks_for_the_past_when_nothing_is_new():
    def seen_then():
        raise AssertionError("it costs an analysis")

    assert held_against(baseline_of(TWO), ONE, seen_then=seen_then).new == ()


def test_a_past_that_cannot_be_had_leaves_everything_new():
    assert held_against(Baseline(), ONE).exit_code == 1


def test_against_nothing_everything_is_new():
    verdict = against_nothing(judged_of(ONE), Gate())
    assert verdict.against is Against.NOTHING
    assert {growth.key.rule for growth in verdict.new} == {"cross-write", "shared-table", "cross-relation"}
    assert verdict.exit_code == 1


def test_a_file_that_cannot_be_parsed_makes_it_incomplete():
    broken = {**ONE, "billing/broken.py": "def f(:\n"}
    verdict = held_against(baseline_of(ONE), broken)
    assert [text.partition(":")[0] for text in verdict.unread] == ["billing/broken.py"]
    assert (verdict.is_whole, verdict.exit_code) == (False, 3)


def test_and_what_is_gone_is_not_stale_then():
    verdict = held_against(baseline_of(ONE), {"billing/tasks.py": "def f(:\n"})
    assert len(verdict.gone) == 2
    assert replace(verdict, allow_unread=True).exit_code == 0


def test_but_what_is_new_breaks_all_the_same():
    assert held_against(baseline_of(ONE), {**TWO, "billing/broken.py": "def f(:\n"}).exit_code == 1


def test_suppressed_findings_are_told_and_break_nothing():
    ignored = {
        "billing/tasks.py": ONE["billing/tasks.py"].replace(
            "delete()", "delete()  # cutpoint: ignore[cross-write] -- x"
        )
    }
    verdict = since(NONE, ignored)
    assert one(verdict.suppressed).reason == "x"
    assert verdict.exit_code == 0


def test_tallies_count_each_pair_of_services_before_and_now():
    assert Tally("billing", "orders", "cross-write", 1, 2) in since(ONE, TWO).tallies
    assert Tally("billing", "orders", "cross-write", 2, 0) in held_against(baseline_of(TWO), NONE).tallies


def test_a_rule_that_was_turned_off_leaves_nothing_stale():
    verdict = held_against(baseline_of(ONE), ONE, rules=all_at("off"))
    assert (verdict.gone, verdict.exit_code) == ((), 0)


def test_severities_of_the_verdicts_rules_are_those_of_this_run():
    assert {rule.severity for rule in since(ONE, ONE, rules=all_at("warning")).rules} == {Severity.WARNING}


def test_the_same_analysis_gives_the_same_verdict():
    assert analysis_of(ONE) == analysis_of(ONE)
    assert since(ONE, TWO) == since(ONE, TWO)
