"""The services that the configuration names, in what commands say."""

import json

from tests.support.commands import run
from tests.support.shop import a_shop


def test_services_of_the_configuration_are_those_of_the_report(capfd, tmp_path):
    shop = a_shop(
        tmp_path / "shop",
        **{
            "pyproject.toml": """
            [tool.cutpoint.services.money]
            apps = ["billing"]
            models = ["orders.Refund"]
            facade = "billing.api"
            """,
            "billing/api.py": "",
        },
    )
    report = json.loads(run(capfd, "analyze", shop, "--no-cache", "--workers", "1", "--format", "json").out)
    assert report["services"] == [
        {"name": "money", "apps": ["billing"], "models": ["orders.Refund"], "modules": [], "facade": "billing.api"},
        {"name": "orders", "apps": ["orders"], "models": [], "modules": [], "facade": None},
    ]
    assert {row["service"] for row in report["accesses"] if row["app"] == "billing"} == {"money"}
    (order,) = [table for table in report["tables"] if table["name"] == "orders_order"]
    assert [(writer["service"], writer["app"]) for writer in order["writers"]] == [("money", "billing")]
    writes = json.loads(run(capfd, "who-writes", "Order", shop, "--no-cache", "--workers", "1", "--format", "json").out)
    assert {row["service"] for row in writes["accesses"]} == {"money"}
