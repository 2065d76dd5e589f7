from textwrap import dedent

import pytest

from cutpoint.config import Asked, load_cuts, load_gate, load_options
from cutpoint.domain.errors import ConfigError
from cutpoint.domain.finding import Severity
from cutpoint.domain.gate import BASELINE_FOLDER, Gate, Said
from cutpoint.domain.service import Service


def gate_of(folder, text):
    (folder / "pyproject.toml").write_text(dedent(text))
    return load_gate(str(folder))


def mistakes(folder, text):
    found = gate_of(folder, text).mistakes
    return [said.removeprefix("pyproject.toml:") for said in found]


def test_by_default_nothing_is_said(tmp_path):
    assert load_gate(str(tmp_path)) == Gate(baseline=str(tmp_path / BASELINE_FOLDER))


def test_services_and_rules(tmp_path):
    gate = gate_of(
        tmp_path,
        """
        [tool.cutpoint]
        baseline = "ci/debt"

        [tool.cutpoint.services.orders]
        apps = ["payments", "orders"]
        models = ["billing.Refund"]
        modules = ["legacy.sync.*", "legacy.one"]
        facade = "orders.api"

        [tool.cutpoint.services.billing-2]
        apps = ["billing"]

        [tool.cutpoint.rules]
        cross-read = "warning"

        [tool.cutpoint.rules."reports -> *"]
        cross-join = "off"

        [tool.cutpoint.rules."*->orders"]
        cross-join = "error"
        """,
    )
    assert gate.services == (
        Service("billing-2", ("billing",)),
        Service("orders", ("orders", "payments"), ("billing.Refund",), ("legacy.one", "legacy.sync.*"), "orders.api"),
    )
    assert gate.severities == (
        Said("cross-join", "*", "orders", Severity.ERROR),
        Said("cross-join", "reports", "*", Severity.OFF),
        Said("cross-read", "*", "*", Severity.WARNING),
    )
    assert gate.baseline == str(tmp_path / "ci/debt")


def test_whoever_does_not_judge_is_told_at_once(tmp_path):
    assert mistakes(tmp_path, "[tool.cutpoint.rules]\ncross-read = 3\n")
    for load in (lambda: load_options(str(tmp_path), Asked()), lambda: load_cuts(str(tmp_path))):
        with pytest.raises(ConfigError, match="cross-read must be one of"):
            load()
    assert load_options(str(tmp_path), Asked(), is_judged=True).root == str(tmp_path)


def test_with_a_mistake_of_another_kind_all_are_told(tmp_path):
    with pytest.raises(ConfigError) as caught:
        gate_of(tmp_path, "[tool.cutpoint]\nworkers = 0\n[tool.cutpoint.rules]\ncross-read = 3\n")
    assert len(caught.value.mistakes) == 2


def test_what_is_right_of_a_service_is_kept_with_its_place(tmp_path):
    text = "[tool.cutpoint.services.money]\napps = ['billing', 3]\nmodels = 'x'\nfacade = ''\n"
    gate = gate_of(tmp_path, text)
    assert gate.services == (Service("money", apps=("billing",)),)
    assert gate.places["money", "models"] == "pyproject.toml:3: services.money"
    assert gate.places["money", ""] == "pyproject.toml:1: services.money"


def test_every_mistake_is_told_at_once_with_its_line(tmp_path):
    assert mistakes(
        tmp_path,
        """\
        [tool.cutpoint.services.order]
        apps = ["orders"]
        [tool.cutpoint.services.orders]
        app = ["orders"]
        models = ["Order"]
        modules = "legacy"
        facade = ["orders.api"]
        [tool.cutpoint.services."../up"]
        apps = ["a b"]
        [tool.cutpoint.rules]
        cross-wirte = "off"
        cross-read = "loud"
        cross-join = 3
        [tool.cutpoint.rules."orders billing"]
        cross-read = "off"
        [tool.cutpoint.rules."orders -> billing"]
        cross-reed = "off"
        """,
    ) == [
        "4: services.orders: app is no key of it; did you mean apps?",
        "5: services.orders: models must be a list of names such as [\"orders.Refund\"], which 'Order' can't be",
        "6: services.orders: modules must be a list of names such as [\"legacy.sync.*\"], not 'legacy'",
        "7: services.orders: facade must be the dotted name of a module such as \"orders.api\", not ['orders.api']",
        "8: services.../up: its name must be letters, digits, `_`, `-` and `.`, and begin with none of the last two",
        "9: services.../up: apps must be a list of names such as [\"orders\"], which 'a b' can't be",
        "11: rules: there is no rule cross-wirte; did you mean cross-write?",
        "12: rules: cross-read must be one of error, warning, note, off, not 'loud'",
        "13: rules: cross-join must be one of error, warning, note, off, not 3",
        '14: rules."orders billing" is neither a rule nor a pair of services: write "orders -> billing", `*` for any',
        '16: rules."orders -> billing": there is no rule cross-reed; did you mean cross-read?',
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[tool.cutpoint]\nservices = 3", "2: services must hold tables"),
        ("[tool.cutpoint]\nservices = ['orders']", "2: services must hold tables"),
        ("[tool.cutpoint.services]\norders = ['orders']", "1: services must hold tables"),
        ("[[tool.cutpoint.services]]\nname = 'orders'", "1: services must hold tables"),
        ("[tool.cutpoint]\nrules = 'strict'", "2: rules must be a table"),
        ("[[tool.cutpoint.rules]]\ncross-read = 'off'", "1: rules must be a table"),
        ("[tool.cutpoint]\nrules.'a -> b'.cross-reed = 'off'", '2: rules."a -> b": there is no rule cross-reed'),
        ("[tool.cutpoint]\n\nservices.orders = {apps = 3}", "3: services.orders: apps must be"),
        ("[tool.cutpoint]\nservices.orders.apps = [1]", "2: services.orders: apps must be"),
        ("# comment\n[ tool . cutpoint . services . orders ] # x\n'apps' = 1", "3: services.orders: apps must be"),
        ("[tool.cutpoint.rules]\n'a -> b -> c' = {cross-read='off'}", '2: rules."a -> b -> c" is neither'),
    ],
)  # fmt: skip
def test_other_spellings_of_mistakes(tmp_path, text, said):
    (found,) = mistakes(tmp_path, text)
    assert found.startswith(said)


def test_a_service_without_keys_is_for_the_project_to_judge(tmp_path):
    assert gate_of(tmp_path, "[tool.cutpoint.services.orders]\n").services == (Service("orders"),)


def test_the_baseline_stays_inside_the_project(tmp_path):
    with pytest.raises(ConfigError, match="must stay inside the project"):
        gate_of(tmp_path, '[tool.cutpoint]\nbaseline = "../elsewhere"\n')
