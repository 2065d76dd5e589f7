"""`schema = graphene.Schema(query=Query, mutation=Mutation)`: every field of a root type, as one URL may hide a thousand.

class Mutation(ObjectType): order_create = OrderCreate.Field()
@strawberry.type class Query: @strawberry.field def orders(self) -> list[OrderType]: …
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.entry_point import EntryKind
from cutpoint.domain.objects import Bound, Class, Deferred, Function, Instance
from cutpoint.infer.entries.decorating import keywords_of, name_of_decorator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.entry_point import Entry
    from cutpoint.domain.values import Value
    from cutpoint.infer.entries.running import Running

_ROOTS = {"query": "Query", "mutation": "Mutation", "subscription": "Subscription"}
_TYPES = frozenset({"ObjectType"})
# What runs of a class that stands for a mutation.
_LIBRARY = ("graphene.", "strawberry.", "strawberry_django.", "graphene_django.")


def entries(running: Running) -> Iterator[Entry]:
    """One for each field of the types that queries, mutations and subscriptions start from."""
    roots = dict.fromkeys(_roots(running)) or dict.fromkeys(_by_name(running))
    for kind, cls in roots:
        met: set[str] = set()
        for base in running.world.program.linear(cls):
            if type(base) is Class and base.module.found.ours:
                for name in _names(running, base):
                    if name not in met and not name.startswith(("_", "resolve_")) and name != "Meta":
                        met.add(name)
                        yield from _field(running, kind, cls, base, name)


def _roots(running: Running) -> Iterator[tuple[str, Class]]:
    """What calls of a schema are given by name, or as the first argument."""
    program = running.world.program
    for module in running.modules():
        for value in list(module.env.values()):
            if type(value) not in (Instance, Deferred):
                continue
            callee = value.callee if type(value) is Instance else value.function
            if "schema" not in name_of_decorator(callee).rpartition(".")[2].lower():
                continue
            given = dict(value.keywords)
            for word, argument in zip(_ROOTS, value.arguments, strict=False):
                given.setdefault(word, argument)
            for word, kind in _ROOTS.items():
                cls = program.plain(given.get(word))
                if type(cls) is Class and cls.module.found.ours:
                    yield kind, cls


def _by_name(running: Running) -> Iterator[tuple[str, Class]]:
    """Where no schema was seen: classes that are called as root types usually are, and that nothing inherits from."""
    for cls in running.engine.class_bodies:
        is_last = cls.name in _ROOTS.values() and cls.module.found.ours and not running.world.subclasses(cls)
        if is_last and (running.world.derives(cls, _TYPES, "graphene") or _is_strawberry(cls)):
            yield cls.name, cls


def _is_strawberry(cls: Class) -> bool:
    return any(name_of_decorator(each).startswith("strawberry") for each in cls.decorators)


def _names(running: Running, cls: Class) -> list[str]:
    """Fields of a class, annotated ones too."""
    names = dict.fromkeys(running.engine.class_bodies.get(cls, ()))
    names.update(dict.fromkeys(cls.attributes))
    return list(names)


def _field(running: Running, kind: str, root: Class, owner: Class, name: str) -> Iterator[Entry]:
    program = running.world.program
    value = owner.attributes.get(name)
    plain = program.plain(value) if type(value) is not Deferred else value
    shown = f"{kind}.{_camel(_given_name(plain) or name)}"
    declared = (owner.path, owner.places.get(name, owner.line))
    aliases = (shown.partition(".")[2], name, f"{owner.dotted}.{name}")
    if type(plain) is Function:
        if any(name_of_decorator(each).startswith(_LIBRARY) for each in plain.decorators):
            parts = running.of_function(plain)
            yield running.entry(EntryKind.GRAPHQL, shown, plain, parts, aliases=aliases, declared=declared)
        return
    mutation = _class_behind(running, value)
    if mutation is not None:
        parts = running.of_class(mutation)
        yield running.entry(
            EntryKind.GRAPHQL, shown, mutation, parts, aliases=(*aliases, mutation.name), declared=declared
        )
        return
    resolver = _resolver(running, root, plain, name)
    if resolver is not None:
        parts = running.of_function(resolver)
        yield running.entry(EntryKind.GRAPHQL, shown, resolver, parts, aliases=aliases, declared=declared)
    elif type(plain) is Instance or (value is None and _is_strawberry(owner)):
        yield running.entry(EntryKind.GRAPHQL, shown, owner, (), aliases=aliases, declared=declared)


def _class_behind(running: Running, value: Value) -> Class | None:
    """`OrderCreate.Field()`: the class of ours that the field is made of."""
    program = running.world.program
    for _ in range(8):
        if type(value) is Deferred:
            value = value.function
        elif type(value) is Instance and type(value.callee) is Bound:
            value = value.callee
        elif type(value) is Bound:
            found = program.plain(value.receiver)
            name = value.function.name if type(value.function) is Function else value.function.name.rpartition(".")[2]
            is_field = name.endswith("Field") and type(found) is Class and found.module.found.ours
            return found if is_field else None
        else:
            return None
    return None


def _resolver(running: Running, root: Class, value: Value, name: str) -> Function | None:
    """`resolve_orders`, or what the field is given as `resolver`."""
    program = running.world.program
    if type(value) is Instance and "resolver" in keywords_of(value):
        given = program.plain(value.keywords["resolver"])
        return given if type(given) is Function else None
    found = running.world.member(root, f"resolve_{name}")
    return running.world.function_value(found[1]) if found is not None else None


def _given_name(value: Value) -> str:
    given = keywords_of(value).get("name")
    return given if isinstance(given, str) else ""


def _camel(name: str) -> str:
    """`order_create` is `orderCreate` in GraphQL."""
    first, *others = name.split("_")
    return first + "".join(part.capitalize() if part else "_" for part in others)
