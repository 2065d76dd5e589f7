from msgspec.structs import replace

from cutpoint.domain.baseline import Baseline, Entry
from cutpoint.domain.gate import Gate
from cutpoint.domain.service import Service
from cutpoint.judge.bodies import SIZE
from cutpoint.judge.debt import Terms, created, pruned, updated
from cutpoint.judge.steps import PRINT
from cutpoint.relate.services import services_of
from tests.judge.test_verdicts import NONE, ONE, TWO
from tests.support.judging import analysis_of, baseline_of, held_against, judged_of, sketches_of
from tests.support.monolith import one

TERMS = Terms("until July", "Ada", "2027-01-31", "https://x/1")
MOVED = {"billing/tasks.py": "", "billing/jobs.py": ONE["billing/tasks.py"].replace("def pay", "def settle")}


def update(baseline, files, *, accept_new=False, terms=TERMS, seen_then=lambda: None):
    verdict = held_against(baseline, files, seen_then=seen_then)
    return updated(
        judged_of(files), baseline, verdict, sketch_of=sketches_of(files), terms=terms, accept_new=accept_new
    )


def accepted(baseline):
    return [(entry.key, entry.count) for entry in baseline.entries]


def writes(baseline):
    return [entry for entry in baseline.entries if entry.key.rule == "cross-write"]


def test_created_accepts_all_that_is_there_under_the_terms():
    baseline = created(judged_of(ONE), sketches_of(ONE), TERMS)
    entry = one(writes(baseline))
    assert (entry.reason, entry.owner, entry.expires, entry.link) == TERMS
    assert len(entry.body) == 2 * SIZE + PRINT
    assert held_against(baseline, ONE).exit_code == 0


def test_created_knows_the_blind_spots():
    files = {"billing/tasks.py": "def run(thing):\n    thing.save()\n"}
    assert held_against(baseline_of(files), files).new_spots == ()
    assert one(baseline_of(files).spots).module == "billing.tasks"


def test_update_refuses_what_is_new():
    before = baseline_of(ONE)
    found = update(before, TWO)
    assert [growth.key.expression for growth in found.refused] == ["Order.objects.filter().delete()"]
    assert (accepted(found.baseline), found.added) == (accepted(before), ())


def test_unless_it_is_accepted():
    found = update(baseline_of(ONE), TWO, accept_new=True)
    assert (found.refused, len(found.added)) == ((), 1)
    old, new = sorted(writes(found.baseline), key=lambda entry: entry.reason)
    assert (old.reason, new.reason, new.owner) == ("", "until July", "Ada")
    assert len(new.body) == 2 * SIZE + 2 * PRINT
    assert held_against(found.baseline, TWO).exit_code == 0


def test_accepted_growth_of_a_key_is_under_the_new_terms():
    more = {"billing/tasks.py": ONE["billing/tasks.py"].replace("order.delete()", "order.delete(); order.delete()")}
    before = created(judged_of(ONE), sketches_of(ONE), Terms("old reason", link="https://old"))
    entry = one(writes(update(before, more, accept_new=True, terms=Terms("new reason")).baseline))
    assert (entry.count, entry.reason, entry.link) == (2, "new reason", "https://old")


def test_update_removes_what_is_gone_and_lowers_counts():
    found = update(baseline_of(TWO), ONE)
    assert len(found.removed) == 1
    assert found.baseline == baseline_of(ONE)
    assert writes(update(baseline_of(ONE), NONE).baseline) == []


def test_update_renames_what_moved_and_keeps_what_was_said_of_it():
    before = created(judged_of(ONE), sketches_of(ONE), TERMS)
    found = update(before, MOVED, terms=Terms("other"))
    entry = one(writes(found.baseline))
    assert (entry.key.module, entry.key.function, entry.reason) == ("billing.jobs", "settle", "until July")
    assert held_against(found.baseline, MOVED).moved == ()


