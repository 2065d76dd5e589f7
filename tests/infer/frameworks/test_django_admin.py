import pytest

from tests.support.query_snippets import check


@pytest.mark.xfail(strict=True, reason="the queryset that an admin action is handed")
def test_action():
    check("""
        from django.contrib import admin

        @admin.action(description="forget")
        def forget(modeladmin, request, queryset):
            queryset.delete()  # delete shop_wish

        @admin.register(Wish)
        class WishAdmin(admin.ModelAdmin):
            actions = [forget, "drop"]

            def drop(self, request, queryset):
                for wish in queryset:  # read shop_wish
                    wish.delete()  # delete shop_wish
    """)


@pytest.mark.xfail(strict=True, reason="arguments and super() of ModelAdmin's hooks")
def test_hooks():
    check("""
        from django.contrib import admin

        class WishAdmin(admin.ModelAdmin):
            def get_queryset(self, request):
                return super().get_queryset(request).filter(product__name="")  # read shop_wish, shop_product

            def save_model(self, request, obj, form, change):
                obj.customer = request.user  # read people_customer
                super().save_model(request, obj, form, change)  # insert shop_wish, update shop_wish

            def delete_model(self, request, obj):
                obj.delete()  # delete shop_wish

            def buyer(self, obj):
                return obj.customer.email  # read people_customer

        admin.site.register(Wish, WishAdmin)
    """)


def test_plain_parts():
    check("""
        from django.contrib import admin

        @admin.register(Wish)
        # read shop_wish, people_customer, shop_product, insert shop_wish, update shop_wish, delete shop_wish
        class WishAdmin(admin.ModelAdmin):
            list_display = ["text"]

            def look(self, request):
                self.list_display.count("text")
                request.GET.get("a")
                self.message_user(request, "done")
    """)
