"""Verdicts by hand: findings, growths and all else that a verdict can tell."""

import functools
from collections import Counter

from cutpoint.domain.baseline import Entry, Spot
from cutpoint.domain.finding import Finding, Key, Place, Rule, Severity
from cutpoint.domain.verdict import Against, Gone, Growth, Moved, Suppressed, Tally, Verdict

RULES = (
    Rule("cross-read", "Code of one service reads a table that another service owns.", Severity.NOTE),
    Rule("cross-relation", "A model of one service points at a model of another service.", Severity.WARNING),
    Rule("cross-write", "Code of one service writes a table that another service owns.", Severity.ERROR),
    Rule("shared-table", "A table is written by more than one service.", Severity.OFF),
)


def a_key(
    function="pay",
    rule="cross-write",
    source="payments",
    target="orders",
    subject="orders_order",
    action="update",
    module="payments.tasks",
    expression="_.save()",
):
    return Key(rule, source, target, subject, action, module, function, expression)


def a_finding(key=None, line=41, path="payments/tasks.py", severity=Severity.ERROR, related=(), end_line=None, **texts):
    key = key or a_key()
    return Finding(
        key=key,
        place=Place(path, line, line if end_line is None else end_line),
        severity=severity,
        evidence=texts.get("evidence", f"{key.action}s {key.subject}"),
        meaning=texts.get("meaning", f"{key.target} owns {key.subject}: with a second writer neither can leave."),
        move=texts.get("move", f"Call {key.target}.api that does it."),
        related=related or (Place("orders/models.py", 9, 9, f"orders.Order declares {key.subject}"),),
        certainty="proved",
    )


def a_growth(*findings, accepted=0):
    return Growth(findings[0].key, findings, accepted, findings[0].severity)


def an_entry(key=None, count=1, **said):
    return Entry(key or a_key(), count, **said)


def a_verdict(findings=(), **parts):
    """A verdict on *findings*, those of *new* and *newly_seen* included; tallies are counted unless they are given."""
    growths = (*parts.get("new", ()), *parts.get("newly_seen", ()))
    moved = parts.get("moved", ())
    # A line that does it twice is two findings, which are equal.
    counts = Counter(findings)
    for part in (*growths, *moved):
        for finding, count in Counter(part.findings).items():
            counts[finding] = max(counts[finding], count)
    found = tuple(sorted(counts.elements()))
    parts.update({name: tuple(sorted(parts[name])) for name in ("new", "gone", "moved") if name in parts})
    new = sum(growth.count for growth in growths)
    tallies: dict[tuple[str, str, str], int] = {}
    for finding in found:
        key = (finding.key.source, finding.key.target, finding.key.rule)
        tallies[key] = tallies.get(key, 0) + 1
    parts.setdefault("tallies", tuple(Tally(*key, max(0, now - new), now) for key, now in sorted(tallies.items())))
    parts.setdefault("against", Against.BASELINE)
    parts.setdefault("name", "cutpoint-baseline" if parts["against"] is Against.BASELINE else "")
    return Verdict(rules=RULES, findings=found, **parts)


def a_green_verdict(**parts):
    """Two accepted writes and a read, nothing new."""
    read = a_key("show", "cross-read", action="read", expression="Order.objects.get(_)")
    return a_verdict([a_finding(line=41), a_finding(line=52), a_finding(read, 60, severity=Severity.NOTE)], **parts)


def a_red_verdict(**parts):
    """One of everything that a verdict can tell."""
    alike = [a_finding(line=41), a_finding(line=52)]
    refund = a_key("refund", action="delete")
    through = Place("orders/sync.py", 12, 12, "orders.sync.push updates orders_order")
    way = a_finding(
        refund, 70, related=(Place("orders/models.py", 9, 9, "orders.Order declares orders_order"), through)
    )
    warned = a_finding(
        a_key("Invoice", "cross-relation", action="fk", module="payments.models", expression="order"),
        7,
        "payments/models.py",
        Severity.WARNING,
    )
    noted = a_finding(a_key("show", "cross-read", action="read"), 80, severity=Severity.NOTE)
    was, now = a_key("old_name"), a_key("new_name")
    told = {
        "new": (a_growth(*alike, accepted=1), a_growth(way), a_growth(warned), a_growth(noted)),
        "newly_seen": (a_growth(a_finding(a_key("seen"), 90)),),
        "moved": (Moved(was, now, 1, "84% of the body is the same", (a_finding(now, 100),)),),
        "gone": (
            Gone(an_entry(a_key("gone"), 2, reason="until the sync is gone", owner="@payments"), 1, Severity.ERROR),
            Gone(an_entry(a_key("shown", "cross-read", action="read")), 0, Severity.NOTE),
        ),
        "expired": (an_entry(a_key("late"), expires="2026-01-31", reason="soon"),),
        "suppressed": (Suppressed(a_finding(a_key("allowed"), 120), "the owner asked for it"),),
        "new_spots": (Spot("payments", "payments.legacy", "query-unknown-model", "the model is not known", 2),),
        "unread": ("payments/broken.py: invalid syntax",),
        "notes": ("cutpoint-baseline/cross-write.jsonl:4 doesn't end with a newline",),
        **parts,
    }
    return a_verdict([a_finding(a_key("late"), 110), a_finding(a_key("kept"), 115)], **told)


def a_hostile_verdict(text):
    """One of everything, and every name, path and reason is *text*."""
    key = Key("cross-write", text, f"{text}2", text, text, text, text, text)
    other, third, fourth = (
        Key("cross-write", text, f"{text}2", text, text, text, f"{text}{n}", text) for n in (3, 4, 5)
    )

    def found(of, line):
        return Finding(
            of, Place(text, line, line), Severity.ERROR, text, text, text, (Place(text, 1, 1, text),), "proved"
        )

    return a_verdict(
        [found(fourth, 4)],
        name=text,
        new=(a_growth(found(key, 1)),),
        newly_seen=(a_growth(found(third, 3)),),
        moved=(Moved(key, other, 1, text, (found(other, 2),)),),
        gone=(Gone(Entry(third, 1, "", text, text, "", text), 0, Severity.ERROR),),
        expired=(Entry(fourth, 1, "", text, text, "2026-01-31", text),),
        suppressed=(Suppressed(found(other, 9), text),),
        new_spots=(Spot(text, text, text, text, 1),),
        unread=(text,),
        notes=(text,),
    )


def an_empty_verdict():
    return a_verdict(against=Against.NOTHING)


@functools.cache
def a_big_verdict(number=50_000):
    """As many new findings in 100 pairs of services, each in a function of its own."""
    return a_verdict(
        new=tuple(
            sorted(
                a_growth(
                    a_finding(
                        a_key(f"f{n}", source=f"s{n % 10}", target=f"t{n // 10 % 10}", module=f"s{n % 10}.m{n // 100}"),
                        n % 500 + 1,
                        f"s{n % 10}/m{n // 100}.py",
                    )
                )
                for n in range(number)
            )
        )
    )
