from tests.support.query_snippets import accesses_of, check


def test_generic_views_without_a_line_of_ours():
    check("""
        from django.views.generic import CreateView, DeleteView, DetailView, ListView, UpdateView

        class WishList(ListView):  # read shop_wish via library
            model = Wish

        class WishDetail(DetailView):  # read shop_wish
            queryset = Wish.objects.all()  # read shop_wish

        class NewWish(CreateView):  # insert shop_wish
            model = Wish
            fields = ["text"]

        class ChangedWish(UpdateView):  # read shop_wish, update shop_wish
            model = Wish
            fields = ["text"]

        class NoWish(DeleteView):  # read shop_wish, delete shop_wish
            model = Wish
    """)


def test_super_of_a_generic_view():
    check("""
        from django import forms
        from django.views.generic import UpdateView

        class WishForm(forms.ModelForm):
            class Meta:
                model = Wish
                fields = ["text"]

        class ChangedWish(UpdateView):  # read shop_wish
            model = Wish
            form_class = WishForm

            def form_valid(self, form):
                cache.delete("wishes")
                return super().form_valid(form)  # update shop_wish
    """)


def test_the_line_of_the_library_is_the_cause():
    found = accesses_of("""
        from django.views.generic import DeleteView

        class NoWish(DeleteView):
            model = Wish
    """)
    (delete,) = [access for access in found if access.action == "delete"]
    assert delete.function == "desk.views.NoWish"
    assert delete.cause is not None
    assert delete.cause.path == "django/views/generic/edit.py"


def test_views_that_are_no_generic_ones():
    check("""
        from django.views import View
        from django.views.generic import TemplateView

        class Page(TemplateView):
            template_name = "page.html"

        class Plain(View):
            def get(self, request):
                return None
    """)
