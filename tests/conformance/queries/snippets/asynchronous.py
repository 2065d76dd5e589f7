"""The twins that are awaited."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Prefetch, Sum, aprefetch_related_objects
from django.shortcuts import aget_list_or_404, aget_object_or_404

from asgiref.sync import sync_to_async
from billing.models import Entry, Invoice
from catalog.models import Note, Product, Tag
from people.models import User
from shop.models import Line, Order, Wish


async def aget():
    order = await Order.objects.aget(pk=1)  # read shop_order
    return order.status


async def aget_by_path():
    return await Order.objects.filter(total__gt=1).aget(customer__username="user1")  # read people_user, shop_order


async def aget_then_related():
    user = await User.objects.aget(username="user1")  # read people_user
    return await user.orders.acount()  # read shop_order


async def afirst_and_alast():
    # read shop_coupon, shop_order
    return await Order.objects.afirst(), await Order.objects.filter(coupon__percent=10).alast()


async def alatest_and_aearliest():
    # read billing_invoice, shop_order
    return await Order.objects.alatest(), await Invoice.objects.aearliest("order__placed")


async def acount():
    return await Order.objects.filter(customer__username="user1").acount()  # read people_user, shop_order


async def aexists():
    return await Order.objects.filter(lines__quantity=1).aexists()  # read shop_line, shop_order


async def acontains():
    order = await Order.objects.afirst()  # read shop_order
    return await Order.objects.filter(customer__username="user1").acontains(order)  # read people_user, shop_order


async def aaggregate():
    sums = await Order.objects.aaggregate(total=Sum("lines__quantity"))  # read shop_line, shop_order
    return sums["total"]


async def ain_bulk():
    orders = await Order.objects.ain_bulk([1, 2])  # read shop_order
    return orders[1].status


async def aexplain():
    return await Order.objects.filter(customer__username="user1").aexplain()  # read people_user, shop_order


async def aiterator():
    async for order in Order.objects.filter(status="paid").aiterator():  # read shop_order
        print(order.status)


async def async_for():
    async for order in Order.objects.filter(customer__username="user1"):  # read people_user, shop_order
        print(order.status)


async def async_for_over_manager_method():
    async for order in Order.objects.paid():  # read shop_order
        print(order.status)


async def async_comprehension():
    return [order.status async for order in Order.objects.select_related("customer")]  # read people_user, shop_order


async def async_for_over_values():
    async for row in Order.objects.values("status", "coupon__percent"):  # read shop_coupon, shop_order
        row.update(status="new")


async def async_for_with_related():
    async for order in Order.objects.prefetch_related("lines"):  # read shop_line, shop_order
        async for line in order.lines.all():
            print(line.quantity)


async def acreate():
    tag = await Tag.objects.acreate(label="fresh")  # insert catalog_tag
    return tag.label


async def aget_or_create():
    tag, created = await Tag.objects.aget_or_create(label="new")  # read catalog_tag; may: insert catalog_tag
    return tag.label, created


async def aupdate_or_create():
    # read catalog_tag; update catalog_tag; may: insert catalog_tag
    await Tag.objects.aupdate_or_create(pk=1, defaults={"label": "fresh"})


async def abulk_create():
    await Entry.objects.abulk_create([Entry(account="a"), Entry(account="b")])  # insert billing_entry


async def abulk_update():
    entries = [entry async for entry in Entry.objects.all()]  # read billing_entry
    await Entry.objects.abulk_update(entries, ["amount"])  # update billing_entry


async def aupdate():
    await Order.objects.filter(customer__username="user1").aupdate(status="paid")  # read people_user; update shop_order


async def adelete():
    await Wish.objects.filter(user__username="user1").adelete()  # read people_user; delete shop_wish


async def asave():
    order = await Order.objects.aget(pk=1)  # read shop_order
    order.status = "paid"
    await order.asave()  # update shop_order


async def asave_with_fields(order: Order):
    await order.asave(update_fields=["status"])  # update shop_order


async def asave_new():
    await Tag(label="fresh").asave()  # insert catalog_tag


async def adelete_row():
    wish = await Wish.objects.afirst()  # read shop_wish
    await wish.adelete()  # delete shop_wish


async def arefresh_from_db(order: Order):
    await order.arefresh_from_db()  # read shop_order


async def related_acreate(user: User):
    wish = await user.wishes.acreate(text="a")  # insert shop_wish
    return wish.text


async def related_aget_or_create(user: User):
    await user.wishes.aget_or_create(text="fresh")  # read shop_wish; insert shop_wish


async def related_aupdate_or_create(user: User):
    # read shop_wish; update shop_wish; may: insert shop_wish
    await user.wishes.aupdate_or_create(pk=1, defaults={"text": "?"})


async def related_aadd(user: User):
    await user.wishes.aadd(await Wish.objects.aget(pk=3))  # read shop_wish; update shop_wish


async def related_aremove(user: User):
    await user.wishes.aremove(await user.wishes.afirst())  # read shop_wish; update shop_wish


async def related_aclear(user: User):
    await user.wishes.aclear()  # update shop_wish


async def related_aset(user: User):
    await user.wishes.aset([await Wish.objects.aget(pk=3)])  # read shop_wish; update shop_wish


async def many_to_many_acreate(product: Product):
    # insert catalog_product_tags, catalog_tag; open: read catalog_product_tags (some databases look first)
    await product.tags.acreate(label="fresh")


async def many_to_many_aget_or_create(product: Product):
    # read catalog_product_tags, catalog_tag; may: insert catalog_product_tags, catalog_tag
    await product.tags.aget_or_create(label="new")


async def many_to_many_aupdate_or_create(product: Product):
    # read catalog_product_tags, catalog_tag; update catalog_tag; may: insert catalog_product_tags, catalog_tag
    await product.tags.aupdate_or_create(pk=1, defaults={"label": "?"})


async def many_to_many_aadd(product: Product):
    # insert catalog_product_tags; open: read catalog_product_tags (some databases look first)
    await product.tags.aadd(2, 3)


async def many_to_many_aremove(tag: Tag, product: Product):
    await tag.products.aremove(product)  # delete catalog_product_tags


async def many_to_many_aclear(order: Order):
    await order.products.aclear()  # delete shop_line


async def many_to_many_aset(product: Product):
    # read catalog_product_tags, catalog_tag; insert catalog_product_tags; delete catalog_product_tags
    await product.tags.aset([2])


# The manager of a generic relation asks for its content type when it is made, and that is not awaited.
async def generic_acreate(product: Product):
    notes = await sync_to_async(lambda: product.notes)()  # read django_content_type
    await notes.acreate(text="new")  # insert catalog_note


async def generic_aget_or_create(product: Product):
    notes = await sync_to_async(lambda: product.notes)()  # read django_content_type
    await notes.aget_or_create(text="note")  # read catalog_note; may: insert catalog_note


async def generic_aupdate_or_create(product: Product):
    notes = await sync_to_async(lambda: product.notes)()  # read django_content_type
    # read catalog_note; update catalog_note; may: insert catalog_note
    await notes.aupdate_or_create(text="note", defaults={"text": "?"})


async def generic_aadd(product: Product):
    notes = await sync_to_async(lambda: product.notes)()  # read django_content_type
    await notes.aadd(await Note.objects.aget(pk=2))  # read catalog_note; update catalog_note


async def generic_aremove(product: Product):
    notes = await sync_to_async(lambda: product.notes)()  # read django_content_type
    await notes.aremove(await notes.afirst())  # read catalog_note; delete catalog_note


async def generic_aclear(product: Product):
    notes = await sync_to_async(lambda: product.notes)()  # read django_content_type
    await notes.aclear()  # delete catalog_note


async def generic_aset(product: Product):
    notes = await sync_to_async(lambda: product.notes)()  # read django_content_type
    await notes.aset([await Note.objects.aget(pk=2)])  # read catalog_note; update catalog_note; delete catalog_note


async def get_object_or_404():
    order = await aget_object_or_404(Order, customer__username="user1")  # read people_user, shop_order
    return order.status


async def get_list_or_404():
    # read shop_coupon, shop_order
    return await aget_list_or_404(Order.objects.filter(status="paid"), coupon__percent=10)


async def prefetch_related_objects():
    orders = [order async for order in Order.objects.all()]  # read shop_order
    # read catalog_product, people_user, shop_line
    await aprefetch_related_objects(orders, "customer", Prefetch("lines", queryset=Line.objects.select_related("product")))


async def from_a_thread():
    return await sync_to_async(Order.objects.count)()  # read shop_order


async def from_a_thread_with_lambda():
    # read people_user, shop_order
    return await sync_to_async(lambda: list(Order.objects.filter(customer__username="user1")))()


async def from_a_thread_with_list():
    return await sync_to_async(list)(Order.objects.filter(coupon__percent=10))  # read shop_coupon, shop_order


async def decorated_helper():
    @sync_to_async
    def close(number):
        order = Order.objects.get(pk=number)  # read shop_order
        order.close()  # update shop_order
        return order

    return (await close(1)).status


async def awaited_later():
    counting = Order.objects.acount()
    return await counting  # read shop_order


async def awaited_helper():
    async def newest(user):
        return await user.orders.order_by("-placed").afirst()  # read shop_order

    user = await User.objects.afirst()  # read people_user
    return (await newest(user)).status


async def content_type():
    return await sync_to_async(ContentType.objects.get_for_model)(Order)  # read django_content_type
