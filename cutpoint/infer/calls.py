"""Calls: of functions and methods of known code, of classes, of what libraries give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class, Function
from cutpoint.domain.types import (
    ANY,
    NEW,
    NOTHING,
    PLAIN,
    PROVED,
    AnyMethod,
    ClassOf,
    Constant,
    Container,
    Cursor,
    DictOf,
    Entered,
    Expression,
    FieldOf,
    FileOf,
    FormOf,
    FormSetOf,
    FunctionOf,
    Group,
    Items,
    LibraryMethod,
    LibraryName,
    Manager,
    Meta,
    Method,
    ModelClass,
    Nothing,
    Object,
    PartialOf,
    Plain,
    Query,
    Record,
    Row,
    SignalOf,
    Table,
    Text,
    Type,
    Unknown,
    join,
    one,
    unknown,
)
from cutpoint.domain.values import Symbol
from cutpoint.infer.annotations import annotated_type
from cutpoint.infer.arguments import LEVELED, bind, bits_of, returned
from cutpoint.infer.containers import call_container
from cutpoint.infer.dispatch import attribute, call_of, call_type
from cutpoint.infer.frameworks import framework_call
from cutpoint.infer.formsets import call_form, call_formset
from cutpoint.infer.generics import generic_result
from cutpoint.infer.instance_dict import call_dict
from cutpoint.infer.library_functions import call_library
from cutpoint.infer.members import canonical_receiver
from cutpoint.infer.queries import call_query, query_of, valued
from cutpoint.infer.query_words import QUERY_WRITES, SAVING
from cutpoint.infer.rows import ROW_METHODS, key_names, see_method
from cutpoint.infer.signals import call_signal
from cutpoint.infer.targets import store
from cutpoint.infer.text_methods import call_text
from cutpoint.infer.texts import want_sql

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame


@call_of(FunctionOf)
def _function(frame: Frame, each: FunctionOf, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    return run_function(frame, each.function, each.scope, None, arguments, keywords, node)


@call_of(Method)
def _method(frame: Frame, each: Method, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    result = run_function(frame, each.function, each.scope, each.receiver, arguments, keywords, node)
    return result


def run_function(
    frame: Frame,
    function: Function,
    scope: Frame | None,
    receiver: Atom | None,
    arguments: tuple[Type, ...],
    keywords: Keywords,
    node: Node,
) -> Type:
    """The result of one call of a function of known code."""
    engine = frame.engine
    if engine.hints:
        hinted = engine.hints.of_call(frame, f"{function.env.module.name}.{function.qualname}", node)
        if hinted is not None:
            return hinted
    if not function.env.module.found.ours:
        known = call_library(frame, f"{function.env.module.name}.{function.qualname}", arguments, keywords, node)
        if known is not None:
            return known
        known = framework_call(frame, receiver, function.name, arguments, keywords, node) if receiver else None
        if known is not None:
            return known
        if not engine.follows(frame, function, receiver, arguments):
            return _of_library(frame, receiver, arguments, keywords)
    if function.body is None:
        return unknown("test-code")
    first: Type | None = None
    self_atom: Atom | None = None
    if receiver is not None:
        self_atom = canonical_receiver(frame, receiver, function)
        first = (self_atom,)
    args = bind(frame, function, first, arguments, keywords)
    line = node[4] if type(node) is list and node[0] == 3 else frame.statement[0]
    target = engine.frame_for(function, scope, self_atom, args, frame)
    bits = bits_of(arguments) | bits_of(tuple(value for _, value in keywords))
    wanted = function in engine.text_sensitive, function in engine.filling
    result = engine.result_of(target, frame, line, bits)
    if wanted != (function in engine.text_sensitive, function in engine.filling):
        # Looking at it showed that it needs to be told more.
        frame.calls.pop(target, None)
        target = engine.frame_for(function, scope, self_atom, bind(frame, function, first, arguments, keywords), frame)
        result = engine.result_of(target, frame, line, bits)
    if receiver is not None and type(node) is list and node[0] == 3:
        _note_override(frame, function, receiver, arguments, keywords, node, target)
    if receiver is not None and type(receiver) in LEVELED:
        bits |= bits_of(((receiver,),))
    result = returned(result, by_caller=bits, proved=function.returns is not None)
    return _kept_by_decorators(frame, function, _said(frame, function, self_atom, result, args))


def _note_override(
    frame: Frame,
    function: Function,
    receiver: Atom,
    arguments: tuple[Type, ...],
    keywords: Keywords,
    node: Node,
    target: Frame,
) -> None:
    """A call of a project's own save or delete is told where it is called, too."""
    is_row = type(receiver) is Row and function.name in SAVING
    is_query = type(receiver) in (Manager, Query) and function.name in QUERY_WRITES
    if not (is_row or is_query) or function.owner is None:
        return
    arguments = tuple([valued(frame, value) for value in arguments])
    keywords = tuple([(key, valued(frame, value)) for key, value in keywords])
    seen = frame.see("override", receiver, function.name, node, arguments, keywords)
    seen.callees[target] = None
    seen.cause = (function.place.path, function.place.line)


