"""The admin: what requests do that reach it, by the class that is registered."""

from django.contrib import admin
from django.contrib.admin import AdminSite

from billing.models import Doc, Invoice, RushOrder
from catalog.models import Color, Product, Tracked
from orders.models import Favorite, Line, Order

site = AdminSite(name="site")


class LineInline(admin.TabularInline):
    model = Line
    extra = 0


@admin.register(Order, site=site)
# read auth_user, billing_doc, billing_invoice, billing_payment, billing_rushorder, catalog_product, django_content_type, orders_line, orders_order, orders_order_products; insert django_admin_log, orders_line, orders_order, orders_order_products; update orders_order; delete billing_invoice, billing_payment, orders_line, orders_order, orders_order_products; may: update orders_line; may: delete billing_rushorder
class OrderAdmin(admin.ModelAdmin):
    inlines = [LineInline]
    list_display = ["number"]


@admin.register(Invoice, site=site)
# read billing_invoice, billing_payment, django_content_type, orders_order; insert django_admin_log; delete billing_invoice, billing_payment
class InvoiceAdmin(admin.ModelAdmin):
    actions = ["refund"]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)  # insert billing_invoice; update billing_invoice
        Favorite.objects.create(place=obj.pk)  # insert orders_favorite

    @admin.action
    def refund(self, request, queryset):
        queryset.update(amount=0)  # update billing_invoice


@admin.register(Favorite, site=site)
class FavoriteAdmin(admin.ModelAdmin):  # read orders_favorite
    """What it shows can't be changed."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Doc, site=site)
# read billing_doc, django_content_type, orders_order; insert billing_doc, django_admin_log; update billing_doc
class DocAdmin(admin.ModelAdmin):
    """Rows are deleted in a way of its own."""

    def delete_model(self, request, obj):
        obj.text = "deleted"
        obj.save()  # update billing_doc

    def delete_queryset(self, request, queryset):
        queryset.update(text="deleted")  # update billing_doc


@admin.register(RushOrder, site=site)
# read auth_user, billing_doc, billing_invoice, billing_rushorder, django_content_type, orders_line, orders_order, orders_order_products; insert billing_rushorder, django_admin_log, orders_order; update billing_rushorder, orders_order; delete billing_rushorder, orders_line, orders_order, orders_order_products; may: read billing_payment; may: delete billing_invoice, billing_payment
class RushAdmin(admin.ModelAdmin):
    fields = ["user", "number", "hours"]


@admin.register(Tracked, site=site)
# read catalog_tracked, django_content_type; insert catalog_historicaltracked, catalog_tracked, django_admin_log; update catalog_tracked; delete catalog_tracked
class TrackedAdmin(admin.ModelAdmin):
    pass


@admin.register(Product, site=site)
# read catalog_color, catalog_product, catalog_tag, django_content_type, orders_line, orders_order_products; insert catalog_product, django_admin_log; update catalog_product, orders_favorite; delete catalog_product, catalog_tag, orders_line, orders_order_products
class ProductAdmin(admin.ModelAdmin):
    list_display = ["name", "color"]
    list_filter = ["color"]
    search_fields = ["color__name"]


@admin.register(Color, site=site)
# read catalog_color, django_content_type; insert catalog_color, django_admin_log; update catalog_color, catalog_product; delete catalog_color
class ColorAdmin(admin.ModelAdmin):
    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        Favorite.objects.update(place=1)  # update orders_favorite
