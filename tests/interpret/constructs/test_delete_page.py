from tests.support.query_snippets import check


def test_what_would_go_along_is_shown_first():
    check("""
        from django.contrib import admin

        @admin.register(Tag)
        # read shop_tag, read shop_product_tags via cascade, read shop_order_tags, delete shop_tag, shop_product_tags, shop_order_tags
        class TagAdmin(admin.ModelAdmin):
            def has_add_permission(self, request):
                return False

            def has_change_permission(self, request, obj=None):
                return False
    """)


def test_nothing_is_shown_before_code_deletes():
    check("""
        def forget(tag: Tag):
            tag.delete()  # delete shop_tag, shop_product_tags, shop_order_tags
    """)
