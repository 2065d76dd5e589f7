"""Attributes of rows that run a query."""

from billing.models import Invoice, Payment, Receipt, Refund
from catalog.models import Book, Category, Product, Supply
from people.models import Badge, Employee, Profile, User
from shop.models import Basket, Line, Order, Spot, Wish


def foreign_key(order: Order):
    return order.customer  # read people_user


def foreign_key_column(order: Order):
    return order.customer_id


def foreign_key_and_attribute(order: Order):
    return order.customer.username  # read people_user


def foreign_key_and_key(order: Order):
    # The row is loaded though its key was known.
    return order.customer.pk  # read people_user


def two_hops(invoice: Invoice):
    return invoice.order.customer.email  # read people_user, shop_order


def two_hops_and_column(invoice: Invoice):
    return invoice.order.customer_id  # read shop_order


def three_hops(payment: Payment):
    return payment.invoice.order.customer.profile.bio  # read billing_invoice, people_profile, people_user, shop_order


def stops_halfway(receipt: Receipt):
    order = receipt.invoice.order  # read billing_invoice, shop_order
    return order.status


def nullable(order: Order):
    if order.coupon is not None:  # read shop_coupon
        return order.coupon.percent
    return 0


def nullable_by_column(order: Order):
    if order.coupon_id:
        return order.coupon.percent  # read shop_coupon
    return 0


def nullable_of_another_app(invoice: Invoice):
    return invoice.approved_by.username if invoice.approved_by else ""  # read people_user


def unique_column(receipt: Receipt):
    return receipt.invoice.number  # read billing_invoice


def unique_column_itself(receipt: Receipt):
    return receipt.invoice_id


def in_a_variable(order: Order):
    customer = order.customer  # read people_user
    return customer.username


def in_a_condition(order: Order):
    if order.customer.is_staff:  # read people_user
        return 1
    return 2


def in_a_text(order: Order):
    return f"{order.customer.username} {order.coupon.code}"  # read people_user, shop_coupon


def in_arguments(order: Order):
    print(order.customer.username, order.coupon)  # read people_user, shop_coupon


def in_a_comparison(order: Order, wish: Wish):
    return order.customer == wish.user  # read people_user


def in_a_subscript(order: Order):
    return {order.customer: 1}[order.customer]  # read people_user


def in_an_augmented_assignment(order: Order):
    order.coupon.percent += 1  # read shop_coupon


def after_an_assignment(order: Order):
    order.customer = User(username="new")
    return order.customer.username  # open: read people_user (whoever doesn't see that the row is at hand)


def after_construction(user: User):
    order = Order(customer=user)
    return order.customer.username  # open: read people_user (whoever doesn't see that the row is at hand)


def assignment_reads_nothing(order: Order, user: User):
    order.customer = user


def self_reference():
    employee = Employee.objects.get(pk=2)  # read people_employee
    return employee.boss.name  # read people_employee


def chain_of_self_references():
    category = Category.objects.get(name="Poems")  # read catalog_category
    while category.parent:  # read catalog_category
        category = category.parent
    return category.name


def one_to_one(profile: Profile):
    return profile.user.username  # read people_user


def one_to_one_reverse(user: User):
    return user.profile.bio  # read people_profile


def one_to_one_default_name(user: User):
    return user.badge.code  # read people_badge


def one_to_one_nullable(badge: Badge):
    return badge.user.username  # read people_user


def one_to_one_missing():
    user = User.objects.get(pk=3)  # read people_user
    try:
        return user.profile.bio  # read people_profile
    except Profile.DoesNotExist:
        return ""


def one_to_one_asked_with_hasattr(user: User):
    return hasattr(user, "badge")  # read people_badge


def one_to_one_by_getattr(user: User):
    return getattr(user, "profile", None)  # read people_profile


def one_to_one_as_primary_key(invoice: Invoice):
    return invoice.payment.amount  # read billing_payment


def one_to_one_as_primary_key_forward(payment: Payment):
    return payment.invoice.amount  # read billing_invoice


def two_reverse_hops(user: User):
    return user.orders.first().invoice_set.first().payment.amount  # read billing_invoice, billing_payment, shop_order


def inherited(book: Book):
    # The join is in the query that fetched the book; the category is another.
    return book.name, book.category.name  # read catalog_category


def own_key_of_child(book: Book):
    return book.author.name  # read people_employee


def parent_of_child(book: Book):
    # All of the parent's columns are at hand.
    return book.product_ptr.name


def child_of_parent():
    product = Product.objects.get(name="Odes")  # read catalog_product
    return product.book.isbn  # read catalog_book, catalog_product


def through_rows(supply: Supply):
    return supply.supplier.name, supply.product.name  # read catalog_product, catalog_supplier


def base_manager_is_used(spot: Spot):
    return spot.shelf.place  # read shop_shelf


def ordered_model(refund: Refund):
    return refund.payment.invoice.number  # read billing_invoice, billing_payment


def loaded_already():
    order = Order.objects.select_related("customer").get(pk=1)  # read people_user, shop_order
    return order.customer.username


def loaded_by_prefetch():
    order = Order.objects.prefetch_related("lines__product").get(pk=1)  # read catalog_product, shop_line, shop_order
    return [line.product.name for line in order.lines.all()]


def reverse_row_knows_its_parent(order: Order):
    for line in order.lines.all():  # read shop_line
        print(line.order.status)  # open: read shop_order (whoever doesn't see that the row is at hand)


def in_a_lambda():
    key = lambda line: line.product.name  # read catalog_product
    return sorted(Line.objects.all(), key=key)  # read shop_line


def in_a_nested_function(order: Order):
    def name():
        return order.customer.username  # read people_user

    return name()


def uuid_row(basket: Basket):
    return basket.owner.username  # read people_user


def or_none(basket: Basket):
    return (basket.owner or User()).username  # read people_user


def with_a_default(basket: Basket):
    owner = basket.owner or User.objects.create(username="nobody")  # read people_user; may: insert people_user
    return owner.username


def match_statement(order: Order):
    match order.customer:  # read people_user
        case User(username="user1"):
            return 1
        case _:
            return 2


def isinstance_of_relation(order: Order):
    return isinstance(order.customer, User)  # read people_user


def attribute_of_an_element(orders: list[Order]):
    return orders[0].customer.username  # read people_user


def attribute_of_first():
    return Order.objects.filter(status="paid").first().customer.username  # read people_user, shop_order
