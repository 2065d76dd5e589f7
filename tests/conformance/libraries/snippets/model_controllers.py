"""django-ninja-extra: controllers serve the rows of a model through a service."""

from ninja import Schema
from ninja_extra import ModelConfig, ModelControllerBase, ModelService, api_controller, http_get
from shop.models import Item, Sale, Shop
from states.models import Log


class _Shown(Schema):
    id: int


class _Given(Schema):
    name: str


_SCHEMAS = {"create_schema": _Given, "retrieve_schema": _Shown, "update_schema": _Given, "patch_schema": _Given}


class _Service(ModelService):
    def create(self, schema, **kwargs):
        Log.objects.create(text="new")
        return super().create(schema, **kwargs)

    def get_all(self, **kwargs):
        return self.model.objects.filter(shop__city="Rome")


@api_controller("/shops", tags=["shops"])
class WholeShops(ModelControllerBase):  # read shop_item, shop_shop; insert shop_shop; update shop_shop; delete shop_item, shop_sale, shop_shop
    model_config = ModelConfig(model=Shop, **_SCHEMAS)


@api_controller("/sales")
class ShownSales(ModelControllerBase):  # read shop_sale
    model_config = ModelConfig(model=Sale, allowed_routes=["find_one", "list"], **_SCHEMAS)


@api_controller("/items")
class ServedItems(ModelControllerBase):  # read shop_item, shop_shop
    service_type = _Service
    model_config = ModelConfig(model=Item, allowed_routes=["list"], pagination=None, **_SCHEMAS)

    @http_get("/cheap", response=list[_Shown])
    def cheap(self):
        return self.service.get_all().filter(price__lt=5)
