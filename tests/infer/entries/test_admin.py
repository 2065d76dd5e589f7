"""The admin: pages of a model, and each action by itself."""

from tests.support.entries import check_entries


def test_pages_and_actions():
    check_entries(
        "admin",
        """
        from django.contrib import admin

        @admin.register(Order)
        class OrderAdmin(admin.ModelAdmin):
            actions = ["settle"]

            def get_queryset(self, request):
                return super().get_queryset(request)

            def settle(self, request, queryset):
                Product.objects.create()

            @admin.action(description="Not among the actions")
            def wish(self, request, queryset):
                Wish.objects.create()
        """,
        """
        shop.Order: settle desk.views.OrderAdmin.settle: writes shop_product
        """,
        only=": ",
    )


def test_an_admin_that_is_not_registered_is_none():
    check_entries(
        "admin",
        """
        from django.contrib import admin

        class OrderAdmin(admin.ModelAdmin):
            def save_model(self, request, obj, form, change):
                Wish.objects.create()
        """,
        "",
    )
