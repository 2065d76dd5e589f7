from tests.support.query_snippets import accesses_of, check


def test_registered_by_decorator_call_and_loop():
    check("""
        from django.contrib import admin

        @admin.register(Wish)
        # read shop_wish, people_customer, shop_product, insert shop_wish, update shop_wish, delete shop_wish via admin
        class WishAdmin(admin.ModelAdmin):
            pass

        # read people_note, django_content_type, insert people_note, update people_note, delete people_note
        class NoteAdmin(admin.ModelAdmin):
            pass

        admin.site.register(Note, NoteAdmin)

        for model in (Address, Badge):
            # read people_address, people_badge, people_customer, insert people_address, people_badge, update people_address, people_badge, delete people_address, people_badge
            admin.site.register(model)
    """)


def test_what_goes_with_a_row_and_its_relations():
    check("""
        from django.contrib import admin

        @admin.register(Tag)
        # read shop_tag, shop_order_tags, shop_product_tags, insert shop_tag, update shop_tag, delete shop_tag, delete shop_product_tags, delete shop_order_tags
        class TagAdmin(admin.ModelAdmin):
            pass
    """)


def test_inlines_hooks_and_permissions():
    check("""
        from django.contrib import admin

        class LineInline(admin.TabularInline):
            model = Line
            can_delete = False

        @admin.register(Badge)
        # read people_badge, people_customer, shop_line, shop_order, shop_product, insert shop_line, update shop_line, people_badge
        class BadgeAdmin(admin.ModelAdmin):
            inlines = [LineInline]

            def has_add_permission(self, request):
                return False

            def has_delete_permission(self, request, obj=None):
                return False
    """)


def test_own_hook():
    check("""
        from django.contrib import admin

        @admin.register(Badge)
        class BadgeAdmin(admin.ModelAdmin):  # read people_badge, people_customer, delete people_badge
            def save_model(self, request, obj, form, change):
                obj.customer.wishes.update(text="")  # read people_customer, update shop_wish
    """)


def test_actions_get_rows():
    check("""
        from django.contrib import admin

        def forget(modeladmin, request, queryset):
            queryset.update(color="")  # update people_badge

        @admin.register(Badge)
        # read people_badge, people_customer, insert people_badge, update people_badge, delete people_badge
        class BadgeAdmin(admin.ModelAdmin):
            actions = [forget]
    """)


def test_the_class_is_the_cause():
    found = accesses_of("""
        from django.contrib import admin

        @admin.register(Badge)
        class BadgeAdmin(admin.ModelAdmin):
            pass
    """)
    assert {access.function for access in found} == {"desk.views.BadgeAdmin"}
    assert {(access.cause.path, access.cause.line) for access in found if access.cause} == {("desk/views.py", 5)}


def test_not_registered():
    check("""
        from django.contrib import admin

        class BadgeAdmin(admin.ModelAdmin):
            pass

        class Register:
            def register(self, model):
                return model

        Register().register(Badge)
    """)


def test_fields_that_are_not_shown_are_not_saved():
    check("""
        from django.contrib import admin

        class ProductAdmin(admin.ModelAdmin):  # read shop_product, insert shop_product, update shop_product
            fieldsets = [(None, {"fields": ["name"]})]

            def has_delete_permission(self, request, obj=None):
                return False

        admin.site.register(Product, ProductAdmin)
    """)


def test_actions_get_querysets_of_the_project():
    found = accesses_of("""
        from django.contrib import admin

        @admin.register(Wish)
        class WishAdmin(admin.ModelAdmin):
            actions = ["close"]

            def close(self, request, queryset):
                queryset.open().update(text="")
                queryset.missing()
    """)
    assert [
        (access.action, access.certainty) for access in found if access.line == 9 and access.table == "shop_wish"
    ] == [("update", "inferred")]
