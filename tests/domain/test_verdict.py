import pytest

from cutpoint.domain.baseline import Entry
from cutpoint.domain.errors import EXIT_BROKEN, EXIT_INCOMPLETE, EXIT_OK, EXIT_STALE
from cutpoint.domain.finding import Finding, Key, Place, Severity
from cutpoint.domain.verdict import Against, Gone, Growth, Verdict

KEY = Key("cross-write", "billing", "orders", "orders_order", "save", "billing.tasks", "pay", "_.save()")


def grown(severity="error", *, places=1, accepted=0):
    finding = Finding(KEY, Place("billing/tasks.py", 3, 3), Severity(severity), "saves", "why", "move")
    return Growth(KEY, (finding,) * places, accepted, Severity(severity))


def gone(severity="error"):
    return Gone(Entry(KEY, 2), 1, Severity(severity))


def verdict(against="baseline", **parts):
    return Verdict(Against(against), "base", (), (), **parts)


UNREAD = ("a.py: broken",)
EXPIRED = (Entry(KEY, 1, expires="2020-01-01"),)


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (verdict(), EXIT_OK),
        (verdict(new=(grown(),)), EXIT_BROKEN),
        (verdict(new=(grown("warning"), grown("note"))), EXIT_OK),
        (verdict(newly_seen=(grown(),)), EXIT_OK),
        (verdict(unread=UNREAD, is_whole=False), EXIT_INCOMPLETE),
        (verdict(unread=UNREAD, is_whole=False, allow_unread=True), EXIT_OK),
        (verdict(gone=(gone(),)), EXIT_STALE),
        (verdict(gone=(gone("note"), gone("warning"))), EXIT_OK),
        (verdict(gone=(gone(),), allow_stale=True), EXIT_OK),
        (verdict(gone=(gone(),), is_whole=False, unread=UNREAD, allow_unread=True), EXIT_OK),
        (verdict("revision", gone=(gone(),)), EXIT_OK),
        (verdict("nothing", new=(grown(),)), EXIT_BROKEN),
        (verdict(expired=EXPIRED), EXIT_STALE),
        (verdict(expired=EXPIRED, allow_stale=True), EXIT_STALE),
        (verdict(new=(grown(),), unread=UNREAD, is_whole=False, gone=(gone(),), expired=EXPIRED), EXIT_BROKEN),
        (verdict(unread=UNREAD, is_whole=False, expired=EXPIRED), EXIT_INCOMPLETE),
        (verdict(new=(grown(),), unread=UNREAD, is_complete=False), EXIT_BROKEN),
        (verdict(new=(grown(),), unread=UNREAD, is_complete=False, has_lost=True), EXIT_INCOMPLETE),
        (verdict(new=(grown(),), unread=UNREAD, is_complete=False, has_lost=True, allow_unread=True), EXIT_BROKEN),
    ],
)
def test_exit_codes(found, code):
    assert found.exit_code == code


def test_counts():
    assert grown(places=5, accepted=2).count == 3
    assert gone().count == 1
