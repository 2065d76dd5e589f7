import pytest

from cutpoint.domain.errors import EXIT_USAGE, ConfigError
from cutpoint.domain.gate import Gate
from cutpoint.domain.service import OUTSIDE, Service
from cutpoint.relate.services import services_of
from tests.support.builders import a_catalog, a_model, a_module, an_app
from tests.support.judging import said

MODULES = (
    "orders",
    "orders.models",
    "orders.api",
    "orders.api.words",
    "orders.sync.jobs",
    "billing.models",
    "billing.api",
)
CATALOG = a_catalog(
    apps=[an_app("orders"), an_app("billing"), an_app("auth", ours=False)],
    models=[
        a_model("orders.Order"),
        a_model("orders.Refund", module="orders.sync.jobs"),
        a_model("billing.Invoice"),
        a_model("auth.User", ours=False),
    ],
    modules=[*map(a_module, MODULES), a_module("scripts.load", None)],
)


def services(*configured, rules=(), catalog=CATALOG, is_past=False):
    return services_of(catalog, Gate(services=configured, severities=rules), is_past=is_past)


def mistakes(*configured, rules=()):
    with pytest.raises(ConfigError) as caught:
        services(*configured, rules=rules)
    assert caught.value.exit_code == EXIT_USAGE
    return list(caught.value.mistakes)


def test_an_app_is_its_own_service_by_default():
    found = services()
    assert found.names == ("auth", "billing", "orders")
    assert found.of_module("orders.api.words") == "orders"
    assert found.of_model("billing.Invoice") == "billing"
    assert found.of_table("billing_invoice") == "billing"
    assert not found.is_configured("orders")


def test_code_of_no_app_is_outside():
    assert services().of_module("scripts.load") == OUTSIDE
    assert services().of_module("nowhere") == OUTSIDE


def test_a_table_that_no_model_declares_is_nobodys():
    assert services().of_table("legacy_rows") is None


def test_apps_are_grouped():
    found = services(Service("shop", apps=("billing", "orders")))
    assert found.names == ("auth", "shop")
    assert {found.of_app("orders"), found.of_module("billing.models"), found.of_table("orders_order")} == {"shop"}
    assert found.is_configured("shop")


def test_a_model_may_go_elsewhere_and_leaves_its_code():
    found = services(Service("money", apps=("billing",), models=("orders.Refund",)))
    assert found.of_table("orders_refund") == "money"
    assert found.of_table("orders_order") == "orders"
    assert found.of_module("orders.sync.jobs") == "orders"


def test_a_module_takes_its_models_along():
    found = services(Service("sync", modules=("orders.sync.*",)))
    assert found.of_module("orders.sync.jobs") == "sync"
    assert found.of_table("orders_refund") == "sync"
    assert found.of_module("orders.models") == "orders"


def test_a_module_without_a_star_is_that_one_alone():
    found = services(Service("front", modules=("orders.api",)))
    assert found.of_module("orders.api") == "front"
    assert found.of_module("orders.api.words") == "orders"
    assert services(Service("front", modules=("orders.api.*",))).of_module("orders.api") == "front"


def test_a_star_takes_no_module_whose_name_only_begins_so():
    catalog = a_catalog(apps=[an_app("orders")], modules=[a_module("orders.api"), a_module("orders.apis")])
    found = services(Service("front", modules=("orders.api.*",)), catalog=catalog)
    assert found.of_module("orders.apis") == "orders"


def test_the_longest_pattern_wins():
    found = services(Service("all", modules=("orders.*",)), Service("front", modules=("orders.api.*",)))
    assert found.of_module("orders.api.words") == "front"
    assert found.of_module("orders.models") == "all"


def test_an_exact_name_wins_over_a_star_of_the_same_length():
    found = services(Service("a", modules=("orders.api.*",)), Service("b", modules=("orders.api",)))
    assert (found.of_module("orders.api"), found.of_module("orders.api.words")) == ("b", "a")


def test_a_facade_is_the_module_and_what_lies_in_it():
    found = services(Service("orders", apps=("orders",), facade="orders.api"))
    assert found.facade_of("orders") == "orders.api"
    assert found.is_facade("orders", "orders.api") and found.is_facade("orders", "orders.api.words")
    assert not found.is_facade("orders", "orders.models") and not found.is_facade("billing", "orders.api")


def test_a_service_may_claim_a_librarys_app():
    found = services(Service("people", apps=("auth",)))
    assert found.of_table("auth_user") == "people"
    assert found.is_configured("people")


