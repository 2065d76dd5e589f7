"""django-tastypie: resources serve rows of a queryset, and what they override is called by it."""

from shop.models import Item, Sale, Shop
from states.models import Log
from tastypie import fields
from tastypie.authorization import Authorization
from tastypie.resources import ModelResource


class ListedItems(ModelResource):  # read shop_item
    class Meta:
        queryset = Item.objects.all()
        allowed_methods = ["get"]


class ShownSales(ModelResource):  # read shop_item, shop_sale
    item = fields.ForeignKey(ListedItems, "item")

    class Meta:
        queryset = Sale.objects.all()
        list_allowed_methods = []
        detail_allowed_methods = ["get"]


class MadeShops(ModelResource):  # insert shop_shop; open: read shop_shop (the queryset is there for other requests)
    class Meta:
        queryset = Shop.objects.all()
        allowed_methods = ["post"]
        authorization = Authorization()


class RefusedShops(ModelResource):  # open: read shop_shop (the queryset is there for other requests)
    class Meta:
        queryset = Shop.objects.all()
        allowed_methods = ["post"]


class ChangedShops(ModelResource):  # read shop_shop; update shop_shop; may: insert shop_shop
    class Meta:
        object_class = Shop
        queryset = Shop.objects.all()
        allowed_methods = ["put", "patch"]
        list_allowed_methods = []
        authorization = Authorization()


class RemovedSales(ModelResource):  # read shop_sale; delete shop_sale
    class Meta:
        queryset = Sale.objects.all()
        allowed_methods = ["delete"]
        authorization = Authorization()


class OwnItems(ModelResource):  # read auth_user, shop_item; may: insert shop_item
    class Meta:
        queryset = Item.objects.all()
        detail_allowed_methods = ["get", "put"]
        list_allowed_methods = ["get"]
        authorization = Authorization()

    def get_object_list(self, request):
        return super().get_object_list(request).filter(owner__username="user1")

    def obj_update(self, bundle, **kwargs):
        bundle = super().obj_update(bundle, **kwargs)  # read auth_user, shop_item; update shop_item
        Log.objects.create(text=bundle.obj.name)  # insert states_log
        return bundle

    def dehydrate(self, bundle):
        bundle.data["owner"] = bundle.obj.owner.username  # read auth_user
        return bundle
