"""Findings with their states and fingerprints."""

import msgspec

from cutpoint.domain.finding import Place
from cutpoint.domain.verdict import Moved
from cutpoint.emit.verdicts.states import State, fingerprint, stated
from tests.support.verdicts import a_finding, a_growth, a_key, a_red_verdict, a_verdict


def states(verdict):
    return [(one.finding.key.function, one.finding.place.line, one.state.value) for one in stated(verdict)]


def test_every_state_is_told():
    assert states(a_red_verdict()) == [
        ("show", 80, "new"),
        ("Invoice", 7, "new"),
        ("refund", 70, "new"),
        ("kept", 115, "accepted"),
        ("late", 110, "expired"),
        ("new_name", 100, "moved"),
        ("pay", 41, "accepted"),
        ("pay", 52, "new"),
        ("seen", 90, "newly-seen"),
        ("allowed", 120, "suppressed"),
    ]


def test_of_places_alike_the_last_are_new():
    places = [a_finding(line=line) for line in (1, 2, 3, 4)]
    verdict = a_verdict(
        new=(a_growth(*places, accepted=2),), moved=(Moved(a_key("was"), a_key(), 1, "renamed", tuple(places)),)
    )
    assert [state for _, _, state in states(verdict)] == ["accepted", "moved", "new", "new"]


def test_fingerprints_survive_moved_lines_and_files():
    before = a_verdict([a_finding(line=41), a_finding(line=52)])
    moved = tuple(msgspec.structs.replace(one, place=Place("elsewhere.py", 900, 901)) for one in before.findings[:1])
    after = msgspec.structs.replace(before, findings=(moved[0], before.findings[1]))
    assert [one.fingerprint for one in stated(before)] == [one.fingerprint for one in stated(after)]


def test_fingerprints_are_all_different():
    found = [one.fingerprint for one in stated(a_red_verdict())]
    assert len(set(found)) == len(found)
    assert fingerprint(a_key("ab", expression="c"), 0) != fingerprint(a_key("a", expression="bc"), 0)


def test_fingerprints_stay_as_they_are():
    # Services know findings by them for years: another way of making them would open every alert anew.
    assert fingerprint(a_key(), 0) == "6194b6f6e5069a7faaf7ed905cd904be"


def test_what_fails_the_check():
    fails = [one.finding.key.function for one in stated(a_red_verdict()) if one.fails]
    assert fails == ["refund", "late", "pay"]
    assert State.NEW in {one.state for one in stated(a_red_verdict()) if not one.fails}
