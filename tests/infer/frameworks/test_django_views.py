import pytest

from tests.support.judging import check as check_rule
from tests.support.query_snippets import check


def test_object_of_a_detail_view():
    check("""
        from django.views.generic import DetailView

        class WishView(DetailView):  # read shop_wish
            model = Wish

            def get_context_data(self, **kwargs):
                self.object.customer.badge.delete()  # read people_customer, people_badge, delete people_badge
                return super().get_context_data(**kwargs)

            def post(self, request, *args, **kwargs):
                wish = self.get_object()  # read shop_wish
                wish.delete()  # delete shop_wish
                self.request.user.wishes.update()  # read people_customer, update shop_wish
    """)


def test_queryset_attribute():
    check("""
        from django.views.generic import DetailView

        class WishView(DetailView):  # read shop_wish
            queryset = Wish.objects.filter(text="")  # read shop_wish

            def post(self, request, *args, **kwargs):
                self.get_object().delete()  # read shop_wish, delete shop_wish
                self.get_queryset().delete()  # delete shop_wish
    """)


def test_get_queryset():
    check("""
        from django.views.generic import ListView

        class WishView(ListView):  # read shop_wish
            def get_queryset(self):
                return self.request.user.wishes.filter(text="")  # read people_customer, shop_wish

            def forget(self):
                for wish in self.get_queryset():  # read shop_wish
                    wish.delete()  # delete shop_wish
                for wish in self.object_list:  # read shop_wish
                    wish.delete()  # delete shop_wish
    """)


def test_get_queryset_that_asks_its_base():
    check("""
        from django.views.generic import ListView

        class WishView(ListView):  # read shop_wish, shop_product
            model = Wish

            def get_queryset(self):
                return super().get_queryset().filter(product__name="")  # read shop_wish, shop_product
    """)


def test_get_object():
    check("""
        from django.views.generic import UpdateView

        class WishView(UpdateView):
            fields = ["text"]

            def get_object(self, queryset=None):
                return get_object_or_404(Wish, pk=self.kwargs["pk"])  # read shop_wish

            def form_valid(self, form):
                self.get_object().delete()  # delete shop_wish
                return super().form_valid(form)
    """)


def test_base_class_of_the_project():
    check("""
        from django.views.generic import DetailView

        class OwnedMixin:
            def get_queryset(self):
                return super().get_queryset().filter(customer=self.request.user)  # read shop_wish, people_customer

        class WishView(OwnedMixin, DetailView):  # read shop_wish
            model = Wish

            def forget(self):
                self.get_object().delete()  # read shop_wish, delete shop_wish
    """)


def test_generic_base_with_the_model_in_subclasses():
    check("""
        from django.views.generic import DetailView

        class Base(DetailView):
            def forget(self):
                self.get_object().delete()  # read shop_wish, shop_line, delete shop_wish, shop_line

        class WishView(Base):  # read shop_wish
            model = Wish

        class LineView(Base):  # read shop_line
            queryset = Line.objects.all()  # read shop_line
    """)


def test_plain_view():
    check("""
        from django.views import View

        class WishView(View):
            def setup(self, request, *args, **kwargs):
                super().setup(request, *args, **kwargs)
                self.wish = Wish.objects.get(pk=kwargs["pk"])  # read shop_wish

            def get(self, request, pk):
                self.wish.delete()  # delete shop_wish
                self.kwargs.get("a")
                self.request.GET.get("a")
    """)


@pytest.mark.parametrize("attribute", ["kwargs.get('a')", "args.count(1)", "request.GET.get('a')"])
def test_plain_parts_of_a_view(attribute):
    check(f"""
        from django.views.generic import DetailView

        class WishView(DetailView):  # read shop_wish
            model = Wish

            def look(self):
                self.{attribute}
    """)


def test_class_that_only_has_a_model():
    check("""
        class Sheet:
            model = "shop.Wish"
            object = None

            def get_object(self):
                return {}

            def look(self):
                self.get_object().update(a=1)
                self.object.delete()
    """)


def test_queryset_of_a_view_keeps_its_own_methods():
    check("""
        from django.views.generic import ListView

        class WishView(ListView):  # read shop_wish
            queryset = Wish.objects.all()  # read shop_wish

            def post(self, request):
                self.get_queryset().open().update(note="")  # update shop_wish, read shop_product
    """)


def test_queryset_of_a_view_whose_manager_an_abstract_model_declares():
    reports = """
        from django.db import models

        class ReviewQuerySet(models.QuerySet):
            pass

        class AbstractReview(models.Model):
            name = models.CharField(max_length=3)
            objects = ReviewQuerySet.as_manager()

            class Meta:
                abstract = True

        class Review(AbstractReview):
            pass
    """
    views = """
        from django.views.generic import ListView
        from reports.models import Review

        class ReviewView(ListView):
            queryset = Review.objects.all()

            def post(self, request):
                self.get_queryset().update(name="")  # cross-write update reports_review
    """
    check_rule("cross-write", {"reports/models.py": reports, "billing/views.py": views})


def test_form_class_that_a_property_gives():
    check("""
        from django.forms import modelformset_factory
        from django.views.generic import FormView

        class WishesView(FormView):  # read shop_wish via validation
            formset_class = modelformset_factory(Wish, fields=["text"])

            @property
            def form_class(self):
                return self.formset_class

            def form_valid(self, form):
                form.save()  # insert shop_wish, update shop_wish
                return super().form_valid(form)
    """)
