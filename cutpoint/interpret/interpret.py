"""Uses -> accesses: every construct is asked what the uses of its kind touch."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from typing import TYPE_CHECKING, Any, Protocol, cast

import msgspec

from cutpoint.domain.access import Access, Action, Certainty, Join, Queries, QueryResolution, Reason, Step, in_order
from cutpoint.domain.model_space import ModelSpace
from cutpoint.domain.source import BlindSpot, Evidence
from cutpoint.domain.types import CERTAINTY_BITS, Manager, Query, Row
from cutpoint.interpret import constructs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.catalog import Model
    from cutpoint.domain.types import Atom
    from cutpoint.domain.use import Inference, QueryWord, Touch, Use

_UNSETTLED = "types of this function still grew when the limit was reached; what it does may be incomplete"
_CERTAINTIES = (Certainty.PROVED, Certainty.INFERRED, Certainty.POSSIBLE)


def interpret(inference: Inference, models: Iterable[Model]) -> Queries:
    """Every access, sorted; the blind spots among queries; how much was resolved."""
    models = tuple(models)
    space = ModelSpace(models)
    constructs_of = _by_kind_of_use()
    found: dict[tuple[Any, ...], Access] = {}
    blind: set[BlindSpot] = set()
    tables = {model.table: model.label for model in models if model.table is not None and not model.proxy}
    for use in inference.uses:
        for construct in constructs_of.get((use.kind, type(use.receiver)), ()):
            if construct.NAMES is None or use.name in construct.NAMES:
                for touch in construct.touches(use, space):
                    for access in _accesses(use, touch, space, tables):
                        _add(found, access)
                for reason in construct.opaque(use) if hasattr(construct, "opaque") else ():
                    blind.add(BlindSpot(use.site.path, use.site.line, "opaque-sql", reason))
    blind |= {_blind_spot(word) for word in inference.blind}
    blind |= {BlindSpot(path, line, "fixpoint-limit", _UNSETTLED) for path, line in inference.unsettled}
    blind |= {BlindSpot("pyproject.toml", 0, "stale-hint", f"{hint} matches nothing") for hint in inference.stale_hints}
    resolution = _resolution(inference.blind, inference.resolved_sites)
    return Queries(in_order(found.values()), resolution, tuple(sorted(blind)))


class _Construct(Protocol):
    """What lies in the folder of constructs; one that reads SQL has `opaque(use)` as well: why it didn't understand it."""

    RECEIVERS: tuple[type[Atom], ...]
    KIND: str
    NAMES: frozenset[str] | None

    def touches(self, use: Use, space: ModelSpace, /) -> Iterator[Touch]: ...


def _by_kind_of_use() -> dict[tuple[str, type[Atom]], list[_Construct]]:
    by_kind: dict[tuple[str, type[Atom]], list[_Construct]] = {}
    for info in sorted(pkgutil.iter_modules(constructs.__path__), key=lambda info: info.name):
        construct = cast("_Construct", importlib.import_module(f"{constructs.__name__}.{info.name}"))
        for receiver in construct.RECEIVERS:
            by_kind.setdefault((construct.KIND, receiver), []).append(construct)
    return by_kind


def _accesses(use: Use, touch: Touch, space: ModelSpace, tables: dict[str, str]) -> Iterator[Access]:
    model = space.model(touch.label) if touch.label is not None else None
    label = touch.label
    table = touch.table if touch.table is not None else space.table(touch.label or "")
    if model is None and touch.table is not None:
        label = tables.get(touch.table)
        model = space.model(label) if label is not None else None
    if table is None and touch.label is not None:
        return
    owner = model.app if model is not None else None
    site = use.site
    cause = touch.cause or use.cause
    behalf = [decider for decider in use.deciders if decider.app != site.app] if owner != site.app else []
    own_decider = not use.deciders or any(decider.app == site.app for decider in use.deciders) or owner == site.app
    for decider in [*behalf, *([None] if own_decider or not behalf else [])]:
        yield Access(
            path=site.path,
            line=site.line,
            end_line=site.end_line,
            function=site.function,
            module=site.module,
            app=site.app,
            action=Action(touch.action),
            table=table,
            model=label,
            columns=touch.columns,
            joins=tuple(Join(*join) for join in touch.joins) if touch.table is None else (),
            via=touch.via,
            certainty=_CERTAINTIES[getattr(use.receiver, "level", 0) & CERTAINTY_BITS],
            in_loop=site.in_loop,
            cause=Evidence(*cause) if cause is not None else None,
            on_behalf_of=decider.app if decider is not None else None,
            chain=_steps(decider.chain if decider is not None else ()),
            ways=tuple(map(_steps, decider.ways)) if decider is not None else (),
            expression=use.shape,
            because=_because(use),
        )


def _steps(steps: Iterable[tuple[str, int, str]]) -> tuple[Step, ...]:
    return tuple(Step(*step) for step in steps)


def _because(use: Use) -> str:
    receiver = use.receiver
    text = use.text.rpartition(".")[0] if use.kind == "call" else use.text
    if type(receiver) is Row and use.kind == "load":
        return f"{text or 'it'} follows {receiver.label}.{use.name}"
    if type(receiver) is Row:
        return f"{text or 'it'} is an instance of {receiver.label}"
    if type(receiver) is Manager:
        related = receiver.related
        return f"{text or 'it'} is {'the manager' if related is None else f'{related.owner}.{related.name}, a related manager'} of {receiver.label}"
    if type(receiver) is Query:
        return f"{text or 'it'} is a queryset of {receiver.label}"
    return ""


def _add(found: dict[tuple[Any, ...], Access], access: Access) -> None:
    """One access for what several calls of a chain say; the surest and most direct of them is told."""
    key = (
        access.path,
        access.line,
        access.function,
        access.action,
        access.table,
        access.on_behalf_of,
        access.cause is None,
    )
    known = found.get(key)
    found[key] = access if known is None else _merged(known, access)


_ORDER = {certainty: rank for rank, certainty in enumerate(_CERTAINTIES)}


def _rank(access: Access) -> tuple[Any, ...]:
    return (
        _ORDER[access.certainty],
        access.via == "join",
        access.end_line,
        access.via,
        access.because,
        access.chain,
        access.expression,
    )


def _both(a: tuple[Any, ...], b: tuple[Any, ...]) -> tuple[Any, ...]:
    """The parts of both, sorted, each once."""
    return a if a == b and len(a) < 2 else tuple(sorted({*a, *b}))


def _merged(a: Access, b: Access) -> Access:
    first, second = (a, b) if _rank(a) <= _rank(b) else (b, a)
    columns = (
        tuple(sorted({*first.columns, *second.columns}))
        if first.columns is not None and second.columns is not None
        else None
    )
    return msgspec.structs.replace(
        first,
        end_line=min(a.end_line, b.end_line),
        columns=columns,
        joins=_both(a.joins, b.joins),
        ways=_both(a.ways, b.ways),
        in_loop=a.in_loop or b.in_loop,
    )


def _blind_spot(word: QueryWord) -> BlindSpot:
    return BlindSpot(
        word.path, word.line, f"query-{word.reason}", f"`.{word.verb}()` on something that is not known: {word.reason}"
    )


def _resolution(words: Iterable[QueryWord], resolved: frozenset[tuple[str, int, str]]) -> QueryResolution:
    words = tuple(words)
    reasons = Counter(word.reason for word in words)
    counted = tuple(
        Reason(f"query-{kind}", count) for kind, count in sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    )
    return QueryResolution(len(resolved) + len(words), len(resolved), counted)
