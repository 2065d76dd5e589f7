"""Whatever code does to whatever it has: no construct takes for granted what a use looks like."""

import pytest

from cutpoint.domain.model_space import ModelSpace
from cutpoint.domain.types import (
    ANY,
    NONE,
    PLAIN,
    PROVED,
    ClassOf,
    Constant,
    Cursor,
    FileOf,
    FormOf,
    LibraryMethod,
    LibraryName,
    Manager,
    ModelClass,
    Nothing,
    Object,
    Plain,
    Query,
    Related,
    Row,
    Text,
    Unknown,
    atom,
    one,
)
from cutpoint.domain.use import Site, Use
from cutpoint.interpret.interpret import constructs_by_use
from tests.support.corner_shop import FILES
from tests.support.monolith import catalog_of

SITE = Site("desk/views.py", 3, 3, "desk.views.show", "desk.views", "desk", in_loop=False)
CONSTRUCTS = [
    (kind, receiver, construct)
    for (kind, receiver), constructs in constructs_by_use().items()
    for construct in constructs
]
ACTIONS = ("read", "insert", "update", "delete")
WORDS = sorted({word for _, _, construct in CONSTRUCTS for word in construct.NAMES or ()} | {"order", "save", "x"})


@pytest.fixture(scope="module")
def space(tmp_path_factory):
    return ModelSpace(catalog_of(tmp_path_factory.mktemp("shop"), FILES).models)


def receivers(kind):
    """Some atoms of this kind: of models with all kinds of relations, and of one that isn't there."""
    labels = ("shop.Order", "people.Note", "billing.RushOrder", "shop.PaidOrder", "nowhere.Model", "")
    match kind.__name__:
        case "Row" | "FileOf" | "FormOf":
            return [atom(kind, label, PROVED, ANY) for label in labels]
        case "Query":
            related = atom(Related, "shop.Order", "tags")
            return [
                atom(Query, label, PROVED, shape, None, owner, ())
                for label in labels
                for shape in ("rows", "values", "raw", "none")
                for owner in (None, related)
            ]
        case "Manager":
            related = atom(Related, "shop.Order", "tags")
            return [atom(Manager, label, PROVED, None, owner) for label in labels for owner in (None, related)]
        case "ModelClass":
            return [atom(ModelClass, label, PROVED) for label in labels]
        case "Object" | "ClassOf":
            return [atom(kind, name, PROVED) for name in ("somewhere.Thing", "django.contrib.sessions.SessionBase")]
        case "LibraryName":
            return [atom(LibraryName, "somewhere.thing")]
        case "LibraryMethod":
            return [atom(LibraryMethod, atom(Row, "shop.Order", PROVED, ANY), "x")]
        case "Plain" | "Nothing" | "Cursor":
            return [atom(kind)]
    return []


ODD = [
    (),
    (NONE,),
    (PLAIN, one(Text, "lines__order__nothing"), one(Constant, "int", 3)),
    (one(Unknown, "argument"), one(Row, "shop.Order", PROVED, ANY)),
    (one(Query, "shop.Tag", PROVED, "rows", None, None, ()), NONE),
]


@pytest.mark.parametrize(
    ("kind", "receiver", "construct"),
    CONSTRUCTS,
    ids=[
        f"{kind}-{receiver.__name__}-{getattr(construct, '__name__', '').rpartition('.')[2]}"
        for kind, receiver, construct in CONSTRUCTS
    ],
)
def test_every_construct_has_an_answer_to_every_use(space, kind, receiver, construct):
    asked = 0
    # What a hint says is an action by its name.
    words = ACTIONS if kind == "hint" else sorted(construct.NAMES or WORDS)
    for each in receivers(receiver):
        for name in words:
            for arguments in ODD:
                for keywords in ((), ((None, PLAIN),), tuple(("defaults", value) for value in arguments)):
                    use = Use(kind, each, name, arguments, keywords, SITE, "x")
                    for touch in construct.touches(use, space):
                        assert touch.action in ACTIONS
                    asked += 1
    assert asked or receiver not in (ClassOf, Cursor, FileOf, FormOf, Manager, Nothing, Object, Plain, Query, Row)
