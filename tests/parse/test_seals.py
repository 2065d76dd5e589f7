import random

import pytest

from cutpoint.parse.seals import key_of, seal_of, stamp_of, unsealed

KEY = key_of(stamp_of("1"), b"facts", b"name")
CONTENT = b"what a file says"
SEALED = seal_of(KEY, CONTENT) + CONTENT


def test_what_was_sealed_is_had_back():
    assert unsealed(KEY, SEALED) == CONTENT
    assert unsealed(KEY, seal_of(KEY, b"")) == b""


@pytest.mark.parametrize("seed", range(50))
def test_one_bit_breaks_a_seal(seed):
    chance = random.Random(seed)
    entry = bytearray(SEALED)
    entry[chance.randrange(len(entry))] ^= 1 << chance.randrange(8)
    assert unsealed(KEY, bytes(entry)) is None


def test_what_is_cut_short_does_not_fit():
    entry = SEALED
    assert [unsealed(KEY, entry[:size]) for size in range(len(entry))] == [None] * len(entry)


@pytest.mark.parametrize("entry", [None, 1, 0.5, "text", CONTENT, b"", [SEALED]])
def test_what_is_no_sealed_entry_does_not_fit(entry):
    assert unsealed(KEY, entry) is None


def test_a_valid_entry_does_not_fit_under_another_name_kind_or_version():
    entry = SEALED
    others = [
        key_of(stamp_of("1"), b"facts", b"other"),
        key_of(stamp_of("1"), b"answer", b"name"),
        key_of(stamp_of("2"), b"facts", b"name"),
    ]
    assert [unsealed(other, entry) for other in others] == [None] * 3
