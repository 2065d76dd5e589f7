"""Bytes of templates -> facts: whatever they hold, in time that grows with their length."""

from hypothesis import given
from hypothesis import strategies as st

from cutpoint.domain import skeleton as sk
from cutpoint.recognize.templates.recognize_template import recognize_template
from cutpoint.recognize.templates.tokens import TAG, VARIABLE, Token, tokens_of

_PIECES = st.sampled_from(
    [
        *("{{", "}}", "{%", "%}", "{#", "#}", " ", "\n", '"', "é", "a.b.c|d:'e'"),
        *("for x in a.b", "endfor", "if not a or b", "else", "endif", "with a=b", "endwith", "block c", "endblock"),
        *("include 'x' only", "extends y", "verbatim", "endverbatim"),
    ]
)


def parts(text: str) -> list:
    """(block, block around it, names) of the parts of a template."""
    body = sk.unpack_body(recognize_template(text.encode()).body)
    return [(node[1], node[2], node[6]) for node in body if node[0] == sk.PART]


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_text_gives_facts(text):
    facts = recognize_template(text.encode())
    assert facts.body
    assert not facts.failed


@given(st.binary(max_size=200))
def test_any_bytes_give_facts(data):
    assert recognize_template(data).body


def test_tags_and_variables_have_their_lines():
    text = "a {{ b }}\n{# {{ c }} #}{% if d\n%}{% comment %}{{ e }}{% endcomment %}\n{%f%}"
    assert list(tokens_of(text)) == [Token(VARIABLE, "b", 1), Token(TAG, "f", 4)]


def test_blocks_are_parts():
    text = "{{ a.b }}{% block outer %}{{ c.d }}{% block inner %}{{ e.f }}{% endblock %}{% endblock %}"
    assert parts(text) == [("inner", "outer", ["e"]), ("outer", "", ["c"]), ("", "", ["a"])]


def test_a_block_in_a_loop_stays_there():
    assert parts("{% for a in b.c %}{% block d %}{{ a.e }}{% endblock %}{% endfor %}") == [("", "", ["a", "b"])]


def test_gives_up_on_what_is_too_much():
    problems = [
        recognize_template(text.encode()).problems[0][1]
        for text in ("{% if a %}" * 100 + "{% endif %}" * 100, "{{ a.b }}" * 30_000, " " * 3_000_000)
    ]
    assert problems == ["too-deep", "too-deep", "too-large"]


def test_unclosed_tags_on_one_long_line_take_no_time():
    assert parts("{{" * 200_000) == [("", "", [])]
