"""A packed body comes back as it was, and says each word once in memory."""

from cutpoint.domain import skeleton as sk

BODY = [
    [sk.ASSIGN, [[sk.NAME, "order_of_books", 700]], [sk.ATTRIBUTE, [sk.NAME, "order_of_books", 700], "x", 700, 700]],
    [sk.EXPRESSION, [sk.CALL, [sk.NAME, "print", 4_999], [True, 1.0, None, -7, 2**70 % 2**60, "…"], []], 4_999, 4_999],
]


def test_a_body_comes_back_as_it_was():
    found = sk.unpack_body(sk.pack_body(BODY))
    assert found == BODY
    assert found[1][1][2][0] is True
    assert type(found[1][1][2][1]) is float


def test_equal_words_are_one():
    first, second = (sk.unpack_body(sk.pack_body(BODY)) for _ in range(2))
    assert first[0][1][0][1] is first[0][2][1][1] is second[0][1][0][1]
    assert first[0][1][0][2] is second[0][2][3]


def test_each_node_is_one_of_its_own():
    found = sk.unpack_body(sk.pack_body([[sk.NAME, "a", 1], [sk.NAME, "a", 1]]))
    assert found[0] is not found[1]
