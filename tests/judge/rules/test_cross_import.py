from cutpoint.domain.service import Service
from tests.support.judging import check, judged_of

RULE = "cross-import"
ORDERS = Service("orders", apps=("orders",), facade="orders.api")
API = {"orders/api/__init__.py": "", "orders/api/words.py": "", "orders/internal.py": "def secret(): ..."}


def test_past_the_facade():
    check(
        RULE,
        {
            **API,
            "billing/tasks.py": """
                import orders.internal  # cross-import module orders.internal
                from orders.models import Order  # cross-import module orders.models

                def later():
                    from orders import internal  # cross-import function orders.internal
            """,
        },
        ORDERS,
    )


def test_through_the_facade_for_typing_or_at_home():
    check(
        RULE,
        {
            **API,
            "billing/tasks.py": """
                from typing import TYPE_CHECKING
                import json
                import orders.api
                from orders import api
                from orders.api import words
                from orders.api.words import anything

                if TYPE_CHECKING:
                    from orders.models import Order
            """,
            "billing/tests/test_tasks.py": "from orders.models import Order",
            "billing/tests/__init__.py": "",
            "orders/services.py": "from orders.models import Order",
        },
        ORDERS,
    )


def test_without_a_facade_nothing_is_past_it():
    check(RULE, {"billing/tasks.py": "from orders.models import Order"})


def test_words_of_a_finding():
    (finding,) = judged_of({**API, "reports/x.py": "import orders.internal"}, ORDERS).findings[:1]
    assert finding.key.rule == RULE
    assert finding.evidence == "imports orders.internal"
    assert (
        finding.meaning
        == "orders may be used through orders.api; what reports takes past it, orders can't change freely."
    )
    assert finding.move == "Import orders.api, and let it offer what is missing."
