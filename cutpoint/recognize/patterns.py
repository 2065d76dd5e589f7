"""Patterns of `match` -> patterns of the skeleton."""

import ast

from cutpoint.domain import skeleton as sk
from cutpoint.domain.skeleton import Node
from cutpoint.recognize.expressions import lower, lower_all


def lower_pattern(pattern: ast.pattern) -> Node:
    """One pattern; `_` is a MATCH_AS without pattern and name."""
    match pattern:
        case ast.MatchValue(value):
            return [sk.MATCH_VALUE, lower(value)]
        case ast.MatchSingleton(value):
            return [sk.MATCH_VALUE, value]
        case ast.MatchClass(cls, patterns, kwd_attrs, kwd_patterns):
            keywords = [[name, lower_pattern(p)] for name, p in zip(kwd_attrs, kwd_patterns, strict=True)]
            return [sk.MATCH_CLASS, lower(cls), [lower_pattern(p) for p in patterns], keywords]
        case ast.MatchAs(inner, name):
            return [sk.MATCH_AS, lower_pattern(inner) if inner else None, name]
        case ast.MatchOr(patterns):
            return [sk.MATCH_OR, [lower_pattern(p) for p in patterns]]
        case ast.MatchSequence(patterns):
            return [sk.MATCH_SEQUENCE, [lower_pattern(p) for p in patterns]]
        case ast.MatchMapping(keys, patterns, rest):
            return [sk.MATCH_MAPPING, lower_all(keys), [lower_pattern(p) for p in patterns], rest]
        case ast.MatchStar(name):
            return [sk.MATCH_STAR, name]
    message = f"unknown pattern {type(pattern).__name__}"
    raise TypeError(message)