def _said(frame: Frame, function: Function, self_atom: Atom | None, result: Type, args: dict[str, Type]) -> Type:
    """The annotation of the result counts where the body tells nothing."""
    if function.returns is None or any(type(each) not in _TELLING_NOTHING for each in result):
        return result
    generic = generic_result(frame.engine.home_of(function, self_atom), function, args)
    if generic:
        return generic
    key = (function, "returns", self_atom)
    said = frame.engine.annotations.get(key)
    if said is None:
        home = frame.engine.home_of(function, self_atom)
        said = (annotated_type(home, function.returns), True)
        frame.engine.annotations[key] = said
    if not said[0]:
        return result
    return said[0]


_TELLING_NOTHING = frozenset({Unknown, Plain, Nothing})


def _kept_by_decorators(frame: Frame, function: Function, result: Type) -> Type:
    for decorator in function.decorators:
        if type(decorator) is Symbol and decorator.last in ("contextmanager", "asynccontextmanager"):
            item = NOTHING
            for each in result:
                item = join(item, each.item if type(each) is Items else (each,))
            return one(Entered, item)
    del frame
    return result


def _of_library(frame: Frame, receiver: Atom | None, arguments: tuple[Type, ...], keywords: Keywords) -> Type:
    call_callbacks(frame, arguments, keywords)
    if type(receiver) in (Manager, Query):
        return unknown("library-manager")
    return unknown("library") if _holds_models(arguments, keywords) or type(receiver) is Row else unknown("library")


def _holds_models(arguments: tuple[Type, ...], keywords: Keywords) -> bool:
    return any(
        type(each) in (Row, Query, Manager, ModelClass)
        for value in (*arguments, *(value for _, value in keywords))
        for each in value
    )


def call_callbacks(frame: Frame, arguments: tuple[Type, ...], keywords: Keywords, given: Type | None = None) -> Type:
    """Call every function among the arguments, as whoever takes it will; gives their results."""
    result = NOTHING
    for value in (*arguments, *(value for _, value in keywords)):
        for each in value:
            if type(each) in (FunctionOf, PartialOf) or (type(each) is Method):
                result = join(result, call_type(frame, (each,), (given,) if given is not None else (), (), None))
    return result


