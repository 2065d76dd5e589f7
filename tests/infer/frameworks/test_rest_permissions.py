"""Permissions of Django REST framework."""

from tests.support.query_snippets import check

VIEWS = """
        from rest_framework import permissions, viewsets

        class IsOpen(permissions.BasePermission):
            def has_object_permission(self, request, view, obj):
                return not obj.lines.exists()  # read shop_line inferred

        class IsFresh(permissions.BasePermission):
            def has_object_permission(self, request, view, obj):
                obj.refresh_from_db()  # read shop_order inferred, shop_wish inferred
                return True

        class IsUnused(permissions.BasePermission):
            def has_object_permission(self, request, view, obj):
                return obj.lines.exists()  # blind

        class Orders(viewsets.ReadOnlyModelViewSet):  # read shop_order
            queryset = Order.objects.all()  # read shop_order
            permission_classes = [{orders}]

        class Wishes(viewsets.ReadOnlyModelViewSet):  # read shop_wish
            queryset = Wish.objects.all()  # read shop_wish
            permission_classes = (IsFresh,)
"""


def test_rows_of_the_views_that_list_a_permission():
    check(VIEWS.format(orders="IsOpen, IsFresh"))


def test_permissions_that_are_joined_by_operators():
    check(VIEWS.format(orders="permissions.IsAuthenticated & IsOpen & (IsOpen | IsFresh)"))
