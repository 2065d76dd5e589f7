from tests.support.query_snippets import check


def test_action():
    check("""
        from django.contrib import admin

        @admin.action(description="forget")
        def forget(modeladmin, request, queryset):
            queryset.delete()  # delete shop_wish

        @admin.register(Wish)
        # read shop_wish, people_customer, shop_product, insert shop_wish, update shop_wish, delete shop_wish
        class WishAdmin(admin.ModelAdmin):
            actions = [forget, "drop"]

            def drop(self, request, queryset):
                for wish in queryset:  # read shop_wish
                    wish.delete()  # delete shop_wish
    """)


def test_hooks():
    check("""
        from django.contrib import admin

        class WishAdmin(admin.ModelAdmin):  # read shop_wish, people_customer, shop_product, delete shop_wish
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


def test_model_and_rows_of_each_admin_that_inherits():
    check("""
        from django.contrib import admin

        class Base(admin.ModelAdmin):
            def wipe(self, request, pk):
                # read shop_wish inferred, people_badge inferred, delete shop_wish, people_badge
                self.get_object(request, pk).delete()
                self.model.objects.filter(pk=pk).update(a=1)  # update shop_wish, people_badge

        # read shop_wish, people_customer, shop_product, insert shop_wish, update shop_wish, delete shop_wish
        class WishAdmin(Base):
            pass

        @admin.register(Badge)
        # read people_badge, people_customer, insert people_badge, update people_badge, delete people_badge
        class BadgeAdmin(Base):
            pass

        admin.site.register(Wish, WishAdmin)
    """)


def test_class_that_is_no_admin_has_no_model():
    check("""
        class WishAdmin:
            def wipe(self, request):
                self.get_queryset(request).delete()  # blind
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
