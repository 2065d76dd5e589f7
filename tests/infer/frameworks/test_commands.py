"""Management commands, tasks and other doors that Django opens by name."""

from tests.support.query_snippets import check


def test_command():
    check(
        "\n",
        files={
            "desk/management/__init__.py": "",
            "desk/management/commands/__init__.py": "",
            "desk/management/commands/forget.py": """
        from django.core.management.base import BaseCommand
        from shop.models import Wish

        class Command(BaseCommand):
            def add_arguments(self, parser):
                parser.add_argument("--all")

            def handle(self, *args, **options):
                options.get("all")
                self.stdout.write("a")
                for wish in self.wishes(options["all"]):  # read shop_wish
                    wish.delete()  # delete shop_wish

            def wishes(self, everything):
                return Wish.objects.all()  # read shop_wish
    """,
        },
    )


def test_middleware():
    check("""
        class Middleware:
            def __init__(self, get_response):
                self.get_response = get_response

            def __call__(self, request):
                Wish.objects.filter(text="").delete()  # delete shop_wish
                return self.get_response(request)

            def process_view(self, request, view, args, kwargs):
                request.user.badge.delete()  # read people_customer, people_badge, delete people_badge
    """)


def test_context_processor_and_template_tag():
    check("""
        from django import template

        register = template.Library()

        def wishes(request):
            return {"wishes": Wish.objects.filter(customer=request.user)}  # read shop_wish, people_customer

        @register.simple_tag
        def newest():
            return Wish.objects.last()  # read shop_wish

        @register.filter(name="number")
        def number_of(customer: Customer):
            return customer.wishes.count()  # read shop_wish

        @register.inclusion_tag("a.html", takes_context=True)
        def all_wishes(context):
            return {"wishes": list(newest().customer.wishes.all())}  # read people_customer, shop_wish
    """)


def test_app_config():
    check(
        "\n",
        files={
            "desk/apps.py": """
        from django.apps import AppConfig

        class DeskConfig(AppConfig):
            name = "desk"

            def ready(self):
                from shop.models import Wish
                Wish.objects.filter(text="").delete()  # delete shop_wish
                self.get_model("Nothing")
    """
        },
    )


def test_authentication_backend():
    check("""
        from django.contrib.auth.backends import BaseBackend, ModelBackend

        class Backend(ModelBackend):
            def authenticate(self, request, username=None, password=None):
                user = get_user_model().objects.get(username=username)  # read people_customer
                if user.check_password(password):
                    return user

            def get_user(self, number):
                return Customer.objects.filter(pk=number).first()  # read people_customer
    """)
