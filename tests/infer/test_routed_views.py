"""Views under ATOMIC_REQUESTS: each request is a transaction, unless the view is taken out of it."""

from tests.support.judging import FILES
from tests.support.transactions import found_in, transactions_of

SETTINGS = {
    "config/settings.py": FILES["config/settings.py"]
    + """
        DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "ATOMIC_REQUESTS": True}}
        ROOT_URLCONF = "config.urls"
    """
}
URLS = {
    "config/urls.py": """
        from django.contrib.auth.decorators import login_required
        from django.urls import path, re_path
        from billing import pay
        urlpatterns = [
            path("pay/", pay.pay), path("free/", pay.free), path("both/", login_required(pay.both)),
            re_path("show/", pay.Show.as_view()), path("loose/", pay.Loose.as_view()),
        ]
    """
}
CODE = """
    def pay(request):
        store()
    def store():
        Order.objects.create()
    @transaction.non_atomic_requests
    def free(request):
        Order.objects.create()
    def both(request):
        Invoice.objects.create()
    class Show(View):
        def post(self, request):
            Line.objects.create()
    @method_decorator(transaction.non_atomic_requests, name="dispatch")
    class Loose(View):
        def post(self, request):
            Line.objects.create()
"""


def test_views_that_url_patterns_name():
    assert transactions_of(CODE, SETTINGS | URLS) == [
        "2 pay request: orders_order",
        "9 both request: billing_invoice",
        "11 Show request: orders_line",
    ]


def test_none_without_the_setting():
    assert not transactions_of(CODE, URLS)


def test_functions_that_no_pattern_names_are_no_views():
    assert transactions_of(CODE, SETTINGS) == ["11 Show request: orders_line"]


def test_what_stands_in_a_view_is_nested():
    found = found_in(
        """
        @transaction.atomic
        def pay(request):
            Order.objects.create()
        class Show(View):
            def post(self, request):
                Order.objects.get_or_create()
        """,
        SETTINGS | URLS,
    )
    assert [(each.function.removeprefix("billing.pay."), str(each.kind), each.is_nested) for each in found] == [
        ("pay", "decorator", True),
        ("pay", "request", False),
        ("Show", "request", False),
        ("Show.post", "implicit", True),
    ]


def test_a_pattern_that_names_an_attribute_of_what_a_call_gives():
    urls = {path: text.replace("pay.Show.as_view()", "pay.Show.as_view().made") for path, text in URLS.items()}
    assert transactions_of(CODE, SETTINGS | urls) == transactions_of(CODE, SETTINGS | URLS)
