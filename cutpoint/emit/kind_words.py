"""Kind of blind spot of a query → what hides it, in words for a sentence; the reference has a page of all kinds."""

_HIDING = {
    "annotation": "annotations that can't be read",
    "app-by-name": "apps looked up by name",
    "argument": "parameters of unknown type",
    "attribute": "attributes of unknown type",
    "base-class": "values of which only a base class is known",
    "call": "calls of what can't be called",
    "class-made-by-call": "classes made at run time",
    "content-type": "content types known at run time",
    "decorator": "decorators used as values",
    "dynamic-attribute": "classes that answer for any name",
    "exec": "code run by exec or eval",
    "generic-foreign-key": "generic foreign keys",
    "getattr": "getattr with a name known at run time",
    "handed-over": "models handed to unknown code",
    "import": "imports that lead nowhere",
    "library": "results of libraries",
    "library-manager": "managers of libraries",
    "model-by-name": "models looked up by name",
    "model-meta": "uses of _meta",
    "model-not-installed": "models of apps that aren't installed",
    "name": "names that nothing defines",
    "no-caller": "functions without a known caller",
    "queryset-without-model": "querysets without a model",
    "sent": "values sent to generators",
    "super": "super() of an unknown class",
    "test-code": "functions of test code",
    "too-deep": "containers nested too deeply",
    "too-wide": "values of too many types",
    "value": "values known at run time",
    "vars": "uses of vars, globals or locals",
    "possible": "tables that are only possible",
    "opaque-sql": "SQL that can't be read",
}


def hidden_by(kind: str) -> str:
    """What hides queries of this *kind*, as the reason of a sentence."""
    bare = kind.removeprefix("query-")
    return _HIDING.get(bare, bare.replace("-", " "))
