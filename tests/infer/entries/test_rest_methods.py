"""Views of Django REST framework: one entry point for each HTTP method, with what its own action does."""

from tests.support.entries import check_entries

HEAD = """
        from rest_framework import generics, mixins, serializers, viewsets
        from rest_framework.decorators import action
        from rest_framework.views import APIView

        class BadgeSerializer(serializers.ModelSerializer):
            class Meta:
                model = Badge
                fields = ["color"]
"""


def _routed(view: str) -> dict[str, str]:
    return {
        "config/urls.py": f"""
            from django.urls import include, path
            from rest_framework.routers import DefaultRouter
            from desk import views
            router = DefaultRouter()
            router.register("badges", views.{view}, basename="badge")
            urlpatterns = [path("api/", include(router.urls))]
        """
    }


def _at(view: str) -> dict[str, str]:
    return {
        "config/urls.py": f"""
            from django.urls import path
            from desk import views
            urlpatterns = [path("badges/", views.{view})]
        """
    }


def test_actions_that_the_framework_brings():
    check_entries(
        "url",
        f"""{HEAD}
        class Badges(viewsets.ModelViewSet):
            queryset = Badge.objects.all()
            serializer_class = BadgeSerializer
        """,
        r"""
        GET api/^badges/$ desk.views.Badges: reads people_badge
        POST api/^badges/$ desk.views.Badges: writes people_badge
        GET api/^badges/(?P<pk>[^/.]+)/$ desk.views.Badges: reads people_badge
        PUT api/^badges/(?P<pk>[^/.]+)/$ desk.views.Badges: writes people_badge; reads people_badge
        PATCH api/^badges/(?P<pk>[^/.]+)/$ desk.views.Badges: writes people_badge; reads people_badge
        DELETE api/^badges/(?P<pk>[^/.]+)/$ desk.views.Badges: writes people_badge; reads people_badge
        """,
        files=_routed("Badges"),
    )


def test_own_actions_and_hooks():
    check_entries(
        "url",
        f"""{HEAD}
        class Badges(mixins.CreateModelMixin, mixins.UpdateModelMixin, viewsets.GenericViewSet):
            queryset = Badge.objects.all()
            serializer_class = BadgeSerializer

            def list(self, request):
                return self.shown(Line.objects.all())

            def shown(self, rows):
                return [row.pk for row in rows]

            def perform_create(self, serializer):
                Wish.objects.create()

            def perform_update(self, serializer):
                self.note()

            def note(self):
                Order.objects.update(paid=True)

            def destroy(self, request, pk):
                Wish.objects.all().delete()
        """,
        r"""
        GET api/^badges/$ desk.views.Badges: reads shop_line
        POST api/^badges/$ desk.views.Badges: writes shop_wish
        PUT api/^badges/(?P<pk>[^/.]+)/$ desk.views.Badges: writes shop_order; reads people_badge
        PATCH api/^badges/(?P<pk>[^/.]+)/$ desk.views.Badges: writes shop_order; reads people_badge
        DELETE api/^badges/(?P<pk>[^/.]+)/$ desk.views.Badges: writes shop_wish
        """,
        files=_routed("Badges"),
    )


def test_extra_actions_and_what_all_share():
    check_entries(
        "url",
        f"""{HEAD}
        class Badges(viewsets.ViewSet):
            def get_permissions(self):
                return list(Order.objects.all())

            @action(detail=False, methods=["get", "POST"])
            def swap(self, request):
                Product.objects.create()

            @action(detail=True)
            def seen(self, request, pk):
                return list(Line.objects.all())

            @seen.mapping.delete
            def forget(self, request, pk):
                Wish.objects.all().delete()
        """,
        r"""
        GET|POST api/^badges/swap/$ desk.views.Badges: writes shop_product; reads shop_order
        GET api/^badges/(?P<pk>[^/.]+)/seen/$ desk.views.Badges: reads shop_line, shop_order
        DELETE api/^badges/(?P<pk>[^/.]+)/seen/$ desk.views.Badges: writes shop_wish; reads shop_order
        """,
        files=_routed("Badges"),
    )


def test_methods_that_the_view_allows():
    check_entries(
        "url",
        f"""{HEAD}
        class Badges(viewsets.ModelViewSet):
            http_method_names = ["get", "patch"]
            queryset = Badge.objects.all()
            serializer_class = BadgeSerializer
        """,
        r"""
        GET api/^badges/$ desk.views.Badges: reads people_badge
        GET api/^badges/(?P<pk>[^/.]+)/$ desk.views.Badges: reads people_badge
        PATCH api/^badges/(?P<pk>[^/.]+)/$ desk.views.Badges: writes people_badge; reads people_badge
        """,
        files=_routed("Badges"),
    )


def test_a_mapping_of_methods():
    check_entries(
        "url",
        f"""{HEAD}
        class Badges(viewsets.ModelViewSet):
            queryset = Badge.objects.all()
            serializer_class = BadgeSerializer
        """,
        """
        GET badges/ desk.views.Badges: reads people_badge
        POST badges/ desk.views.Badges: writes people_badge
        """,
        files=_at('Badges.as_view({"get": "list", "post": "create"})'),
    )


def test_generic_views():
    check_entries(
        "url",
        f"""{HEAD}
        class Badges(generics.ListCreateAPIView):
            queryset = Badge.objects.all()
            serializer_class = BadgeSerializer

            def perform_create(self, serializer):
                Wish.objects.create()
        """,
        """
        GET badges/ desk.views.Badges: reads people_badge
        POST badges/ desk.views.Badges: writes shop_wish
        """,
        files=_at("Badges.as_view()"),
    )


def test_views_with_handlers_of_their_own():
    check_entries(
        "url",
        f"""{HEAD}
        class Badges(APIView):
            def get(self, request):
                return self.rows()

            def rows(self):
                return list(Line.objects.all())

            def delete(self, request):
                Wish.objects.all().delete()
        """,
        """
        GET badges/ desk.views.Badges: reads shop_line
        DELETE badges/ desk.views.Badges: writes shop_wish
        """,
        files=_at("Badges.as_view()"),
    )


def test_views_of_django_are_told_whole():
    check_entries(
        "url",
        """
        from django.views import View

        class Badges(View):
            def get(self, request):
                return list(Line.objects.all())

            def post(self, request):
                Wish.objects.all().delete()
        """,
        "badges/ desk.views.Badges: writes shop_wish; reads shop_line",
        files=_at("Badges.as_view()"),
    )
