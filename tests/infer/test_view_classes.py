"""Views that a class names beside their model, and that code which is common to several of them makes."""

from tests.support.query_snippets import check


def test_a_view_is_about_the_model_beside_it():
    check("""
        from django.views.generic import DetailView

        class Shown(DetailView):  # read shop_wish
            def post(self, request, *args, **kwargs):
                self.get_object().delete()  # read shop_wish, delete shop_wish

        class Other(DetailView):  # read people_badge
            def post(self, request, *args, **kwargs):
                self.get_object().delete()  # read people_badge, delete people_badge

        class Views:
            view_class = None
            model = None

            def given(self, **kwargs):
                return {"model": self.model, "template_name": None, **kwargs}

            def view(self, **kwargs):
                given = self.given()
                given.update(kwargs)
                kept = {key: value for key, value in given.items() if hasattr(self.view_class, key)}
                return self.view_class.as_view(**kept)

        class WishViews(Views):
            view_class = Shown
            model = Wish

        class BadgeViews(Views):
            view_class = Other
            model = Badge
    """)


def test_a_view_with_a_model_of_its_own_keeps_it():
    check("""
        class Forget:
            model = Badge

            def post(self, pk):
                self.model.objects.filter(pk=pk).delete()  # delete people_badge

        class Routes:
            forget_view_class = Forget
            model = Wish
    """)


def test_inherited_views_and_other_classes_are_left_alone():
    check("""
        class Forget:
            model = None

            def post(self, pk):
                self.model.objects.filter(pk=pk).delete()

        class Routes:
            forget_view_class = Forget

        class WishRoutes(Routes):
            forget_class = Forget
            model = Wish
    """)