@call_of(ClassOf)
def _class(frame: Frame, each: ClassOf, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    cls = each.cls
    if type(cls) is str:
        call_callbacks(frame, arguments, keywords)
        return one(Object, cls, each.level)
    world = frame.engine.world
    known = None if cls.module.found.ours else call_library(frame, cls.dotted, arguments, keywords, node)
    if known is not None:
        return known
    if world.is_query(cls):
        return query_of(frame, cls, arguments, keywords) or unknown("queryset-without-model")
    if world.is_manager(cls):
        return one(Manager, "", each.level, cls, None)
    made = one(Object, cls, each.level)
    found = world.member(cls, "__init__")
    if found is not None and type(found[0]) is Class and found[0].module.found.ours:
        call_type(frame, attribute(frame, made[0], "__init__", None), arguments, keywords, node)
    else:
        _store_fields(frame, made[0], cls, arguments, keywords)
    return made


def _store_fields(frame: Frame, made: Atom, cls: Class, arguments: tuple[Type, ...], keywords: Keywords) -> None:
    """A class without `__init__` of its own keeps what it is made with under the same names, as dataclasses and forms do."""
    names = frame.engine.fields_of(cls)
    for name, value in zip(names, arguments, strict=False):
        store(frame, made, name, value)
    for key, value in keywords:
        if key is not None:
            store(frame, made, key, value)
    call_callbacks(frame, arguments, keywords)


@call_of(ModelClass)
def _model(frame: Frame, each: ModelClass, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    space = frame.engine.world.space
    keys = key_names(frame, each.label)
    state = ANY if any(name is None or name in keys for name, _ in keywords) or arguments else NEW
    made = one(Row, each.label, each.level, state)
    links = space.links(each.label)
    for name, value in keywords:
        if name is not None and name in links and links[name].target is None:
            store(frame, made[0], name, value)
            if node is not None:
                frame.see("assign", made[0], name, node)
    if node is not None:
        frame.see("make", each, "", node, arguments, keywords)
    return made


@call_of(Object)
def _object(frame: Frame, each: Object, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    if type(each.cls) is str:
        call_callbacks(frame, arguments, keywords)
        return PLAIN
    return call_type(frame, attribute(frame, each, "__call__", None), arguments, keywords, node)


@call_of(PartialOf)
def _partial(frame: Frame, each: PartialOf, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    return call_type(frame, (each.function,), (*each.arguments, *arguments), (*each.keywords, *keywords), node)


@call_of(LibraryName)
def _library(frame: Frame, each: LibraryName, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    if frame.engine.hints:
        hinted = frame.engine.hints.of_call(frame, each.name, node)
        if hinted is not None:
            return hinted
    known = call_library(frame, each.name, arguments, keywords, node)
    if known is not None:
        return known
    if each.name.startswith(("django.db.models", "django.contrib.postgres", "django.contrib.gis.db")):
        return one(Expression, each.name.rpartition(".")[2], arguments, keywords)
    call_callbacks(frame, arguments, keywords)
    return one(Object, each.name, PROVED)


@call_of(LibraryMethod)
def _library_method(
    frame: Frame, each: LibraryMethod, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type:
    receiver, name = each.receiver, each.name
    match receiver:
        case Manager() | Query():
            return call_query(frame, receiver, name, arguments, keywords, node)
        case Row():
            return _row_method(frame, receiver, name, arguments, keywords, node)
        case DictOf():
            return call_dict(frame, receiver, name, arguments, keywords)
        case FormOf():
            return call_form(frame, receiver, name, node)
        case FormSetOf():
            return call_formset(frame, receiver, name, node)
        case SignalOf():
            return call_signal(frame, receiver, name, arguments, keywords, node)
        case FileOf():
            if node is not None:
                frame.see("call", receiver, name, node, arguments, keywords)
            return PLAIN
        case Container() | Items() | Group() | Record() | Table():
            return call_container(frame, receiver, name, arguments, keywords)
        case Text():
            return call_text(frame, receiver, name, arguments, keywords)
        case Cursor():
            if node is not None:
                want_sql(frame, arguments)
                frame.see("sql", receiver, name, node, arguments, keywords)
            return one(Items, PLAIN)
        case Expression():
            return (receiver,)
        case FunctionOf() | Method() | PartialOf():
            return _through_attribute(frame, receiver, name, arguments, keywords, node)
    if name == "get_field" and type(receiver) is Meta:
        return _fields(receiver, arguments)
    if type(receiver) is ModelClass and name in ROW_METHODS and arguments and node is not None:
        # `Order.save(order)`
        for row in arguments[0]:
            if type(row) is Row:
                see_method(frame, row, name, arguments[1:], keywords, node)
    if name == "as_view" and type(receiver) is ClassOf:
        # What `as_view(model=Order)` is given becomes an attribute of each view that it makes.
        for key, value in keywords:
            if key is not None:
                store(frame, receiver, key, value)
    known = framework_call(frame, receiver, name, arguments, keywords, node)
    if known is not None:
        return known
    call_callbacks(frame, arguments, keywords)
    if type(receiver) in (Meta, ModelClass):
        return unknown("model-meta")
    return PLAIN if type(receiver) is Object and type(receiver.cls) is str else unknown("library")


def _fields(meta: Meta, arguments: tuple[Type, ...]) -> Type:
    result = NOTHING
    for each in arguments[0] if arguments else ():
        if type(each) is Text:
            result = join(result, one(FieldOf, meta.label, each.value, meta.level))
    return result or unknown("model-meta")


def _row_method(
    frame: Frame, each: Row, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type:
    if name in ROW_METHODS or name.startswith(("get_next_by_", "get_previous_by_")):
        if node is not None:
            see_method(frame, each, name, arguments, keywords, node)
        return (each,) if name.startswith(("get_next_by_", "get_previous_by_")) else PLAIN
    known = framework_call(frame, each, name, arguments, keywords, node)
    return known if known is not None else unknown("library")


_RUNS = frozenset(
    "delay apply_async apply s si signature send send_with_options call_local schedule enqueue defer __call__ func fn"
    " __wrapped__ wrapped call message actor subtask".split()
)


def _through_attribute(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type:
    """`task.delay(order.pk)`: the function runs with these arguments, somewhere and some time."""
    if name not in _RUNS:
        return PLAIN
    if name == "apply_async":
        args = arguments[0] if arguments else dict(keywords).get("args", NOTHING)
        kwargs = arguments[1] if len(arguments) > 1 else dict(keywords).get("kwargs", NOTHING)
        given = next((each.items for each in args if type(each) is Group), ())
        named = next((each.items for each in kwargs if type(each) is Record), ())
        arguments, keywords = tuple(given), tuple(named)
    call_type(frame, (receiver,), arguments, keywords, node)
    return one(Object, "celery.result", PROVED)


@call_of(Plain, Constant, Text)
def _plain(frame: Frame, _each: Atom, arguments: tuple[Type, ...], keywords: Keywords, _node: Node) -> Type:
    call_callbacks(frame, arguments, keywords)
    return PLAIN


@call_of(Unknown)
def _unknown(frame: Frame, each: Unknown, arguments: tuple[Type, ...], keywords: Keywords, _node: Node) -> Type:
    call_callbacks(frame, arguments, keywords)
    return (each,)


@call_of(Nothing)
def _none(_frame: Frame, _each: Nothing, _arguments: tuple[Type, ...], _keywords: Keywords, _node: Node) -> Type:
    return NOTHING


@call_of(AnyMethod)
def _any_method(frame: Frame, each: AnyMethod, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    """`getattr(self, action)(request, order)` reaches the methods whose parameters have the names of the arguments."""
    names = (
        [argument[1] if type(argument) is list and argument[0] == sk.NAME else None for argument in node[2]]
        if node
        else []
    )
    cls = getattr(each.receiver, "cls", None)
    if len(names) < 1 or None in names or type(cls) is not Class:
        return unknown("getattr")
    result = unknown("getattr")
    for base in frame.engine.world.program.linear(cls):
        for function in base.attributes.values() if type(base) is Class and base.module.found.ours else ():
            if type(function) is Function and function.kind == "function":
                parameters = [parameter[0] for parameter in function.parameters[1:] if parameter[1] in (0, 1)]
                if function is not frame.function and _may_be_reached(frame, cls, function, parameters, names):
                    method = one(Method, function, each.receiver, None)
                    result = join(result, call_type(frame, method, arguments, keywords, node))
    return result


def _may_be_reached(frame: Frame, cls: Class, function: Function, parameters: list[str], names: list[str]) -> bool:
    """All names agree, or the first and the number do and no framework calls the method by itself."""
    if parameters[: len(names)] == names:
        return True
    if len(parameters) != len(names) or parameters[:1] != names[:1] or len(names) < 2 or function.name.startswith("_"):
        return False
    owner = function.owner or cls
    return not any(
        type(base) is Class and not base.module.found.ours and function.name in base.attributes
        for base in frame.engine.world.program.linear(owner)
    )


@call_of(Entered, Row, Query, Manager)
def _called(frame: Frame, each: Atom, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    if type(each) is Manager and each.related is not None:
        # `order.lines(manager="archive")`
        return (each,)
    if type(each) is Entered:
        return call_type(frame, each.value, arguments, keywords, node)
    call_callbacks(frame, arguments, keywords)
    return unknown("call")
