"""Small monoliths for tests of cuts: two worlds, people and goods, that hang together by an order or two."""

from cutpoint.domain.access import Certainty, Step
from cutpoint.domain.transaction import Extent, Touched, Transaction, TransactionKind
from tests.support.builders import a_catalog, a_field, a_model, a_module, a_relation, an_access, an_analysis, an_app


def two_worlds(*, models=(), accesses=()):
    """`people` and `goods`, and what is given besides."""
    worlds = [
        a_model("people.User", place="people/models.py:1"),
        a_model("people.Token", a_relation("people.User"), place="people/models.py:10"),
        a_model("people.TokenScope", a_relation("people.Token"), place="people/models.py:20"),
        a_model("people.Address", a_relation("people.User"), place="people/models.py:30"),
        a_model("goods.Product", place="goods/models.py:1"),
        a_model("goods.Price", a_relation("goods.Product"), place="goods/models.py:10"),
        a_model("goods.Stock", a_relation("goods.Product"), place="goods/models.py:20"),
        a_model("goods.Order", a_relation("people.User", on_delete="SET_NULL"), place="goods/models.py:30"),
        a_model(
            "goods.OrderLine",
            a_relation("goods.Order"),
            a_relation("goods.Product", name="product"),
            place="goods/models.py:40",
        ),
    ]
    used = [
        use("people.views.login", "people_user", "people_token"),
        use("people.views.scopes", "people_token", "people_tokenscope"),
        use("goods.views.buy", "goods_order", "goods_orderline", "goods_stock"),
        use("goods.views.show", "goods_product", "goods_price"),
    ]
    apps = (an_app("people"), an_app("goods"))
    modules = [a_module(f"{app}.{name}") for app in ("goods", "people") for name in ("models", "views")]
    return an_analysis(
        catalog=a_catalog(apps=apps, models=(*worlds, *models), modules=modules),
        accesses=[*(access for group in used for access in group), *accesses],
    )


def use(function, *tables, action="read", line=1, **parts):
    """One access of *function* to each table, one on a line."""
    app = function.partition(".")[0]
    path = f"{app}/views.py"
    return [
        an_access(f"{action} {table}", f"{path}:{line + at}", function=function, **parts)
        for at, table in enumerate(tables)
    ]


def a_transaction(*, writes=(), reads=(), place="a/views.py:1", function="a.views.f"):
    """An atomic block that writes and reads these tables in one way."""
    path, _, line = place.rpartition(":")

    def touched(tables):
        """Each at a line of its own."""
        return tuple(
            Touched(table, Certainty.PROVED, (Step(path, int(line) + at, function),))
            for at, table in enumerate(sorted(tables), 1)
        )

    return Transaction(
        path=path,
        line=int(line),
        end_line=int(line) + 5,
        function=function,
        module=function.rpartition(".")[0],
        app=function.partition(".")[0],
        kind=TransactionKind.ATOMIC,
        using="default",
        durable=False,
        is_nested=False,
        is_generic=False,
        certainty=Certainty.PROVED,
        written=touched(writes),
        read=touched(reads),
        extents=(Extent(tuple(sorted(writes)), tuple(sorted(reads))),),
    )


__all__ = ["a_field", "a_model", "a_relation", "a_transaction", "two_worlds", "use"]
