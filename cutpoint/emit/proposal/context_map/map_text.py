"""Boundary → the lines of a context map: both sides as bounded contexts, and who is upstream of whom."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.boundary import OperationKind
from cutpoint.domain.cut import Side
from cutpoint.emit.page import count
from cutpoint.emit.proposal.context_map.cml_types import answer_type, cml_type, is_nullable
from cutpoint.emit.proposal.context_map.identifiers import Identifiers
from cutpoint.emit.proposal.extensions import side_said, title_of
from cutpoint.emit.proposal.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.boundary import Boundary, Operation, Parameter


def map_lines(boundary: Boundary) -> Iterator[str]:
    """The whole file, line by line."""
    yield from _Map(boundary).lines()


class _Map:
    def __init__(self, boundary: Boundary) -> None:
        self._boundary = boundary
        self._names = Identifiers()
        title = title_of(boundary)
        self._contexts = {Side.TAKE: self._names.new(_camel(title)), Side.KEEP: self._names.new("RestOfTheMonolith")}
        self._records = {record.name: self._names.new(record.name) for record in boundary.records}
        self._taken = frozenset(boundary.take)
        by_model: defaultdict[tuple[Side, str], list[Operation]] = defaultdict(list)
        for operation in boundary.operations:
            by_model[operation.served_by, operation.model].append(operation)
        for record in boundary.records:
            by_model[self._side(record.model), record.model].extend(())
        self._by_model = dict(sorted(by_model.items()))
        # The side that has the model has the plain name, too.
        ordered = sorted(self._by_model, key=lambda key: (self._side(key[1]) is not key[0], key))
        self._aggregates = {key: self._names.new(f"{_word(key[1])}Aggregate") for key in ordered}
        self._services = {key: self._names.new(f"{_word(key[1])}Operations") for key in ordered}

    def lines(self) -> Iterator[str]:
        name = self._names.new(f"{self._contexts[Side.TAKE].lstrip('^')}Map")
        yield f"ContextMap {name} {{"
        yield "  type = SYSTEM_LANDSCAPE"
        yield "  state = TO_BE"
        yield f"  contains {', '.join(self._contexts[side] for side in Side)}"
        for side in Side:
            yield from self._relationship(side)
        yield "}"
        for side in Side:
            yield ""
            yield from self._context(side)

    def _side(self, label: str) -> Side:
        return Side.TAKE if label in self._taken else Side.KEEP

    def _relationship(self, upstream: Side) -> Iterator[str]:
        served = [operation for operation in self._boundary.operations if operation.served_by is upstream]
        if not served:
            return
        ways = sorted({str(operation.communication) for operation in served})
        yield ""
        yield f"  {self._contexts[upstream.other]} [D,ACL]<-[U,OHS,PL] {self._contexts[upstream]} {{"
        how = f"{count(len(served), 'operation')} by {', '.join(ways)}"
        yield f"    implementationTechnology = {quoted(how)}"
        exposed = [self._aggregates[key] for key, found in self._by_model.items() if key[0] is upstream and found]
        yield f"    exposedAggregates = {', '.join(exposed)}"
        yield "  }"

    def _context(self, side: Side) -> Iterator[str]:
        labels = self._boundary.take if side is Side.TAKE else self._boundary.keep
        what = f"{count(len(labels), 'model')}: {side_said(side)}"
        yield f"BoundedContext {self._contexts[side]} {{"
        yield "  type = SYSTEM"
        yield f"  responsibilities = {quoted(what)}"
        yield '  implementationTechnology = "Django"'
        for (of, label), operations in self._by_model.items():
            if of is side:
                yield from self._aggregate(side, label, operations)
        yield from self._behind(side)
        yield "}"

    def _aggregate(self, side: Side, label: str, operations: list[Operation]) -> Iterator[str]:
        yield f"  Aggregate {self._aggregates[side, label]} {{"
        records = [record for record in self._boundary.records if record.model == label]
        if self._side(label) is side:
            fields = records[0].fields if records else ()
            yield from self._fields(f"Entity {self._names.new(_word(label))}", fields, ("aggregateRoot",))
            for record in records:
                yield from self._fields(f"DataTransferObject {self._records[record.name]}", record.fields)
        for operation in operations:
            if operation.kind is OperationKind.EVENT:
                event = self._names.new(_camel(operation.name))
                yield from self._fields(f"DomainEvent {event}", operation.parameters)
        called = [operation for operation in operations if operation.kind is not OperationKind.EVENT]
        if called:
            yield f"    Service {self._services[side, label]} {{"
            names = Identifiers()
            yield from (f"      {self._operation(operation, names)}" for operation in called)
            yield "    }"
        yield "  }"

    def _fields(self, head: str, fields: tuple[Parameter, ...], first: tuple[str, ...] = ()) -> Iterator[str]:
        yield f"    {head} {{"
        yield from (f"      {word}" for word in first)
        names = Identifiers()
        for each in fields:
            # An attribute is no reference: a record in a record is told by its name.
            kind = cml_type(each.type, self._records).replace("@", "")
            nullable = " nullable" if is_nullable(each.type) else ""
            yield f"      {kind} {names.new(each.name)}{nullable}"
        yield "    }"

    def _operation(self, operation: Operation, names: Identifiers) -> str:
        own = Identifiers()
        parameters = ", ".join(
            f"{cml_type(each.type, self._records)} {own.new(each.name)}" for each in operation.parameters
        )
        errors = Identifiers()
        throws = f" throws {','.join(errors.new(error) for error in operation.errors)}" if operation.errors else ""
        access = "read-only" if operation.kind is OperationKind.QUERY else "write"
        answer = answer_type(operation.returns, self._records)
        return f"{answer} {names.new(operation.name)} ({parameters}){throws} : {access};"

    def _behind(self, side: Side) -> Iterator[str]:
        """The models that leave and that nobody across sees; of those that stay there are too many to be told."""
        if side is Side.KEEP:
            return
        seen = {label for of, label in self._by_model if of is side}
        behind = [label for label in self._boundary.take if label not in seen]
        if behind:
            yield f"  Aggregate {self._names.new('NotSeenFromAcross')} {{"
            yield from (f"    Entity {self._names.new(_word(label))}" for label in behind)
            yield "  }"


def _word(label: str) -> str:
    return label.rpartition(".")[2] or "It"


def _camel(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in name.replace("-", "_").replace(" ", "_").split("_")) or "It"