def test_update_adds_what_is_newly_seen():
    found = update(Baseline(), ONE, seen_then=lambda: judged_of(ONE).findings)
    assert one(writes(found.baseline)).reason == "newly seen by a newer cutpoint"
    assert found.refused == ()


def test_update_of_what_matches_changes_nothing():
    baseline = baseline_of(ONE)
    assert update(baseline, ONE) == (baseline, (), (), (), (), 0)


def test_update_leaves_a_sketch_that_still_fits():
    code = ONE["billing/tasks.py"]
    body = "\n".join(f"            print({n}, order.state)" for n in range(30))
    long = {"billing/tasks.py": code.replace("            order.delete()", f"{body}\n            order.delete()")}
    longer = {"billing/tasks.py": long["billing/tasks.py"].replace("print(3,", "print(333,")}
    baseline = baseline_of(long)
    assert update(baseline, longer).baseline == baseline


def test_update_takes_a_sketch_anew_that_does_not():
    old = replace(one(writes(baseline_of(ONE))), body="ab" * SIZE)
    others = tuple(entry for entry in baseline_of(ONE).entries if entry.key != old.key)
    found = update(Baseline(tuple(sorted((old, *others)))), ONE)
    assert one(writes(found.baseline)).body != old.body


def test_nothing_is_removed_when_something_could_not_be_read():
    baseline = baseline_of(ONE)
    broken = {"billing/tasks.py": "def f(:\n"}
    assert update(baseline, broken).baseline.entries == baseline.entries
    assert pruned(baseline, held_against(baseline, broken)).baseline == baseline


def test_prune_removes_what_is_gone_and_nothing_else():
    baseline = baseline_of(TWO)
    found = pruned(baseline, held_against(baseline, ONE))
    assert accepted(found.baseline) == accepted(baseline_of(ONE))
    assert len(found.removed) == 1
    assert pruned(baseline_of(ONE), held_against(baseline_of(ONE), TWO)).baseline == baseline_of(ONE)


def test_prune_lowers_counts():
    more = {"billing/tasks.py": ONE["billing/tasks.py"].replace("order.delete()", "order.delete(); order.delete()")}
    found = pruned(baseline_of(more), held_against(baseline_of(more), ONE))
    assert one(writes(found.baseline)).count == 1


def test_prune_leaves_what_moved_under_its_old_name():
    baseline = baseline_of(ONE)
    found = pruned(baseline, held_against(baseline, MOVED))
    assert found.baseline == baseline
    assert held_against(found.baseline, MOVED).exit_code == 0


def test_an_entry_by_hand_needs_no_sketch():
    key = one(writes(baseline_of(ONE))).key
    others = tuple(entry for entry in baseline_of(ONE).entries if entry.key != key)
    assert held_against(Baseline(tuple(sorted((Entry(key, 1), *others)))), ONE).exit_code == 0


def regroup(baseline, *services):
    gate = Gate(services=services)
    now = judged_of(ONE, *services)
    verdict = held_against(baseline, ONE, *services)
    found = updated(
        now,
        baseline,
        verdict,
        sketch_of=sketches_of(ONE),
        terms=TERMS,
        accept_new=False,
        services=services_of(analysis_of(ONE).catalog, gate),
    )
    assert held_against(found.baseline, ONE, *services).exit_code == 0
    return verdict, found


def test_services_that_are_called_otherwise_take_their_entries_along():
    before = baseline_of(ONE)
    verdict, found = regroup(before, Service("money", apps=("billing",)))
    assert {moved.before.source for moved in verdict.moved} == {"billing"}
    assert (found.refused, found.added, found.removed, found.inside) == ((), (), (), 0)
    assert {entry.key.source for entry in writes(found.baseline)} == {"money"}
    assert [entry.count for entry in found.baseline.entries] == [entry.count for entry in before.entries]


def test_what_lies_inside_one_service_now_is_counted():
    _, found = regroup(baseline_of(ONE), Service("shop", apps=("billing", "orders")))
    assert writes(found.baseline) == []
    assert 0 < found.inside <= sum(each.count for each in found.removed)