def test_an_unmanaged_second_model_of_a_table_owns_nothing():
    catalog = a_catalog(
        apps=[an_app("orders"), an_app("reports")],
        models=[a_model("orders.Order"), a_model("reports.Row", table="orders_order", managed=False)],
    )
    assert services(catalog=catalog).of_table("orders_order") == "orders"


def test_every_unknown_name_is_told_with_the_nearest_right_one():
    assert mistakes(
        Service("shop", apps=("ordres",), models=("orders.Ordre",), modules=("orders.apy.*",), facade="orders.ap"),
        Service("money", apps=("billing",), models=("zzz.Zzz",)),
        rules=(said("cross-read", "off", "monye -> *"), said("cross-read", "off", "* -> xyz")),
    ) == [
        "services.money: there is no model zzz.Zzz",
        "services.shop: there is no app ordres; did you mean orders?",
        "services.shop: there is no model orders.Ordre; did you mean orders.Order?",
        "services.shop: there is no module orders.apy.*; did you mean orders.api.*?",
        "services.shop: there is no module orders.ap to be its facade; did you mean orders.api?",
        "rules: there is no service monye; did you mean money?",
        "rules: there is no service xyz",
    ]


def test_mistakes_of_the_text_come_first_and_all_have_their_place():
    sales = Service("sales", facade="orders.ap")
    gate = Gate((sales,), mistakes=("first",), places={("sales", "facade"): "pyproject.toml:3: services.sales"})
    with pytest.raises(ConfigError) as caught:
        services_of(CATALOG, gate)
    assert caught.value.mistakes == (
        "first",
        "pyproject.toml:3: services.sales: there is no module orders.ap to be its facade; did you mean orders.api?",
    )


def test_what_two_services_hold_is_told():
    assert mistakes(
        Service("a", apps=("orders",), models=("billing.Invoice",), modules=("billing.*",), facade="orders.api"),
        Service("b", apps=("orders",), models=("billing.Invoice",), modules=("billing.*",), facade="orders.api"),
    )[:4] == [
        "services: the app orders belongs to a and b; leave it in one of them",
        "services: the model billing.Invoice belongs to a and b; leave it in one of them",
        "services: the module billing.* belongs to a and b; leave it in one of them",
        "services: orders.api is the facade of a and b; give each its own",
    ]


def test_a_name_twice_in_one_service_is_no_harm():
    assert services(Service("a", apps=("orders", "orders"))).of_app("orders") == "a"


def test_a_facade_outside_of_its_service_is_told():
    assert mistakes(Service("orders", apps=("orders",), facade="billing.api")) == [
        (
            "services.orders: its facade billing.api belongs to billing;"
            ' add it (modules = ["billing.api.*"]) or name a module of its own'
        )
    ]
    assert services(Service("orders", apps=("orders",), modules=("billing.api",), facade="billing.api"))


def test_names_that_mislead_are_told():
    assert mistakes(
        Service("orders", models=("billing.Invoice",)), Service(OUTSIDE, apps=("billing",)), Service("empty")
    ) == [
        "services.empty: it holds nothing; give it apps, models or modules",
        'services.orders: there is an app of that name which it doesn\'t hold; add it (apps = ["orders"]) or choose another name',
        "services.outside: this is what code outside of apps is called; choose another name",
    ]


def test_an_apps_name_is_free_when_another_service_holds_the_app():
    found = services(Service("billing", apps=("orders",)), Service("orders", apps=("billing",)))
    assert (found.of_app("orders"), found.of_app("billing")) == ("billing", "orders")


def test_rules_may_speak_of_apps_that_stand_for_themselves_and_of_code_outside():
    assert services(rules=(said("cross-read", "off", "billing -> orders"), said("cross-read", "off", "outside -> *")))


def test_of_the_past_nothing_is_asked():
    past = a_catalog(apps=[an_app("orders")], models=[a_model("orders.Order")], modules=[a_module("orders.models")])
    found = services(
        Service("money", apps=("billing",), models=("orders.Refund",), modules=("orders.sync.*",), facade="orders.api"),
        rules=(said("cross-read", "off", "money -> later"),),
        catalog=past,
        is_past=True,
    )
    assert found.of_table("orders_order") == "orders"


def test_in_the_past_a_services_name_may_have_been_an_apps():
    past = a_catalog(apps=[an_app("money")], models=[a_model("money.Coin")], modules=[a_module("money.models")])
    found = services(Service("money", apps=("billing",)), catalog=past, is_past=True)
    assert found.names == ("money",)
    assert found.of_table("money_coin") == "money"
