"""Django's own functions: shortcuts, model look-ups, transactions, connections, authentication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import (
    NONE,
    NOTHING,
    PLAIN,
    PROVED,
    STORED,
    AppOf,
    Cursor,
    Expression,
    Items,
    Manager,
    ModelClass,
    Object,
    Query,
    Row,
    Text,
    Type,
    atom,
    join,
    one,
    unknown,
)
from cutpoint.infer.dispatch import call_type, item_type
from cutpoint.infer.formsets import formset_class
from cutpoint.infer.frameworks.django_admin import register
from cutpoint.infer.made_forms import form_class
from cutpoint.infer.pagination import paginator
from cutpoint.infer.queries import joins_of, query_of, start_of
from cutpoint.infer.rows_of_any_model import OF_ANY_MODEL
from cutpoint.infer.signals import receiver
from cutpoint.infer.texts import texts_in
from cutpoint.infer.transactions import ATOMIC, atomic, atomic_in, called_later

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

    Known = Callable[[Frame, tuple[Type, ...], Keywords, Node], Type | None]


def _shortcut(word: str) -> Known:
    """`get_object_or_404(Order, pk=1)`, `get_list_or_404(queryset)`."""

    def known(frame: Frame, a: tuple[Type, ...], k: Keywords, node: Node) -> Type | None:
        given = a[0] if a else dict(k).get("klass", NOTHING)
        result = NOTHING
        for each in given:
            if type(each) is ModelClass:
                default = frame.engine.world.default_manager(each.label)
                starts = start_of(frame, atom(Manager, each.label, each.level, default, None))
            elif type(each) is Manager:
                starts = start_of(frame, each)
            else:
                starts = (each,)
            for query in starts:
                if type(query) is Query:
                    if node is not None:
                        keywords = tuple((name, value) for name, value in k if name != "klass")
                        seen = frame.see("call", query, word, node, a[1:], keywords)
                        seen.joins = joins_of(frame, query, word, a[1:], keywords)
                    row = one(Row, query.label, query.level, STORED)
                    result = join(result, row if word == "get" else one(Items, row))
                else:
                    result = join(result, unknown(OF_ANY_MODEL))
                    if node is not None and not any(type(other) in (Query, Manager, ModelClass) for other in given):
                        frame.blind[id(node)] = (node[4], "get_object_or_404", "argument")
        return result

    return known


def _prefetched(frame: Frame, a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    """`prefetch_related_objects(orders, "lines")`."""
    for each in item_type(frame, a[0], None) if a and node is not None else ():
        if type(each) is Row:
            query = atom(Query, each.label, each.level, "raw", None, None, ())
            frame.see("call", query, "prefetch_related", node).joins = joins_of(
                frame, query, "prefetch_related", a[1:], ()
            )
    return NONE


def _generic_prefetch(_frame: Frame, a: tuple[Type, ...], k: Keywords, _node: Node) -> Type:
    return one(Expression, "GenericPrefetch", a, k)


def _query(_frame: Frame, a: tuple[Type, ...], k: Keywords, _node: Node) -> Type:
    """`QuerySet(Order)`."""
    return query_of(None, a, k) or unknown("queryset-without-model")


def _called_on(word: str) -> Known:
    """`models.Model.save(order)`."""

    def known(frame: Frame, a: tuple[Type, ...], k: Keywords, node: Node) -> Type:
        for each in a[0] if a and node is not None else ():
            if type(each) is Row:
                frame.see("call", each, word, node, a[1:], k)
        return PLAIN

    return known


def _quoted(_frame: Frame, a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    """`connection.ops.quote_name(table)`: a name is a name with quotes and without."""
    return a[0] if a else PLAIN


def _model_named(frame: Frame, a: tuple[Type, ...], k: Keywords, _node: Node) -> Type:
    """`apps.get_model("orders.Order")`, `apps.get_model("orders", "Order")`."""
    named = dict(k)
    first = texts_in(a[0] if a else named.get("app_label", NOTHING))
    second = texts_in(a[1] if len(a) > 1 else named.get("model_name", NOTHING))
    texts = [*(first or ()), *(second or ())]
    if first is None or (second is None and not all("." in text for text in first)) or any("\0" in t for t in texts):
        frame.want_texts()
        return unknown("model-by-name")
    labels = [f"{app}.{name}" for app in first for name in second] if second else first
    result = NOTHING
    for label in labels[:16]:
        model = frame.engine.world.space.model(label)
        result = join(result, one(ModelClass, model.label, PROVED) if model else unknown("model-not-installed"))
    return result


def _app_named(_frame: Frame, a: tuple[Type, ...], k: Keywords, _node: Node) -> Type:
    """`apps.get_app_config("shop")`."""
    labels = texts_in(a[0] if a else dict(k).get("app_label", NOTHING)) or []
    result = NOTHING
    for label in labels:
        result = join(result, one(AppOf, label))
    return result or unknown("app-by-name")


def _swapped(frame: Frame, a: tuple[Type, ...], k: Keywords, node: Node) -> Type:
    """`swapper.load_model("people", "Person")`: the model, or what the setting PEOPLE_PERSON_MODEL puts in its place."""
    app, name = (texts_in(value) for value in (*a[:2], NOTHING, NOTHING)[:2])
    if app and name:
        setting = frame.engine.world.program.symbol(f"django.conf.settings.{app[0].upper()}_{name[0].upper()}_MODEL")
        if isinstance(setting, str):
            return _model_named(frame, (one(Text, setting),), (), node)
    return _model_named(frame, a[:2], k, node)


def _user_model(frame: Frame, _a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    label = frame.engine.world.user_label
    return one(ModelClass, label, PROVED) if frame.engine.world.space.model(label) else unknown("model-not-installed")


def _user(frame: Frame, _a: tuple[Type, ...], _k: Keywords, node: Node) -> Type:
    """`authenticate(…)`."""
    row = frame.engine.world.user_row()
    if node is not None:
        for each in row:
            if type(each) is Row:
                frame.see("load", each, "user", node)
    return join(row, NONE)


def _cursor(_frame: Frame, _a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    return one(Cursor)


def _later(frame: Frame, a: tuple[Type, ...], k: Keywords, node: Node) -> Type:
    """`transaction.on_commit(f)`."""
    given = a[0] if a else dict(k).get("func", NOTHING)
    with called_later(frame):
        call_type(frame, given, (), (), node)
    return NONE


def _method_decorator(frame: Frame, a: tuple[Type, ...], k: Keywords, _node: Node) -> Type:
    """`method_decorator(atomic)`, `method_decorator([atomic, never_cache])`."""
    given = a[0] if a else dict(k).get("decorator", NOTHING)
    return atomic_in(frame, join(given, item_type(frame, given, None))) or unknown("decorator")


def _form_of(frame: Frame, a: tuple[Type, ...], k: Keywords, _node: Node) -> Type | None:
    """`modelform_factory(Order, form=OrderForm)`: a form of the model, made from the given one as far as it is known."""
    named = dict(k)
    given = named.get("form") or (a[1] if len(a) > 1 else NOTHING)
    fields = named.get("fields") or (a[2] if len(a) > 2 else NOTHING)
    return form_class(frame, a[0] if a else named.get("model", NOTHING), given, fields) or given or None


def _formset_factory(position: int) -> Known:
    """`inlineformset_factory(Order, Line, form=LineForm)`."""
    return lambda frame, a, k, node: formset_class(frame, a, k, node, position=position) or None


def _deserialized(_frame: Frame, _a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type:
    """`for row in serializers.deserialize("json", text): row.save()`: the text says which table."""
    return one(Items, unknown("value"))


FUNCTIONS: dict[str, Known] = {
    **{
        f"django.shortcuts.{prefix}get_{kind}_or_404": _shortcut("get" if kind == "object" else "filter")
        for prefix in ("", "a")
        for kind in ("object", "list")
    },
    **{
        f"django.{where}.get_model": _model_named
        for where in ("apps.apps", "apps.registry.apps", "db.models", "db.models.loading", "apps.AppConfig")
    },
    "django.apps.apps.get_registered_model": _model_named,
    "django.apps.apps.get_app_config": _app_named,
    "django.apps.registry.apps.get_app_config": _app_named,
    "django.contrib.contenttypes.prefetch.GenericPrefetch": _generic_prefetch,
    "django.db.connection.ops.quote_name": _quoted,
    **{
        f"django.db.models.{module}Model.{word}": _called_on(word)
        for module in ("", "base.")
        for word in ("save", "delete")
    },
    **{f"django.db.models.{module}QuerySet": _query for module in ("", "query.")},
    **{
        f"django.db.models.{module}{prefix}prefetch_related_objects": _prefetched
        for module in ("", "query.")
        for prefix in ("", "a")
    },
    "django.contrib.admin.site.register": register,
    "django.contrib.admin.sites.site.register": register,
    "django.dispatch.receiver": receiver,
    "django.dispatch.dispatcher.receiver": receiver,
    "django.core.serializers.deserialize": lambda _frame, _a, _k, _node: one(Items, unknown("value")),
    "swapper.load_model": _swapped,
    "swapper.utils.load_model": _swapped,
    "django.contrib.auth.get_user_model": _user_model,
    "django.contrib.auth.authenticate": _user,
    "django.contrib.auth.aauthenticate": _user,
    "django.db.connection.cursor": _cursor,
    "django.db.connections.cursor": _cursor,
    "django.db.connection.chunked_cursor": _cursor,
    "django.db.transaction.on_commit": _later,
    **dict.fromkeys(ATOMIC, atomic),
    **{
        f"django.forms.{where}{name}": _formset_factory(position)
        for where in ("", "models.")
        for name, position in (("modelformset_factory", 0), ("inlineformset_factory", 1))
    },
    **{f"django.core.serializers.{module}deserialize": _deserialized for module in ("", "base.")},
    "django.core.paginator.Paginator": lambda _frame, a, k, _node: paginator(None, a, k),
    "django.core.paginator.AsyncPaginator": lambda _frame, a, k, _node: paginator(None, a, k),
    "django.forms.modelform_factory": _form_of,
    "django.forms.models.modelform_factory": _form_of,
    "django.utils.decorators.method_decorator": _method_decorator,
    "django.db.models.deletion.Collector": lambda _frame, _a, _k, _node: one(
        Object, "django.db.models.deletion.Collector", PROVED
    ),
}
