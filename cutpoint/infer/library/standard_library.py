"""The standard library, and small helpers that everybody uses beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import (
    NOTHING,
    PLAIN,
    Container,
    Entered,
    FunctionOf,
    Group,
    Items,
    PartialOf,
    Table,
    Text,
    Type,
    join,
    one,
    unknown,
)
from cutpoint.domain.values import Symbol
from cutpoint.infer.annotations import annotated_type
from cutpoint.infer.definitions import module_type
from cutpoint.infer.dispatch import call_type, item_type
from cutpoint.infer.library.builtin_functions import FUNCTIONS as BUILTINS
from cutpoint.infer.named_tuples import named_tuple_by_call
from cutpoint.infer.names import global_type
from cutpoint.infer.shared_containers import one_factory
from cutpoint.infer.texts import texts_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

    Known = Callable[[Frame, tuple[Type, ...], Keywords, Node], Type | None]


def _same(_frame: Frame, a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    """`copy.copy(x)`, `sync_to_async(f)`: the same thing again."""
    return a[0] if a else PLAIN


def _looked_at(_frame: Frame, _a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    """`inspect.signature(f)`: f is looked at, and isn't called."""
    return PLAIN


def _context_manager(_frame: Frame, a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    """`@contextmanager` on a function inside another: what calls of it give is told by its decorators, as of any other."""
    for each in a[0] if a else ():
        if type(each) is FunctionOf and each.scope is not None and not each.function.decorators:
            each.function.decorators = (Symbol("contextlib.contextmanager"),)
    return a[0] if a else PLAIN


def _cast(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type | None:
    """`cast(Order, value)` is an Order, whatever is known of the value."""
    if len(a) != 2:
        return None
    return (annotated_type(frame, node[2][0]) if node is not None else NOTHING) or a[1]


def _partial(_frame: Frame, a: tuple[Type, ...], k: Keywords, _node: Node) -> Type:
    result = NOTHING
    for each in a[0] if a else ():
        result = join(result, one(PartialOf, each, a[1:], k))
    return result


def _wraps(_frame: Frame, _a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    """`@wraps(f)` leaves the function that it decorates as it is: an unknown decorator does that too."""
    return unknown("decorator")


def _chain(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    item = NOTHING
    for index, value in enumerate(a):
        where = node[2][index] if type(node) is list and node[0] == 3 and len(node[2]) > index else None
        item = join(item, item_type(frame, value, where))
    return one(Items, item)


def _flattened(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    return one(Items, item_type(frame, item_type(frame, a[0], node), None) if a else NOTHING)


def _items(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    return one(Items, item_type(frame, a[0], node) if a else NOTHING)


def _pairs(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    item = item_type(frame, a[0], node) if a else NOTHING
    return one(Items, one(Group, (item, item)))


def _grouped(frame: Frame, a: tuple[Type, ...], k: Keywords, node: Node) -> Type:
    item = item_type(frame, a[0], node) if a else NOTHING
    for key in [*a[1:2], *(value for name, value in k if name == "key")]:
        call_type(frame, key, (item,), (), None)
    return one(Items, one(Group, (PLAIN, one(Items, item))))


def _reduced(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    item = item_type(frame, a[1], node) if len(a) > 1 else NOTHING
    start = a[2] if len(a) > 2 else item
    result = call_type(frame, a[0], (start, item), (), None) if a else NOTHING
    return join(result, start)


def _default_dict(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    site = frame.site(node)
    factory = one_factory(a)
    if factory is not None:
        frame.engine.write(("default", site), one(Text, factory))
        return one(Container, site, "dict")
    made = call_type(frame, a[0], (), (), node) if a else NOTHING
    frame.engine.write(("default", site), PLAIN)
    frame.engine.write(("content", site), made)
    frame.engine.write(("rest", site), made)
    return one(Container, site, "dict")


def _collection(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    site = frame.site(node)
    if a:
        frame.engine.write(("content", site), item_type(frame, a[0], None))
    return one(Container, site, "list")


def _gathered(_frame: Frame, a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    return one(Group, a)


def _calls(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    """`asyncio.to_thread(f, x)`, `loop.run_in_executor`."""
    return call_type(frame, a[0], a[1:], (), node) if a else PLAIN


def _imported(frame: Frame, a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    names = texts_in(a[0]) if a else None
    if names is None or any("\0" in name for name in names):
        frame.want_texts()
        return unknown("import")
    result = NOTHING
    for name in names[:8]:
        result = join(result, module_type(frame, name))
    return result


def _member_named(frame: Frame, module: str, name: str) -> Type:
    """`import_string("module.name")`."""
    found = frame.engine.world.program.module(module)
    return global_type(frame, found, name) if found is not None else unknown("import")


def _import_string(frame: Frame, a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    names = texts_in(a[0]) if a else None
    if names is None or any("\0" in name for name in names):
        frame.want_texts()
        return unknown("import")
    result = NOTHING
    for name in names[:8]:
        module, _, last = name.rpartition(".")
        result = join(result, _member_named(frame, module, last))
    return result


def _called(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    """`SimpleLazyObject(f)` is what f gives."""
    return call_type(frame, a[0], (), (), node) if a else PLAIN


def _entered(_frame: Frame, a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    return one(Entered, a[0]) if a else PLAIN


_LOOKS = (
    "getdoc",
    "getfile",
    "getfullargspec",
    "getmodule",
    "getsource",
    "getsourcefile",
    "getsourcelines",
    "isabstract",
    "isasyncgenfunction",
    "isclass",
    "iscoroutinefunction",
    "isfunction",
    "isgeneratorfunction",
    "ismethod",
    "isroutine",
    "signature",
)

FUNCTIONS: dict[str, Known] = {
    "functools.partial": _partial,
    "functools.partialmethod": _partial,
    "functools.wraps": _wraps,
    "functools.reduce": _reduced,
    "functools.lru_cache": _same,
    "functools.cache": _same,
    "functools.cached_property": _same,
    "functools.update_wrapper": _same,
    "functools.total_ordering": _same,
    "functools.singledispatch": _same,
    "functools.singledispatchmethod": _same,
    "functools.cmp_to_key": _same,
    "collections.namedtuple": named_tuple_by_call,
    "typing.NamedTuple": named_tuple_by_call,
    "copy.copy": _same,
    "copy.deepcopy": _same,
    "copy.replace": _same,
    "dataclasses.replace": _same,
    "typing.cast": _cast,
    "typing_extensions.cast": _cast,
    "itertools.chain": _chain,
    "itertools.chain.from_iterable": _flattened,
    "itertools.islice": _items,
    "itertools.cycle": _items,
    "itertools.takewhile": lambda frame, a, _k, node: _items(frame, a[1:], _k, node),
    "itertools.dropwhile": lambda frame, a, _k, node: _items(frame, a[1:], _k, node),
    "itertools.groupby": _grouped,
    "itertools.pairwise": _pairs,
    "itertools.batched": lambda frame, a, k, node: one(Items, _items(frame, a, k, node)),
    "itertools.zip_longest": lambda frame, a, _k, _node: one(
        Items, one(Group, tuple(item_type(frame, value, None) for value in a))
    ),
    "itertools.product": lambda frame, a, _k, _node: one(
        Items, one(Group, tuple(item_type(frame, value, None) for value in a))
    ),
    "collections.defaultdict": _default_dict,
    "collections.OrderedDict": BUILTINS["builtins.dict"],
    "collections.Counter": lambda _frame, _a, _k, _node: one(Table, PLAIN, PLAIN),
    "collections.deque": _collection,
    "random.choice": lambda frame, a, _k, _node: item_type(frame, a[0], None) if a else PLAIN,
    "asyncio.gather": _gathered,
    "asyncio.run": _same,
    "asyncio.to_thread": _calls,
    "asyncio.create_task": _same,
    "asyncio.wait_for": _same,
    "asyncio.iscoroutinefunction": _looked_at,
    "asgiref.sync.sync_to_async": _same,
    "asgiref.sync.async_to_sync": _same,
    "asgiref.sync.iscoroutinefunction": _looked_at,
    "asgiref.sync.markcoroutinefunction": _same,
    "channels.db.database_sync_to_async": _same,
    "contextlib.contextmanager": _context_manager,
    "contextlib.asynccontextmanager": _context_manager,
    "contextlib.closing": _entered,
    "contextlib.nullcontext": _entered,
    "textwrap.dedent": _same,
    "django.utils.functional.SimpleLazyObject": _called,
    "django.utils.functional.lazy": _same,
    "inspect.cleandoc": _same,
    "inspect.unwrap": _same,
    "inspect.markcoroutinefunction": _same,
    **{f"inspect.{name}": _looked_at for name in _LOOKS},
    "importlib.import_module": _imported,
    "django.utils.module_loading.import_string": _import_string,
    "six.iteritems": lambda frame, a, _k, _node: one(Items, one(Group, (PLAIN, item_type(frame, a[0], None)))),
}
