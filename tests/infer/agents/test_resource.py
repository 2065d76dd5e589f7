from tests.support.entries import check_entries
from tests.support.query_snippets import check


def test_import_and_export():
    check("""
        from import_export import resources

        class WishResource(resources.ModelResource):
            class Meta:
                model = Wish
                fields = ("id", "text")

        def load(rows):
            WishResource().import_data(rows)  # read shop_wish inferred via resource, insert shop_wish, update shop_wish
            return WishResource().export()  # read shop_wish inferred via resource
    """)


def test_rows_that_are_handed_over_and_a_queryset_of_its_own():
    check("""
        from import_export.resources import ModelResource

        class WishResource(ModelResource):
            class Meta:
                model = Wish

        class TagResource(ModelResource):
            class Meta:
                model = Tag

            def get_queryset(self):
                return Tag.objects.filter(orders__paid=True)  # read shop_tag, shop_order_tags, shop_order

        def dump():
            WishResource().export(Wish.objects.open())  # read shop_wish, shop_product
            TagResource().export()  # read shop_tag, shop_order_tags, shop_order
    """)


def test_columns_that_lead_to_other_rows():
    check("""
        from import_export import fields, resources, widgets

        class OrderResource(resources.ModelResource):
            buyer = fields.Field(attribute="customer", widget=widgets.ForeignKeyWidget(Customer, "username"))

            class Meta:
                model = Order
                fields = ("id", "tags")

        class PaidResource(resources.ModelResource):
            class Meta:
                model = Line
                fields = ("id", "order", "product__price")

        def move(rows):
            # read shop_order, people_customer, shop_tag, shop_order_tags, insert shop_order, shop_order_tags
            # update shop_order, delete shop_order_tags
            OrderResource().import_data(rows)
            OrderResource().export()  # read shop_order, people_customer, shop_tag, shop_order_tags
            PaidResource().export()  # read shop_line, shop_product
    """)


def test_hooks_and_deletes():
    check("""
        from import_export import resources

        class WishResource(resources.ModelResource):
            class Meta:
                model = Wish

            def for_delete(self, row, instance):
                return row["gone"] == "1"

            def after_import(self, dataset, result, **kwargs):
                Tag.objects.update(label="")  # update shop_tag

        def load(rows):
            # read shop_wish, shop_product, people_customer, insert shop_wish, update shop_wish, delete shop_wish
            WishResource().import_data(rows)
    """)


def test_pages_of_the_admin():
    check_entries(
        "admin",
        """
        from django.contrib import admin
        from import_export import resources
        from import_export.admin import ExportMixin, ImportExportModelAdmin

        class LineResource(resources.ModelResource):
            class Meta:
                model = Line

        @admin.register(Tag)
        class TagAdmin(ImportExportModelAdmin):
            resource_classes = [LineResource]

            def has_add_permission(self, request):
                return False

            def has_change_permission(self, request, obj=None):
                return False

            def has_delete_permission(self, request, obj=None):
                return False

        @admin.register(Wish)
        class WishAdmin(ExportMixin, admin.ModelAdmin):
            has_add_permission = has_change_permission = has_delete_permission = lambda self, *given: False
        """,
        """
        shop.Tag desk.views.TagAdmin: writes shop_line; reads shop_line, shop_order, shop_product, shop_tag
        """,
        only="Tag",
    )


def test_resources_of_others_import_nothing():
    check("""
        from tastypie import resources

        class WishResource(resources.ModelResource):
            class Meta:
                model = Wish

        def load(rows):
            WishResource().import_data(rows)
    """)
