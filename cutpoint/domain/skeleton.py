"""The skeleton: a compact, Django-free tree that a module's code is lowered to, and that gets cached.

A literal (text, number, boolean, None) stands for itself. Every other expression and every statement is a list
whose first item is one of the kinds below; the comment beside a kind names the items that follow it.
A *body* is a list of statements. The body of a function is packed (`pack_body`), so that a reader who only needs
the module's own level never unpacks it. Lines start at 1; `end` is the last line of the node.

Lists of small integers and texts are what msgpack reads and writes fastest, and what an interpreter can dispatch on
with one index; that is why these are not structs.
"""

from sys import intern
from typing import Any, TypeAlias

import msgspec

Node: TypeAlias = Any
"""A literal, or a list that starts with one of the kinds of this module."""
Body: TypeAlias = list[Node]

# Expressions.
NAME = 1  # name, line
ATTRIBUTE = 2  # base, name, line, end
CALL = 3  # function, arguments, keywords [[name or None for **, value]], line, end
SUBSCRIPT = 4  # base, index, line, end
LIST = 5  # items, lines
TUPLE = 6  # items, lines: one number when all items begin on one line, a list of numbers otherwise
SET = 7  # items
DICT = 8  # [[key or [STAR] for **, value]]
STAR = 9  # value (inside calls, lists, tuples, sets and targets)
BINARY = 10  # operator, operands: a left-associative chain of one operator is flat
UNARY = 11  # operator, operand
COMPARE = 12  # left, operators, comparators
BOOLEAN = 13  # "and" or "or", operands
CONDITIONAL = 14  # test, then, otherwise
FORMATTED = 15  # parts: texts and expressions of an f-string
LAMBDA = 16  # parameters, body expression, line
COMPREHENSION = (
    17  # "list", "set", "dict" or "generator", element, dict value or None, [[target, iterable, ifs, async]], line, end
)
NAMED = 18  # name, value
AWAIT = 19  # value
YIELD = 20  # value
YIELD_FROM = 21  # value
SLICE = 22  # lower, upper, step
BYTES = 23  # a bytes literal's length: its content is never needed
OTHER = 24  # line: an expression that is seen but not described (a huge integer, a complex number)
FORMAT = 25  # value, specification: a part of an f-string with `:…`; "!r" for a conversion by repr
LOOKUP = (
    26  # name, [[name, attribute, call]], line: a variable of a template, each step as an attribute and as its call
)
FILTERED = 27  # value, [[filter, argument or [NOTHING]]], line: a value of a template and what it is piped through

# Statements.
EXPRESSION = 40  # value, line, end
ASSIGN = 41  # targets, value, line, end
ANNOTATED = 42  # target, annotation, value or [NOTHING], line, end
AUGMENTED = 43  # target, operator, value, line, end
RETURN = 44  # value, line, end
IF = 45  # [[test, body, line]] for if and each elif, else body
FOR = 46  # target, iterable, body, else body, line, async
WHILE = 47  # test, body, else body, line
TRY = 48  # body, handlers [[type or None, name or None, body]], else body, final body, line
WITH = 49  # [[context, target or None]], body, line, async
IMPORT = 50  # [[dotted name, alias or None]], line
FROM = 51  # module or "", level, [[name, alias or None]], line
FUNCTION = 52  # name, parameters, decorators, returns or None, packed body or None, line, end, flags
CLASS = 53  # name, bases, keywords [[name or None, value]], decorators, body, line, end
DELETE = 54  # targets
RAISE = 55  # value or None, line
GLOBAL = 56  # names
BREAK = 57
CONTINUE = 58
MATCH = 59  # subject, [[pattern, guard or None, body]], line
ASSERT = 60  # test, line
NOTHING = 61  # an absent value, where None would be a literal

# Statements of templates: the body of one is a list of parts, after its `extends` if there is one.
INCLUDE = 62  # template, [[name, value]], only these, line
OPEN = 63  # [[name, value]], line: names of a `with` that hide others of theirs until
CLOSE = 64  # names
EXTENDS = 65  # template, line
TAG = 67  # name, arguments, [[name, value]], name behind `as` or "", line: what is of nobody that is known here
PART = 66  # block or "", block around it or "", shows what it overrides, packed body, line, names, included templates, others

# Patterns of `match` (inside MATCH).
MATCH_VALUE = 70  # expression
MATCH_CLASS = 71  # class expression, patterns, [[keyword, pattern]]
MATCH_AS = 72  # pattern or None, name or None
MATCH_OR = 73  # patterns
MATCH_SEQUENCE = 74  # patterns
MATCH_MAPPING = 75  # keys, patterns, rest name or None
MATCH_STAR = 76  # name or None

# A parameter is [name, kind, annotation or None, default or [NOTHING]], kind being one of these.
POSITIONAL_ONLY, POSITIONAL, VARIADIC, KEYWORD_ONLY, KEYWORDS = 0, 1, 2, 3, 4

# Flags of a function, added up.
IS_ASYNC, HAS_EFFECTS = 1, 2
"""HAS_EFFECTS: the body makes classes, stores attributes, imports, or calls methods of what it is handed as statements of
their own, so a call may matter even if its result is unused."""

NO_VALUE: Node = [NOTHING]

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder()
_NUMBERS = tuple(range(4_096))


def pack_body(body: Body) -> bytes:
    """*body* as bytes, to be read again with `unpack_body`."""
    return _encoder.encode(body)


def unpack_body(packed: bytes) -> Body:
    """The statements that `pack_body` was given."""
    body: Body = _decoder.decode(packed)
    _share(body)
    return body


def _share(body: Body) -> None:
    """Let equal texts and lines be one: a program says the same few words again and again, and bodies stay."""
    waiting = [body]
    while waiting:
        items = waiting.pop()
        for index, item in enumerate(items):
            kind = type(item)
            if kind is list:
                waiting.append(item)
            elif kind is str:
                items[index] = intern(item)
            elif kind is int and 0 <= item < len(_NUMBERS):
                items[index] = _NUMBERS[item]
