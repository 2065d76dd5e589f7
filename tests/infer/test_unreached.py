"""Inherited methods that nothing in a class leads to, as it has overridden all that call them."""

from cutpoint.domain.project import Options
from cutpoint.pipeline import analyze
from tests.support.monolith import MANAGE, write_files
from tests.support.query_snippets import check

VIEWS = """
        class Creation:
            model = None

            def form_valid(self):
                self.store()

            def store(self):
                keep(self.model())

        def keep(row):
            row.save()  # {kept}

        class Wishes(Creation):
            model = Wish

        class Badges(Creation):
            model = Badge

            def form_valid(self):
                {instead}
"""


def _kept(certainty: str) -> str:
    return f"insert shop_wish inferred, insert people_badge {certainty}"


def test_a_caller_that_is_overridden():
    check(VIEWS.format(kept=_kept("possible"), instead="print(self)"))


def test_an_override_that_says_super():
    check(VIEWS.format(kept=_kept("inferred"), instead="super().form_valid()"))


def test_whoever_calls_from_elsewhere():
    check(
        VIEWS.format(kept=_kept("inferred"), instead="print(self)")
        + """
        def run(creation: Creation):
            creation.store()
    """
    )


def test_a_caller_of_what_is_overridden_by_a_mixin():
    check("""
        class Drafts:
            model = None

            def publish(self):
                self.note()

            def note(self):
                print(self)

        class Noted(Drafts):
            def note(self):
                self.model().save()  # insert shop_wish possible, insert shop_tag

        class Wishes(Noted):
            model = Wish

            def publish(self):
                print(self)

        class Tags(Noted):
            model = Tag
    """)


def test_a_way_of_several_steps():
    check("""
        class Creation:
            model = None

            def post(self):
                self.form_valid()

            def form_valid(self):
                self.store()

            def store(self):
                self.model().save()  # insert shop_wish, insert people_badge possible

        class Wishes(Creation):
            model = Wish

        class Badges(Creation):
            model = Badge

            def post(self):
                print(self)
    """)


def test_a_framework_that_calls_only_what_is_overridden(tmp_path):
    files = {
        "manage.py": MANAGE,
        "config/__init__.py": "",
        "config/settings.py": 'INSTALLED_APPS = ["shop"]\n',
        "shop/__init__.py": "",
        "shop/models.py": """
            from django.db import models

            class Order(models.Model):
                pass

            class Bill(models.Model):
                pass
        """,
        "shop/views.py": """
            from shop.models import Bill, Order
            from siteviews.base import View

            class Removal(View):
                model = None

                def form_valid(self):
                    self.remove()

                def remove(self):
                    self.model.objects.all().delete()

            class OrderRemoval(Removal):
                model = Order

            class BillRemoval(Removal):
                model = Bill

                def post(self):
                    print(self)
        """,
        "packages/siteviews/__init__.py": "",
        "packages/siteviews/base.py": """
            class View:
                def post(self):
                    self.form_valid()

                def form_valid(self):
                    pass
        """,
    }
    write_files(tmp_path, files)
    options = Options(root=str(tmp_path), packages=(str(tmp_path / "packages"),), exclude=("packages",), workers=1)
    found = {(each.table, each.certainty) for each in analyze(options).accesses if each.action == "delete"}
    assert found == {("shop_order", "proved"), ("shop_bill", "possible")}


def test_a_handler_that_dispatch_calls_by_its_name_whoever_else_doesnt():
    # Django's `BaseDeleteView.post` calls no `delete` any more, but a request with that method does.
    check("""
        from django.views.generic import DeleteView

        class NoWish(DeleteView):  # read shop_wish
            model = Wish

            def delete(self, request, *args, **kwargs):
                wish = self.get_object()  # read shop_wish
                wish.delete()  # delete shop_wish proved

            def remove(self, request):
                Badge.objects.update(name="")  # update people_badge
    """)
