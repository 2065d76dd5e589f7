"""Kinds of new writes across a boundary, a file for each matter."""

from benchmarks.mutation.planted import accepted, code, disguised, helpers, indirect, instances, querysets, relations
from benchmarks.mutation.planted.kind import Kinds

ALL: Kinds = {
    **instances.KINDS,
    **querysets.KINDS,
    **relations.KINDS,
    **code.KINDS,
    **indirect.KINDS,
    **helpers.KINDS,
    **accepted.KINDS,
    **disguised.KINDS,
}
