"""django-ninja: functions of a router answer requests, and filters narrow what they give."""

from django.http import HttpRequest
from ninja import NinjaAPI, Router, Schema
from shop.models import Item, Shop

router = Router()
api = NinjaAPI(urls_namespace="plain")


class _Shown(Schema):
    id: int


@router.get("/items", response=list[_Shown])
def listed(request: HttpRequest):
    return list(Item.objects.filter(shop__city=request.GET["city"]))  # read shop_item, shop_shop


@router.post("/shops", response=_Shown)
def made(request: HttpRequest):
    return Shop.objects.create(name=request.GET["city"])  # insert shop_shop


@api.delete("/items")
def emptied(request: HttpRequest):
    Item.objects.filter(shop__city=request.GET["city"]).delete()  # read shop_item, shop_shop; delete shop_item, shop_sale


api.add_router("/shop", router)
