"""[tool.cutpoint.hints]: what the project says about its own code; mistakes are told all at once, each with its line."""

from textwrap import dedent

import pytest

from cutpoint.config import Asked, load_options
from cutpoint.domain.access import Action
from cutpoint.domain.errors import ConfigError
from cutpoint.domain.project import Hint, HintKind, Shape


@pytest.fixture
def hinted(tmp_path):
    def load(text):
        (tmp_path / "pyproject.toml").write_text(dedent(text))
        return load_options(str(tmp_path), Asked()).hints

    return load


def mistakes(hinted, text):
    with pytest.raises(ConfigError) as error:
        hinted(text)
    return error.value.mistakes


def test_there_are_none_unless_given(hinted):
    assert hinted("[tool.cutpoint]") == hinted("[tool.cutpoint.hints]") == ()


def test_every_kind_with_its_defaults(hinted):
    assert hinted(
        """
        [[tool.cutpoint.hints.writes]]
        call = "legacy.db.bulk_upsert"
        table = "orders_order"

        [[tool.cutpoint.hints.reads]]
        call = "legacy.db.fetch"
        model = "orders.Order"

        [[tool.cutpoint.hints.returns]]
        call = "factories.order_for"
        model = "orders.Order"

        [[tool.cutpoint.hints.types]]
        name = "shop.views.Checkout.process.invoice"
        model = "billing.Invoice"
        """
    ) == (
        Hint(HintKind.WRITES, "legacy.db.bulk_upsert", table="orders_order", action=Action.UPDATE),
        Hint(HintKind.READS, "legacy.db.fetch", model="orders.Order", action=Action.READ),
        Hint(HintKind.RETURNS, "factories.order_for", model="orders.Order", shape=Shape.INSTANCE),
        Hint(
            HintKind.TYPES,
            "shop.views.Checkout.process.invoice",
            model="billing.Invoice",
            shape=Shape.INSTANCE,
        ),
    )


@pytest.mark.parametrize("action", ["insert", "update", "delete"])
def test_what_a_call_does_to_the_table(hinted, action):
    (hint,) = hinted(f'[[tool.cutpoint.hints.writes]]\ncall = "a.b"\ntable = "t"\naction = "{action}"\n')
    assert hint.action == action


@pytest.mark.parametrize("shape", ["instance", "queryset", "manager", "class"])
def test_as_what_a_model_comes(hinted, shape):
    (hint,) = hinted(f'[[tool.cutpoint.hints.returns]]\ncall = "a.b"\nmodel = "a.B"\nas = "{shape}"\n')
    assert hint.shape == shape


def test_a_hint_says_how_its_author_finds_it_again(hinted):
    (hint,) = hinted('[[tool.cutpoint.hints.reads]]\ncall = "a.b"\ntable = "t"\n')
    assert hint.key == "hints.reads of a.b"


def test_they_may_be_written_on_one_line(hinted):
    assert len(hinted('[tool.cutpoint]\nhints.reads = [{call = "a.b", table = "t"}, {call = "a.c", table = "t"}]')) == 2


def test_every_mistake_is_told_with_its_line(hinted):
    assert mistakes(
        hinted,
        """\
        [tool.cutpoint]
        setings = "a"

        [[tool.cutpoint.hints.writes]]
        call = "bulk_upsert"
        table = "orders_order"
        action = "read"

        [[tool.cutpoint.hints.writes]]
        tabel = "orders_order"

        [[tool.cutpoint.hints.returns]]
        call = "a.b"
        model = "Order"
        as = "list"
        """,
    ) == (
        "pyproject.toml:2: setings is no key of [tool.cutpoint]; did you mean settings?",
        "pyproject.toml:5: hints.writes: call must be a dotted name such as \"shop.orders.place\", not 'bulk_upsert'",
        "pyproject.toml:7: hints.writes: action must be one of delete, insert, update, not 'read'",
        "pyproject.toml:10: hints.writes: tabel is no key of it; did you mean table?",
        "pyproject.toml:9: hints.writes: call is missing",
        "pyproject.toml:9: hints.writes: name either a table or a model",
        "pyproject.toml:14: hints.returns: model must be a label such as \"orders.Order\", not 'Order'",
        "pyproject.toml:15: hints.returns: as must be one of instance, queryset, manager, class, not 'list'",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[tool.cutpoint]\nhints = 3", "pyproject.toml:2: hints must be a table"),
        ("[tool.cutpoint.hints]\nwrite = []", "pyproject.toml:1: hints.write is no kind of hint; did you mean writes?"),
        ("[tool.cutpoint.hints]\nzzz = []", "there are writes, reads, returns, types"),
        ("[tool.cutpoint.hints]\nwrites = 'a.b'", "hints.writes must be a list of tables"),
        ("[tool.cutpoint.hints]\nwrites = ['a.b']", "hints.writes must be a list of tables"),
        ("[[tool.cutpoint.hints.types]]\nname = 'a.b'", 'model is missing: write model = "app.Model"'),
        ("[[tool.cutpoint.hints.types]]\nmodel = 'a.B'", "name is missing"),
        ("[[tool.cutpoint.hints.reads]]\ncall = 'a.b'\nmodel = 'a.B'\ntable = 't'", "a table or a model, not both"),
        ("[[tool.cutpoint.hints.reads]]\ncall = 'a.b'\ntable = ''", "table must be a text in quotes, not ''"),
        ("[[tool.cutpoint.hints.reads]]\ncall = 'a.b'\ntable = 't'\nas = 'class'", "as is no key of it"),
        ("[[tool.cutpoint.hints.reads]]\ncall = 3\ntable = 't'", "call must be a dotted name"),
    ],
)
def test_one_mistake(hinted, text, said):
    (mistake,) = mistakes(hinted, text)
    assert said in mistake
