from tests.support.query_snippets import check

SERIALIZER = """
        from rest_framework import generics, mixins, serializers, viewsets

        class BadgeSerializer(serializers.ModelSerializer):
            class Meta:
                model = Badge
                fields = ["color"]
"""


def test_actions_that_are_exposed():
    check(f"""{SERIALIZER}
        class Badges(viewsets.ModelViewSet):  # read people_badge via view, insert people_badge, update people_badge, delete people_badge
            queryset = Badge.objects.all()  # read people_badge
            serializer_class = BadgeSerializer

        class SeenBadges(viewsets.ReadOnlyModelViewSet):  # read people_badge
            queryset = Badge.objects.all()  # read people_badge
            serializer_class = BadgeSerializer

        class NewBadges(generics.CreateAPIView):  # insert people_badge
            serializer_class = BadgeSerializer

        class OldBadges(mixins.DestroyModelMixin, viewsets.GenericViewSet):  # read people_badge, delete people_badge
            queryset = Badge.objects.all()  # read people_badge

        class OnlyNew(viewsets.ModelViewSet):  # insert people_badge
            http_method_names = ["post"]
            queryset = Badge.objects.all()  # read people_badge
            serializer_class = BadgeSerializer
    """)


def test_own_hooks_and_actions():
    check(f"""{SERIALIZER}
        class Badges(mixins.CreateModelMixin, mixins.DestroyModelMixin, viewsets.GenericViewSet):
            queryset = Badge.objects.all()  # read people_badge
            serializer_class = BadgeSerializer

            def perform_create(self, serializer):
                super().perform_create(serializer)  # insert people_badge

            def destroy(self, request, pk):
                Wish.objects.update(text="")  # update shop_wish
    """)


def test_a_mixin_alone_serves_nothing():
    check(f"""{SERIALIZER}
        class CreatesBadges(mixins.CreateModelMixin):
            serializer_class = BadgeSerializer
    """)
